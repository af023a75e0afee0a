// Addresses of the screens of a client and a map.
import type { Schemas } from "@omringd/client";

type Step = Schemas["Step"];

export const stepsPath = (mapId: string, step: Step = "who") => `/maps/${mapId}/${step}`;
export const sessionPath = (mapId: string) => `/coach/maps/${mapId}/session`;
export const whatIfPath = (mapId: string) => `/coach/maps/${mapId}/what-if`;
export const clientPath = (clientId: string) => `/coach/clients/${clientId}`;
