// The content of a map as a flat list of members. Edits, undo and merge work on single members.
import type { Schemas } from "../client/types.js";

/**
 * The value of each member by its path: `supporters/ID/closeness`, `supporters/ID/supports/emotional`, `needs/emotional`,
 * `map/theme`. Null is absent. An entry exists if it has a member `…/id`.
 */
export type Content = ReadonlyMap<string, unknown>;
export type Draft = Map<string, unknown>;

/** The content as the API has it. */
export interface MapContent {
  theme: string;
  reviewOn: string | null;
  everyoneNamed: boolean | null;
  everyTieNamed: boolean | null;
  persons: Schemas["ContentPerson"][];
  supporters: Schemas["ContentSupporter"][];
  ties: Schemas["ContentTie"][];
  needs: Schemas["Need"][];
  agreements: Schemas["ContentAgreement"][];
}

type Entry = Record<string, unknown>;

const COLLECTIONS = ["persons", "supporters", "ties", "agreements"] as const;
const HEAD = ["theme", "reviewOn", "everyoneNamed", "everyTieNamed"] as const;
const READ_ONLY = /^(etag|createdAt|updatedAt|clientId|mapId)$/;

export function fromMap(map: Schemas["WholeMap"]): Content {
  const content: Draft = new Map();
  const set = (path: string, value: unknown) => value !== null && value !== undefined && content.set(path, value);
  for (const name of HEAD) set(`map/${name}`, map[name]);
  for (const { supportType, level } of map.needs) set(`needs/${supportType}`, level);
  for (const collection of COLLECTIONS) {
    for (const entry of map[collection] as unknown as Entry[]) {
      for (const [name, value] of Object.entries(entry)) {
        const path = `${collection}/${entry.id}/${name}`;
        if (name === "supports") setSupports(content, path, value as Schemas["Support"][] | null);
        else if (!READ_ONLY.test(name)) set(path, value);
      }
    }
  }
  return content;
}

/** Replaces the support of a supporter: null is unanswered, an empty list is none. */
export function setSupports(content: Draft, path: string, supports: readonly Schemas["Support"][] | null): void {
  for (const key of [...content.keys()]) if (key.startsWith(path)) content.delete(key);
  if (supports) content.set(path, true);
  for (const { supportType, direction, availability } of supports ?? []) {
    content.set(`${path}/${supportType}`, { direction: direction ?? null, availability: availability ?? null });
  }
}

/** The ids in a collection, oldest first. */
export function idsOf(content: Content, collection: string): string[] {
  const ids: string[] = [];
  for (const path of content.keys()) {
    if (path.endsWith("/id") && path.startsWith(collection)) ids.push(path.slice(collection.length + 1, -3));
  }
  return ids.sort();
}

/** Converts the content to the form that `replaceContent` takes. */
export function toMap(content: Content): MapContent {
  const entries = new Map<string, Entry>();
  const needs: Schemas["Need"][] = [];
  for (const [path, value] of content) {
    const [collection, id, name, supportType] = path.split("/") as [string, string, string?, string?];
    if (collection === "needs") needs.push({ supportType: id, level: value as number });
    if (!name) continue;
    const key = `${collection}/${id}`;
    const entry = entries.get(key) ?? {};
    entries.set(key, entry);
    if (name !== "supports") entry[name] = value;
    else {
      const supports = (entry.supports ??= []) as Schemas["Support"][];
      if (supportType) supports.push({ supportType, ...(value as object) });
    }
  }
  const list = (collection: string) => idsOf(content, collection).map((id) => entries.get(`${collection}/${id}`)!);
  const head = Object.fromEntries(HEAD.map((name) => [name, content.get(`map/${name}`) ?? null]));
  const collections = Object.fromEntries(COLLECTIONS.map((collection) => [collection, list(collection)]));
  return { ...head, ...collections, needs: needs.sort(byType) } as unknown as MapContent;
}

const byType = (one: Schemas["Need"], other: Schemas["Need"]) => (one.supportType < other.supportType ? -1 : 1);

/** Whether two values are equal. Objects always have their names in the same order. */
export const equal = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other));

/**
 * Removes dangling members: those of removed entries, ties that lack an end, persons who are not on the map, and references of
 * agreements to removed supporters.
 */
export function prune(content: Draft): Draft {
  const has = (path: string) => content.has(path);
  const isSupporter = (id: unknown) => has(`supporters/${id}/id`);
  const named = new Set(idsOf(content, "supporters").map((id) => content.get(`supporters/${id}/personId`)));
  for (const [path, value] of [...content]) {
    const [collection, id, name] = path.split("/");
    if (name === "supporterIds" && !(value as string[]).every(isSupporter)) content.delete(`ties/${id}/id`);
    if (name === "supporterId" && !isSupporter(value)) content.delete(path);
    if (collection === "persons" && !named.has(id)) content.delete(path);
  }
  for (const path of [...content.keys()]) {
    const [collection, id, name] = path.split("/");
    if (name && collection !== "map" && !has(`${collection}/${id}/id`)) content.delete(path);
  }
  return content;
}
