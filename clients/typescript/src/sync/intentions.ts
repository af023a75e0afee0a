import { newId } from "../client/id.js";
import type { Schemas } from "../client/types.js";
import { type Content, type Draft, idsOf, equal, setSupports, prune } from "./content.js";

type Person = Omit<Schemas["CreatePerson"], "alias">;
type Supporter = Pick<Schemas["ContentSupporter"], "contactFrequency" | "tension" | "burden">;

/** Facts of a supporter on this map, and of the person. Null is unanswered. */
export type Facts = Supporter & Person & { alias?: string };
/** Facts of the map itself. */
export type MapFacts = Partial<Pick<Schemas["WholeMap"], "theme" | "reviewOn" | "everyoneNamed" | "everyTieNamed">>;
export type NewAgreement = Omit<Schemas["ContentAgreement"], "id" | "status" | "etag" | "createdAt" | "updatedAt"> & {
  status?: Schemas["AgreementStatus"];
};

/** An edit, as data. */
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

/** The change of one member. Its inverse swaps `from` and `to`. */
export type Change = readonly [member: string, from: unknown, to: unknown];

const OF_SUPPORTER = /^(contactFrequency|tension|burden)$/;

function set(draft: Draft, path: string, value: unknown): void {
  if (value === null || value === undefined) draft.delete(path);
  else draft.set(path, value);
}

function setAll(draft: Draft, entry: string, values: object): void {
  for (const [name, value] of Object.entries(values)) if (value !== undefined) set(draft, `${entry}/${name}`, value);
}

/** Applies an intention. If its subject no longer exists, nothing changes. */
export function applyIntention(content: Content, intention: Intention): Content {
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
  return prune(draft);
}

export function changesBetween(before: Content, after: Content): Change[] {
  const members = new Set([...before.keys(), ...after.keys()]);
  return [...members].flatMap((member) => {
    const [from, to] = [before.get(member), after.get(member)];
    return equal(from, to) ? [] : [[member, from, to] as const];
  });
}

export const invert = (changes: readonly Change[]): Change[] => changes.map(([member, from, to]) => [member, to, from]);

/** Applies each change whose member still has the value `from`. */
export function applyChanges(content: Content, changes: readonly Change[]): Content {
  const draft: Draft = new Map(content);
  for (const [member, from, to] of changes) if (equal(content.get(member), from)) set(draft, member, to);
  return prune(draft);
}

let lastTime = 0;

/** Creates an id that sorts after all earlier ones, also within a millisecond: lists keep the order in which they were filled. */
export function nextId(): string {
  lastTime = Math.max(Date.now(), lastTime + 1);
  return newId(lastTime);
}

/** The supporter of a person, and the tie of two supporters: neither is added twice. */
export const supporterOf = (content: Content, personId: string | undefined): string | undefined =>
  idsOf(content, "supporters").find((id) => content.get(`supporters/${id}/personId`) === personId);
export const tieOf = (content: Content, ends: readonly string[]): string =>
  idsOf(content, "ties").find((id) => equal(content.get(`ties/${id}/supporterIds`), [...ends].sort())) ?? nextId();
