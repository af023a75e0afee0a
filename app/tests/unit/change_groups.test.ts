import type { Schemas } from "@omringd/client";
import { expect, test } from "vitest";
import { grouped } from "../../src/coach/change_groups.ts";

const change = (kind: string) => ({ kind, sentence: kind }) as unknown as Schemas["Change"];

test("differences are grouped in the order of a conversation; an unknown kind is about contact", () => {
  const kinds = ["tie-lost", "type-covered", "support-lost", "moved-inward", "supporter-added", "of a newer service"];
  expect(grouped(kinds.map(change))).toEqual([
    ["people", ["supporter-added"]],
    ["places", ["moved-inward"]],
    ["support", ["support-lost"]],
    ["needs", ["type-covered"]],
    ["contact", ["tie-lost", "of a newer service"]],
  ]);
  expect(grouped([])).toEqual([]);
});
