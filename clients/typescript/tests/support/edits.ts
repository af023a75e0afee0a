// Edits as data, so that fast-check can make and shrink them: what they are about is an index into what is there.
import fc from "fast-check";
import { newId } from "../../src/client/id.js";
import { type Content, idsOf } from "../../src/sync/content.js";
import { type Intention, supporterOf, tieOf } from "../../src/sync/intentions.js";

export interface Edit {
  do: Intention["do"] | "undo" | "redo";
  /** Which supporter, tie or agreement. */
  at: number;
  /** Which other one. */
  by: number;
  value: number;
}

const KINDS = [
  "name",
  "name",
  "name",
  "place",
  "support",
  "tell",
  "describe",
  "tie",
  "need",
  "agree",
  "remove",
] as const;

export const anEdit: fc.Arbitrary<Edit> = fc.record({
  do: fc.constantFrom(...KINDS, "undo" as const, "redo" as const),
  at: fc.nat(30),
  by: fc.nat(30),
  value: fc.nat(3),
});

/** Persons whom both may put on the map. */
export const known = ["01990f3c-0000-7000-8000-000000000001", "01990f3c-0000-7000-8000-000000000002"];

const RINGS = ["inner", "middle", "outer", null] as const;
const TYPES = ["emotional", "practical", "informational", "companionship"];

/** The intention of an edit on this content; none if there is nothing that it could be about. */
export function intended(content: Content, edit: Exclude<Edit, { do: "undo" | "redo" }>): Intention | undefined {
  const supporters = idsOf(content, "supporters");
  const pick = (ids: string[], index: number) => ids[index % Math.max(ids.length, 1)];
  const id = pick(supporters, edit.at);
  const other = pick(supporters, edit.by);
  switch (edit.do) {
    case "name": {
      const personId = edit.value === 0 ? known[edit.at % known.length]! : newId();
      return supporterOf(content, personId) ? undefined : { do: "name", id: newId(), alias: `P${edit.at}`, personId };
    }
    case "place":
      return id ? { do: "place", id, closeness: RINGS[edit.value]!, angle: edit.by } : undefined;
    case "support": {
      const supports = TYPES.slice(0, edit.value).map((supportType) => ({
        supportType,
        availability: "could-ask" as const,
      }));
      return id ? { do: "support", id, supports: edit.by % 5 ? supports : null } : undefined;
    }
    case "tell":
      return id ? { do: "tell", id, facts: { tension: edit.value, alias: `Q${edit.by}` } } : undefined;
    case "describe":
      return { do: "describe", facts: { theme: `T${edit.value}`, everyoneNamed: edit.by % 2 === 0 } };
    case "tie":
      if (!id || !other || id === other) return undefined;
      return { do: "tie", id: tieOf(content, [id, other]), supporterIds: [id, other], strength: edit.value };
    case "need":
      return { do: "need", supportType: TYPES[edit.at % 4]!, level: edit.value };
    case "agree": {
      const agreement = pick(idsOf(content, "agreements"), edit.by);
      const isNew = !agreement || edit.value > 1;
      const facts = { text: `A${edit.at}`, status: "planned" as const, supporterId: id ?? null };
      return { do: "agree", id: isNew ? newId() : agreement, agreement: isNew ? facts : { status: "asked" } };
    }
    case "remove": {
      const all = [...supporters, ...idsOf(content, "ties"), ...idsOf(content, "agreements")];
      const gone = pick(all, edit.at);
      return gone ? { do: "remove", id: gone } : undefined;
    }
    default:
      return undefined;
  }
}
