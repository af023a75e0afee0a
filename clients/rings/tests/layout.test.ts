import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { arrange } from "../src/arrange.js";
import { lifeDomainOf } from "../src/card.js";
import { CLIENT_RADIUS, grown, place, type Rect, USUAL } from "../src/layout.js";
import { type Closeness, CLOSENESS, type Person } from "../src/people.js";
import { sectors, spread } from "../src/sectors.js";

/** The example of the picture's tests (`picture/tests/support`): ids by number, relationships in turn. */
const RELATIONSHIPS = readFileSync("../../picture/tests/support/mod.rs", "utf8")
  .split("RELATIONSHIPS: [Relationship;")[1]!
  .split("];")[0]!
  .match(/Relationship::(\w+)/g)!
  .map((word) =>
    word
      .replace("Relationship::", "")
      .replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
      .toLowerCase(),
  );
const bits = (value: bigint) => BigInt.asUintN(64, value);
function exampleId(kind: bigint, number: bigint): string {
  const mixed = bits(((kind << 40n) | number) * 0x9e3779b97f4a7c15n);
  const high = bits(((0x01935b000000n + number * 977n) << 16n) | 0x7000n | (mixed >> 52n));
  const low = (1n << 63n) | (mixed >> 2n);
  return ((high << 64n) | low)
    .toString(16)
    .padStart(32, "0")
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/** The marks of a picture that the service drew, and the size of its ring names. */
function drawn(count: number) {
  const svg = readFileSync(`../../picture/tests/snapshots/picture__${count}-screen.snap.svg`, "utf8");
  const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map((one) =>
    one.slice(1, 4).map(Number),
  );
  const [x, y] = circles[0] as [number, number];
  const radii = [circles[2]![2]!, circles[1]![2]!, circles[0]![2]!] as const;
  const numbers = (text: string) =>
    [...text.matchAll(/ (?:x|y|width|height)="([\d.-]+)"/g)].map((one) => Number(one[1])) as never;
  const marks = [...svg.matchAll(/data-supporter-id="([\da-f-]+)"><title>([^<]*)<\/title><rect([^>]*)>/g)].map(
    ([, id, title, rect]) => {
      const [left, top, w, h] = numbers(rect!) as [number, number, number, number];
      return { id: id!, title: title!, rect: { x: left - x, y: top - y, w, h } };
    },
  );
  // The ground behind the name of a ring is four units wider.
  const names = [...svg.matchAll(/<rect[^>]* width="([\d.]+)"[^>]* rx="4" fill/g)].map((one) => Number(one[1]) - 4);
  return { marks, radii, names };
}

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, at) => {
    const relationship = RELATIONSHIPS[at % RELATIONSHIPS.length]!;
    return { id: exampleId(3n, BigInt(at)), name: `${at}`, lifeDomain: lifeDomainOf({ relationship }) };
  });

describe("places are those of the card", () => {
  test.each([8, 25])("%i people", (count) => {
    const { marks, radii, names } = drawn(count);
    const all = people(count).map((person, at): Person => {
      const mark = marks.find(({ id }) => id === exampleId(4n, BigInt(at)));
      const ring = CLOSENESS.find((one) =>
        mark?.title.includes(`; ${{ inner: "Binnenste", middle: "Middelste", outer: "Buitenste" }[one]} ring`),
      );
      return { ...person, closeness: ring ?? null };
    });
    const placed = all.filter((person) => person.closeness);
    expect(placed.length).toBeGreaterThan(count / 2);
    const own = (person: Person) => marks.find(({ id }) => id === exampleId(4n, BigInt(person.name)))!;
    // The zigzag is part of the mark but not of its rectangle: 0.35 of the font size.
    const font = 12.5;
    const tense = (person: Person) => (own(person).title.includes("Spanning") ? font * 0.35 : 0);
    const sizes = new Map(
      placed.map((person) => [person.id, [own(person).rect.w, own(person).rect.h + tense(person)] as const]),
    );
    const found = arrange(all, sizes, names, 9.5, radii)!;
    for (const person of placed) {
      const [mine, theirs] = [found.get(person.id)!, own(person).rect];
      expect([person.name, mine.x, mine.y]).toEqual([
        person.name,
        expect.closeTo(theirs.x, 1),
        expect.closeTo(theirs.y, 1),
      ]);
    }
  });
});

