import type { Area } from "../core/area.ts";

/** The coach's screens. */
export const area: Area = { routes: [], links: [] };
