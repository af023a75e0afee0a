import type { Schemas } from "@omringd/client";
import { expect, test } from "vitest";
import { changesBetween } from "../../src/coach/map_changes.ts";

type WholeMap = Schemas["WholeMap"];
type Supporter = Schemas["Supporter"];

const person = (id: string, alias: string) => ({ id, alias, phone: null }) as Schemas["Person"];
const supporter = (id: string, more: Partial<Supporter> = {}) =>
  ({
    id,
    personId: `p-${id}`,
    closeness: null,
    supports: null,
    contactFrequency: null,
    tension: null,
    burden: null,
    ...more,
  }) as Supporter;
const map = (more: Partial<WholeMap> = {}) =>
  ({
    persons: [person("p-a", "Anna"), person("p-b", "Bram")],
    supporters: [supporter("a"), supporter("b", { closeness: "outer" })],
    ties: [],
    needs: [],
    agreements: [],
    ...more,
  }) as unknown as WholeMap;

test("people who come, go, and are placed", () => {
  const after = map({ supporters: [supporter("a", { closeness: "inner" })] });
  expect(changesBetween(map(), after)).toEqual([
    { kind: "gone", name: "Bram" },
    { kind: "placed", name: "Anna", ring: "inner" },
  ]);
  expect(changesBetween(after, map())).toEqual([
    { kind: "unplaced", name: "Anna" },
    { kind: "added", name: "Bram" },
    { kind: "placed", name: "Bram", ring: "outer" },
  ]);
});

test("answers about one person are told once each", () => {
  const supports = [{ supportType: "practical", direction: null, availability: null }] as Supporter["supports"];
  const changed = supporter("a", { supports, tension: 2, burden: 1 });
  const after = map({
    supporters: [changed, supporter("b", { closeness: "outer" })],
    persons: [person("p-a", "Anna"), { ...person("p-b", "Bram"), phone: "06" }],
  });
  expect(changesBetween(map(), after)).toEqual([
    { kind: "supports", name: "Anna" },
    { kind: "answers", name: "Anna" },
    { kind: "person", name: "Bram" },
  ]);
});

test("ties, needs and agreements; the order of ties does not matter", () => {
  const tie = (...supporterIds: string[]) => ({ id: supporterIds.join(), supporterIds, strength: null });
  const one = map({ ties: [tie("a", "b"), tie("b", "c")] as WholeMap["ties"] });
  const other = map({ ties: [tie("b", "c"), tie("a", "b")] as WholeMap["ties"] });
  expect(changesBetween(one, other)).toEqual([{ kind: "other" }]);
  const after = map({
    ties: [tie("a", "b")] as WholeMap["ties"],
    needs: [{ supportType: "practical", level: 2 }],
    agreements: [{ id: "x" }] as WholeMap["agreements"],
  });
  expect(changesBetween(map(), after).map(({ kind }) => kind)).toEqual(["ties", "needs", "agreements"]);
});
