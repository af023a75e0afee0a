import { newId } from "../client/id.js";
import type { Schemas } from "../client/types.js";
import { type Content, type Draft, idsOf, same, setSupports, tidy } from "./content.js";

type Person = Omit<Schemas["CreatePerson"], "alias">;
type Supporter = Pick<Schemas["ContentSupporter"], "contactFrequency" | "tension" | "burden">;

/** What may be told about a supporter: of them on this map, and of the person. Null is unanswered. */
export type Facts = Supporter & Person & { alias?: string };
/** What may be told about the map itself. */
export type MapFacts = Partial<Pick<Schemas["WholeMap"], "theme" | "reviewOn" | "everyoneNamed" | "everyTieNamed">>;
export type NewAgreement = Omit<Schemas["ContentAgreement"], "id" | "status" | "etag" | "createdAt" | "updatedAt"> & {
  status?: Schemas["AgreementStatus"];
};

/** What the user did, as data. */
export type Intention =
  | { do: "name"; id: string; alias: string; personId: string; facts?: Person | undefined }
  | { do: "place"; id: string; closeness: Schemas["Closeness"] | null; angle?: number | null | undefined }
  | { do: "support"; id: string; supports: readonly Schemas["Support"][] | null }
  | { do: "tell"; id: string; facts: Facts }
  | { do: "describe"; facts: MapFacts }
  | { do: "tie"; id: string; supporterIds: readonly [string, string]; strength: number | null }
  | { do: "need"; supportType: string; level: number | null }
  | { do: "agree"; id: string; agreement: Partial<NewAgreement> }
  | { do: "remove"; id: string }
  | { do: "resolve"; member: string; value: unknown };

/** One member as it was and as it became. Read backwards it is the inverse. */
export type Change = readonly [member: string, from: unknown, to: unknown];

const OF_SUPPORTER = /^(contactFrequency|tension|burden)$/;

function set(draft: Draft, path: string, value: unknown): void {
  if (value === null || value === undefined) draft.delete(path);
  else draft.set(path, value);
}

function setAll(draft: Draft, entry: string, values: object): void {
  for (const [name, value] of Object.entries(values)) if (value !== undefined) set(draft, `${entry}/${name}`, value);
}

/** The content once the intention is carried out. What it is about may be gone: then nothing changes. */
export function carriedOut(content: Content, intention: Intention): Content {
  const draft: Draft = new Map(content);
  switch (intention.do) {
    case "name": {
      const { id, alias, personId, facts } = intention;
      if (!draft.has(`persons/${personId}/id`)) setAll(draft, `persons/${personId}`, { id: personId, alias, ...facts });
      setAll(draft, `supporters/${id}`, { id, personId });
      break;
    }
    case "place":
      setAll(draft, `supporters/${intention.id}`, { closeness: intention.closeness, angle: intention.angle });
      break;
    case "support":
      setSupports(draft, `supporters/${intention.id}/supports`, intention.supports);
      break;
    case "tell":
      for (const [name, value] of Object.entries(intention.facts)) {
        const person = `persons/${draft.get(`supporters/${intention.id}/personId`)}`;
        set(draft, `${OF_SUPPORTER.test(name) ? `supporters/${intention.id}` : person}/${name}`, value);
      }
      break;
    case "describe":
      setAll(draft, "map", intention.facts);
      break;
    case "tie": {
      const { id, supporterIds, strength } = intention;
      setAll(draft, `ties/${id}`, { id, supporterIds: [...supporterIds].sort(), strength });
      break;
    }
    case "need":
      set(draft, `needs/${intention.supportType}`, intention.level);
      break;
    case "agree":
      setAll(draft, `agreements/${intention.id}`, { id: intention.id, ...intention.agreement });
      break;
    case "remove":
      for (const collection of ["supporters", "ties", "agreements"]) draft.delete(`${collection}/${intention.id}/id`);
      break;
    case "resolve":
      set(draft, intention.member, intention.value);
      break;
  }
  return tidy(draft);
}

export function changesBetween(before: Content, after: Content): Change[] {
  const members = new Set([...before.keys(), ...after.keys()]);
  return [...members].flatMap((member) => {
    const [from, to] = [before.get(member), after.get(member)];
    return same(from, to) ? [] : [[member, from, to] as const];
  });
}

export const inverse = (changes: readonly Change[]): Change[] =>
  changes.map(([member, from, to]) => [member, to, from]);

/** Makes the changes of members that are still as they were; what somebody else changed since stays. */
export function changed(content: Content, changes: readonly Change[]): Content {
  const draft: Draft = new Map(content);
  for (const [member, from, to] of changes) if (same(content.get(member), from)) set(draft, member, to);
  return tidy(draft);
}

/** The supporter that a person is on the map, and the tie of two supporters: naming and tying twice is once. */
export const supporterOf = (content: Content, personId: string | undefined): string | undefined =>
  idsOf(content, "supporters").find((id) => content.get(`supporters/${id}/personId`) === personId);
export const tieOf = (content: Content, ends: readonly string[]): string =>
  idsOf(content, "ties").find((id) => same(content.get(`ties/${id}/supporterIds`), [...ends].sort())) ?? newId();
