import { expect, test } from "vitest";
import { changedSinceCard, type Entry, select } from "../../src/coach/selection.ts";

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  clientId: name,
  name,
  preferredName: null,
  dateOfBirth: null,
  externalIdentifiers: [],
  attention: [],
  agreements: { open: 0, overdue: 0, nextDueOn: null },
  lastCard: null,
  latestMap: null,
  nextReviewOn: null,
  overdueReviewOn: null,
  ...more,
});

const zoe = entry("Zoë van der Berg", { attention: ["never-a-card"] });
const jan = entry("Johannes Bakker", {
  preferredName: "Jan",
  externalIdentifiers: [{ system: "https://ecd.example/", value: "A-1204" }],
});
const names = (filter: Parameters<typeof select>[1], typed: string) =>
  select([zoe, jan], filter, typed).map(({ name }) => name);

test("every word that was typed is part of a name or a number, without accents", () => {
  expect(names("all", "")).toEqual([zoe.name, jan.name]);
  expect(names("all", "  ZOE berg ")).toEqual([zoe.name]);
  expect(names("all", "jan bakker")).toEqual([jan.name]);
  expect(names("all", "1204")).toEqual([jan.name]);
  expect(names("all", "zoë bakker")).toEqual([]);
});

test("a filter leaves the clients with that reason, in their order", () => {
  expect(names("never-a-card", "")).toEqual([zoe.name]);
  expect(names("never-a-card", "jan")).toEqual([]);
  expect(names("fragile-type", "")).toEqual([]);
});

test("whether a map changed is known only of the map of the last card", () => {
  const at = (updatedAt: string, mapId = "m") =>
    changedSinceCard(
      entry("x", {
        lastCard: { id: "c", mapId, number: 1, createdAt: "2026-06-03T10:00:00Z" },
        latestMap: {
          id: "m",
          theme: "",
          updatedAt,
          updatedBy: null,
          supporters: 0,
          steps: [],
          fragile: [],
          uncovered: [],
        },
      }),
    );
  expect(at("2026-06-03T10:00:01Z")).toBe(true);
  expect(at("2026-06-03T09:59:59Z")).toBe(false);
  expect(at("2026-06-03T10:00:01Z", "another")).toBeUndefined();
  expect(changedSinceCard(zoe)).toBeUndefined();
});