describe("layout", () => {
  const closeness = (at: number): Closeness => CLOSENESS[at % 3]!;
  const crowd = (count: number) => people(count).map((person, at) => ({ ...person, closeness: closeness(at) }));
  const sized = (all: readonly Person[], w: number, h: number) => new Map(all.map(({ id }) => [id, [w, h] as const]));
  const names = [80, 80, 80];
  const overlap = (a: Rect, b: Rect) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

  test("a new person, who comes last, moves nobody", () => {
    const all = crowd(20);
    const before = arrange(all.slice(0, 19), sized(all, 50, 24), names, 10, USUAL)!;
    const after = arrange(all, sized(all, 50, 24), names, 10, USUAL)!;
    expect(before.size).toBe(19);
    for (const [id, rect] of before) expect(after.get(id)).toEqual(rect);
  });

  test("no mark covers another, the client or a ring name, and each is in its ring", () => {
    const all = crowd(40);
    const found = arrange(all, sized(all, 40, 24), names, 10, USUAL)!;
    const rects = [...found.values()];
    rects.push(grown({ x: 0, y: 0, w: 0, h: 0 }, 2 * CLIENT_RADIUS));
    rects.forEach((one, at) => rects.slice(0, at).forEach((other) => expect(overlap(one, other)).toBe(false)));
    for (const person of all) {
      const { x, y, w, h } = found.get(person.id)!;
      const away = Math.hypot(x + w / 2, y + h / 2);
      const ring = CLOSENESS.indexOf(person.closeness);
      expect(away).toBeLessThan(USUAL[ring]!);
      expect(away).toBeGreaterThan(USUAL[ring - 1] ?? CLIENT_RADIUS);
    }
  });

  test("targets do not overlap either", () => {
    const all = crowd(15);
    const found = arrange(all, sized(all, 30, 20), names, 10, USUAL, 44)!;
    const rects = [...found.values()].map((rect) => grown(rect, 44));
    rects.forEach((one, at) => rects.slice(0, at).forEach((other) => expect(overlap(one, other)).toBe(false)));
  });

  test("a person who does not fit is not placed, unless marks may overlap", () => {
    const all = crowd(60);
    const marks = sized(all, 90, 60);
    expect(arrange(all, marks, names, 10, USUAL)).toBeUndefined();
    expect(arrange(all, marks, names, 10, USUAL, 0, true)!.size).toBe(60);
  });

  test("a chosen angle is kept", () => {
    const item = { ring: 2, turn: 0.25, given: true, w: 40, h: 20 };
    const [rect] = place([item], [], USUAL)!;
    expect(rect!.y + 10).toBeCloseTo(0);
    expect(rect!.x).toBeGreaterThan(212);
  });
});

describe("sectors", () => {
  test("the spread is the service's", () => {
    // SplitMix64's finaliser of high ^ rotate(low, 32), for 0…0 and for 0…01.
    expect(spread("00000000-0000-0000-0000-000000000000")).toBe(0);
    expect(spread("a person")).not.toBe(spread("another person"));
  });

  test("people of a domain stay in its sector, and extend into empty ones", () => {
    const turns = (count: number, others: readonly Person[]) => {
      const turn = sectors();
      others.forEach(turn);
      const all = people(count).map((person) => turn({ ...person, lifeDomain: "friends" }));
      return Math.max(...all) - Math.min(...all);
    };
    const beside = ["family", "leisure"].map((lifeDomain) => ({ id: "x", name: "x", lifeDomain }));
    expect(turns(7, [])).toBeLessThan(65 / 360);
    expect(turns(40, [])).toBeGreaterThan(0.4);
    expect(turns(40, beside)).toBeLessThan(65 / 360);
  });
});
