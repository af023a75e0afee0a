// Addresses of screens, after the `#`: the server then has no list of them, and does not see them.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

export type Params = Record<string, string>;

export interface Route {
  /** Such as `/client/cards/:cardId`. */
  path: string;
  load: () => Promise<{ default: ComponentType<{ params: Params }> }>;
}

// Records in other systems link to a client by a plain address, which survives the log-in as the address of a screen.
if (/^\/clients\/[^/]+$/.test(location.pathname)) history.replaceState(null, "", `/#${location.pathname}`);

const here = () => (location.hash.startsWith("#/") ? location.hash.slice(1) : "/");

export const path = signal(here());
/** The path of the page itself: `/`, or that of a link in a mail. */
export const entrance = signal(location.pathname);
addEventListener("hashchange", () => (path.value = here()));

export function go(to: string): void {
  location.hash = to;
}

/** Replaces the address, without a step in the history. */
export function replace(to: string): void {
  history.replaceState(null, "", `/#${to}`);
  entrance.value = "/";
  path.value = to;
}

/** The parameters of `actual` by `pattern`; `undefined` if it does not match. */
export function match(pattern: string, actual: string): Params | undefined {
  const expected = pattern.split("/");
  const given = actual.split("/");
  if (expected.length !== given.length) return undefined;
  const params: Params = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index]!;
    if (part.startsWith(":") && value) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}

export function find(routes: readonly Route[], actual: string): { route: Route; params: Params } | undefined {
  for (const route of routes) {
    const params = match(route.path, actual);
    if (params) return { route, params };
  }
  return undefined;
}
