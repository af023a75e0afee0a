import type { MapContent } from "@omringd/client/sync";
import { expect, test } from "vitest";
import { namesIn } from "../../src/map/names.ts";
import { inMonths } from "../../src/map/months.ts";
import { progress } from "../../src/map/progress.ts";
import { nextStep } from "../../src/map/steps.ts";

const empty: MapContent = {
  theme: "dementie",
  reviewOn: null,
  everyoneNamed: null,
  everyTieNamed: null,
  persons: [],
  supporters: [],
  ties: [],
  needs: [],
  agreements: [],
};
const supporter = { id: "s", personId: "p" };
const answers = { contactFrequency: "weekly", tension: 0, burden: 0 } as const;
const needs = ["emotional", "practical", "informational", "companionship", "appraisal"].map((supportType) => ({
  supportType,
  level: 0,
}));

test("a pasted list gives each name once, without bullets and spaces", () => {
  expect(namesIn("- Anna\n• Bram , Anna;\r\n\n  Oom Jan-Willem\t")).toEqual(["Anna", "Bram", "Oom Jan-Willem"]);
  expect(namesIn("Anna")).toEqual(["Anna"]);
  expect(namesIn(" \n ")).toEqual([]);
  expect(namesIn("a".repeat(300))[0]).toHaveLength(200);
});

test("an empty map has no step that is begun", () => {
  expect(new Set(Object.values(progress(empty)))).toEqual(new Set(["empty"]));
});

test("a network of nobody is done, once the client says so", () => {
  const { who, closeness, support } = progress({ ...empty, everyoneNamed: true });
  expect([who, closeness, support]).toEqual(["done", "done", "done"]);
});

test("a step about everyone is done when everyone has an answer, also if it is none", () => {
  const two = (one: object, other: object) =>
    progress({
      ...empty,
      supporters: [
        { ...supporter, ...one },
        { ...supporter, ...other },
      ],
    });
  expect(two({ closeness: "inner" }, {}).closeness).toBe("started");
  expect(two({ closeness: "inner" }, { closeness: "outer" }).closeness).toBe("done");
  expect(two({ supports: [] }, { supports: [] }).support).toBe("done");
  expect(two({ supports: [] }, { supports: null }).support).toBe("started");
});

test("step 4 needs all answers, all needs and the ties", () => {
  const map = { ...empty, supporters: [{ ...supporter, ...answers }], needs, everyTieNamed: true };
  expect(progress(map).situation).toBe("done");
  expect(progress({ ...map, everyTieNamed: false }).situation).toBe("started");
  expect(progress({ ...map, needs: needs.slice(1) }).situation).toBe("started");
  expect(progress({ ...map, supporters: [{ ...supporter, ...answers, tension: null }] }).situation).toBe("started");
});

test("step 5 needs an agreement and a day to look again", () => {
  const agreements = [{ id: "a", text: "Bellen", status: "planned" as const }];
  expect(progress({ ...empty, agreements }).card).toBe("started");
  expect(progress({ ...empty, agreements, reviewOn: "2027-01-01" }).card).toBe("done");
});

test("one goes on at the first step that is not done", () => {
  const steps = (["who", "closeness", "support", "situation", "card"] as const).map((step) => ({
    step,
    state: "done" as const,
  }));
  expect(nextStep(steps)).toBe("card");
  expect(nextStep([steps[0]!, { step: "closeness", state: "started" }, ...steps.slice(2)])).toBe("closeness");
});

test("months later is a day of that month", () => {
  expect(inMonths(3, new Date(2026, 7, 31))).toBe("2026-11-30");
  expect(inMonths(12, new Date(2026, 10, 27))).toBe("2027-11-27");
  expect(inMonths(0, new Date(2026, 0, 5))).toBe("2026-01-05");
});
