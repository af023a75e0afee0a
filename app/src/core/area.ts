// The areas of the app, one per role. Each is loaded when a user with that role first opens it.
import { signal } from "@preact/signals";
import type { Schemas } from "@omringd/client";
import { reportMissing } from "./missing_files.ts";
import type { IconName } from "../ui/icon.tsx";
import type { Route } from "./router.ts";

export type AreaName = Schemas["MemberRole"];

export interface Area {
  /** Paths of an area begin with `/` and its name: `/coach/clients/:clientId`. */
  routes: readonly Route[];
  /** The main menu, at most five; the first is the area's home. */
  links: readonly { path: string; text: () => string; icon: IconName }[];
}

const loaders: Record<AreaName, () => Promise<{ area: Area }>> = {
  client: () => import("../client/area.ts"),
  coach: () => import("../coach/area.ts"),
  admin: () => import("../admin/area.ts"),
};

const loaded = signal<Partial<Record<AreaName, Area>>>({});
const loading = new Set<AreaName>();

/** The area, or `undefined` while it is being loaded: the signal then draws the screen again. */
export function areaOf(name: AreaName): Area | undefined {
  const area = loaded.value[name];
  if (!area && !loading.has(name)) {
    loading.add(name);
    loaders[name]()
      .then((module) => (loaded.value = { ...loaded.value, [name]: module.area }))
      .catch(reportMissing)
      .finally(() => loading.delete(name));
  }
  return area;
}

/** The areas of a user, most used first. */
export function areasFor(roles: readonly AreaName[]): AreaName[] {
  return (["client", "coach", "admin"] as const).filter((name) => roles.includes(name));
}

/** The area of a path, if the user has it. Other paths, such as the settings, are shown within the first area. */
export function areaAt(path: string, areas: readonly AreaName[]): AreaName | undefined {
  return areas.find((name) => path.split("/")[1] === name) ?? areas[0];
}
