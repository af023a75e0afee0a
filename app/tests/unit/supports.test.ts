import { expect, test } from "vitest";
import { answered, answerOf, following } from "../../src/map/supports.ts";

test("what I get and what I give make the direction", () => {
  const received = answered(null, "practical", { availability: "received-now" });
  expect(received).toEqual([{ supportType: "practical", direction: "received", availability: "received-now" }]);
  const mutual = answered(received, "practical", { given: true });
  expect(mutual).toEqual([{ supportType: "practical", direction: "mutual", availability: "received-now" }]);
  const given = answered(mutual, "practical", { availability: null });
  expect(given).toEqual([{ supportType: "practical", direction: "given", availability: null }]);
  expect(answerOf(given, "practical")).toEqual({ availability: null, given: true });
});

test("what I could ask is not received, and so has no direction", () => {
  expect(answered([], "emotional", { availability: "could-ask" })).toEqual([
    { supportType: "emotional", direction: null, availability: "could-ask" },
  ]);
});

test("the last answer taken back is unanswered, not none", () => {
  const one = answered(null, "practical", { availability: "would-not-ask" });
  expect(answered(one, "practical", { availability: null })).toBeNull();
});

test("an answer leaves the other support types alone", () => {
  const other = { supportType: "emotional", direction: "given", availability: null } as const;
  expect(answered([other], "practical", { availability: "could-ask" })).toContainEqual(other);
  expect(answered([other], "practical", { given: false })).toEqual([other]);
});

test("a tap on a box gives each answer, and then none", () => {
  const values = ["a", "b", "c"];
  expect([null, "a", "b", "c"].map((now) => following(values, now))).toEqual(["a", "b", "c", null]);
});
