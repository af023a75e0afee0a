import { expect, test } from "vitest";
import { card, lifeDomainOf, SHAPES } from "../src/card.js";
import { about, description, type Scene } from "../src/describe.js";
import { en, nl } from "../src/labels.js";
import { initialsOf } from "../src/mark.js";

test("both languages have the same texts with the same words to fill in", () => {
  const braces = (text: unknown) => (typeof text === "string" ? text.match(/\{\w+\}/g) : Object.keys(text as object));
  const words = (labels: typeof nl) =>
    Object.fromEntries(Object.entries(labels).map(([name, text]) => [name, braces(text)]));
  expect(words(en)).toEqual(words(nl));
  expect(Object.keys(nl.supports)).toEqual(Object.keys(SHAPES));
});

test("a description has all that a mark shows, in words", () => {
  const people = [
    {
      id: "a",
      name: "Anna",
      closeness: "inner",
      tension: 2,
      burden: 1,
      past: true,
      pending: true,
      supports: [{ supportType: "emotional", availability: "could-ask" }, { supportType: "vervoer" }],
    },
    { id: "b", name: "Bas" },
  ] as const;
  const scene: Scene = {
    people,
    labels: en,
    ties: [{ between: ["a", "b"] }],
    highlight: ["b"],
    dimmed: ["a"],
    card,
    readonly: false,
  };
  expect(description(people[0], scene)).toBe(
    "Anna; Inner ring; Falls away; Belongs to the past; Tension: 2 of 4; Burden: 1 of 4; Listening: Received, or I could ask; vervoer: Not answered yet; knows Bas; Not saved yet",
  );
  expect(description(people[0], { ...scene, card: undefined })).not.toMatch(/Listening|knows/);
  expect(description(people[1], scene)).toBe("Bas; Not in a ring yet; Attention; knows Anna");
  expect(about(nl, "moved", people[0], "inner")).toBe("Anna: Binnenste ring");
});

test("initials are the first letters of the first two words", () => {
  expect(
    ["Anna", "Jan de Boer", "Dr. Van den Berg", "Kees & Ria", "élan vital", "李", "👨‍👩‍👧"].map((name) =>
      initialsOf({ id: "", name }),
    ),
  ).toEqual(["A", "JD", "DV", "KR", "ÉV", "李", "👨‍👩‍👧"]);
  expect(initialsOf({ id: "", name: "Anna", initials: "An" })).toBe("An");
});

test("the life domain is that of the person, or the usual one", () => {
  expect(lifeDomainOf({ lifeDomain: "work", relationship: "friend" })).toBe("work");
  expect(lifeDomainOf({ relationship: "friend" })).toBe("friends");
  expect(lifeDomainOf({})).toBeNull();
});

test("importing the element without a document does nothing", async () => {
  expect(globalThis.HTMLElement).toBeUndefined();
  const { OmringdRings } = await import("../dist/index.js" as string);
  expect(OmringdRings.observedAttributes).toEqual(["view", "readonly"]);
});
