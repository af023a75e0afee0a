import type { Area } from "../core/area.ts";

/** The administrator's screens. */
export const area: Area = { routes: [], links: [] };
