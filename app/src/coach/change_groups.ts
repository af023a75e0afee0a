// Differences between two cards, in the groups that a coach reads them in.
import type { Schemas } from "@omringd/client";

export type Group = "people" | "places" | "support" | "needs" | "contact";
type Change = Schemas["Change"];

const groups: Partial<Record<Change["kind"], Group>> = {
  "supporter-added": "people",
  "supporter-gone": "people",
  "moved-inward": "places",
  "moved-outward": "places",
  placed: "places",
  unplaced: "places",
  "support-gained": "support",
  "support-lost": "support",
  "availability-changed": "support",
  "direction-changed": "support",
  "need-changed": "needs",
  "type-uncovered": "needs",
  "type-covered": "needs",
};

/** In the order of the groups, without those that are empty. Kinds that are not known here are about contact. */
export function grouped(changes: readonly Change[]): [Group, string[]][] {
  const order: Group[] = ["people", "places", "support", "needs", "contact"];
  const sentences = (group: Group) =>
    changes.filter(({ kind }) => (groups[kind] ?? "contact") === group).map(({ sentence }) => sentence);
  return order.map((group): [Group, string[]] => [group, sentences(group)]).filter(([, found]) => found.length > 0);
}
