// What changed between two versions of a map, for a session in which several people work on it.
import type { Schemas } from "@omringd/client";

type WholeMap = Schemas["WholeMap"];

export type MapChange =
  | { kind: "added" | "gone" | "unplaced" | "supports" | "answers" | "person"; name: string }
  | { kind: "placed"; name: string; ring: Schemas["Closeness"] }
  | { kind: "ties" | "needs" | "agreements" | "other" };

/** In the order of the steps; `other` if none of these parts changed. */
export function changesBetween(before: WholeMap, after: WholeMap): MapChange[] {
  const changes: MapChange[] = [];
  const earlier = new Map(before.supporters.map((supporter) => [supporter.id, supporter]));
  const later = new Set(after.supporters.map(({ id }) => id));
  for (const { id, personId } of before.supporters) {
    if (!later.has(id)) changes.push({ kind: "gone", name: alias(before, personId) });
  }
  for (const supporter of after.supporters) {
    const was = earlier.get(supporter.id);
    const name = alias(after, supporter.personId);
    if (!was) changes.push({ kind: "added", name });
    if (supporter.closeness !== (was?.closeness ?? null)) {
      changes.push(
        supporter.closeness ? { kind: "placed", name, ring: supporter.closeness } : { kind: "unplaced", name },
      );
    }
    if (!was) continue;
    if (differ(was.supports, supporter.supports)) changes.push({ kind: "supports", name });
    if (differ(answers(was), answers(supporter))) changes.push({ kind: "answers", name });
    if (differ(person(before, was.personId), person(after, supporter.personId))) changes.push({ kind: "person", name });
  }
  const ties = ({ ties }: WholeMap) => ties.map(({ supporterIds, strength }) => [...supporterIds, strength]).sort();
  if (differ(ties(before), ties(after))) changes.push({ kind: "ties" });
  if (differ(before.needs, after.needs)) changes.push({ kind: "needs" });
  if (differ(before.agreements, after.agreements)) changes.push({ kind: "agreements" });
  return changes.length > 0 ? changes : [{ kind: "other" }];
}

const person = ({ persons }: WholeMap, personId: string) => {
  const found = persons.find(({ id }) => id === personId);
  return found && [found.alias, found.relationship, found.lifeDomain, found.phone, found.email, found.note, found.past];
};
const alias = ({ persons }: WholeMap, personId: string) => persons.find(({ id }) => id === personId)?.alias ?? "";
const answers = ({ contactFrequency, tension, burden }: Schemas["Supporter"]) => [contactFrequency, tension, burden];
const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
