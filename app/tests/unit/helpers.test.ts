import type { Schemas } from "@omringd/client";
import { expect, test } from "vitest";
import { callable } from "../../src/client/helpers.ts";

type Helper = Schemas["Helper"];
type Code = Schemas["ReasonCode"];

function helper(alias: string, call: string | null, code: Code = "could-ask"): Helper {
  const reason = {
    code,
    sentence: alias,
    closeness: null,
    contactFrequency: null,
    level: null,
    agreementId: null,
    on: null,
  };
  const ids = { supporterId: `s ${alias}`, personId: alias, mapIds: ["m"], answeredAt: "2026-01-01T00:00:00Z" };
  return { ...ids, alias, relationship: null, phone: call, call, email: null, reasons: [reason] };
}

const found = (helpers: Helper[], others: Helper[] = []): Schemas["HelpersFound"] => ({
  supportType: "emotional",
  label: "Luisteren",
  maps: [],
  helpers,
  others,
});
const names = ({ first, more }: ReturnType<typeof callable>) =>
  [first, more].map((list) => list.map(({ alias }) => alias));

test("the first three who can be called, in the order of the service; then the rest", () => {
  const people = [
    helper("a", "tel:1"),
    helper("b", null),
    helper("c", "tel:2"),
    helper("d", "tel:3"),
    helper("e", "tel:4"),
  ];
  expect(names(callable(found(people, [helper("f", "tel:5")])))).toEqual([
    ["a", "c", "d"],
    ["b", "e", "f"],
  ]);
});

test("those whom the client would not ask are shown nowhere", () => {
  const refused = helper("x", "tel:1", "would-not-ask");
  expect(names(callable(found([helper("a", "tel:2"), refused], [refused])))).toEqual([["a"], []]);
  expect(names(callable(found([refused], [helper("x", "tel:1", "not-named-for-this")])))).toEqual([[], []]);
});

test("nobody is an answer", () => {
  expect(names(callable(found([])))).toEqual([[], []]);
});
