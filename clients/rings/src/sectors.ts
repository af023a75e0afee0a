import type { Person } from "./people.js";

/* The sector of each life domain, as in the service's `sectors.rs`. */

/** The life domains, clockwise. */
const DOMAINS = "household family friends leisure online faith neighbourhood education work care other".split(" ");
/** The size of their sectors, in degrees. */
const DEGREES = [70, 75, 65, 25, 10, 15, 30, 10, 25, 30, 5];
/** Where the first sector starts. */
const START = -35;
const ALL = DOMAINS.length;

/** Maximum extension to one side, in degrees. */
const MAX_EXTENSION = 90;

/** The part of empty neighbouring sectors that a domain may use, by the number of earlier people in it. */
const widened = (people: number): number => (people < 7 ? 0 : people < 12 ? 0.3 : people < 18 ? 0.65 : 1);

/**
 * Returns a function that gives the angle of the next person, as a fraction of the circle. Call it in order of id: a new person, who comes
 * last, does not change the angle of another.
 */
export function sectors(): (person: Person) => number {
  const people = DEGREES.map(() => 0);
  const empty = (at: number, step: number): number => {
    let degrees = 0;
    for (let away = 1; away < ALL && !people[(at + away * step) % ALL]; away++)
      degrees += DEGREES[(at + away * step) % ALL]!;
    return Math.min(degrees, MAX_EXTENSION);
  };
  return ({ id, lifeDomain }) => {
    const at = DOMAINS.indexOf(lifeDomain ?? "");
    if (at < 0) return spread(id);
    const more = widened(people[at]!);
    const [before, after] = [empty(at, ALL - 1) * more, empty(at, 1) * more];
    people[at]!++;
    const from = DEGREES.slice(0, at).reduce((sum, degrees) => sum + degrees, START);
    return (from - before + (before + DEGREES[at]! + after) * spread(id)) / 360;
  };
}

const bits = (value: bigint) => BigInt.asUintN(64, value);

/** A pseudo-random number from 0 to 1, from the id alone (the finaliser of SplitMix64). */
export function spread(id: string): number {
  const digits = id.replaceAll("-", "");
  // Ids that are not UUIDs give the codes of their last letters.
  const hex = /^[\da-f]{32}$/i.test(digits)
    ? digits
    : Array.from(id, (letter) => letter.charCodeAt(0).toString(16)).join("");
  const number = BigInt(`0x0${hex}`);
  const low = bits(number);
  let mixed = bits(number >> 64n) ^ bits((low << 32n) | (low >> 32n));
  mixed = bits((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
  mixed = bits((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
  mixed ^= mixed >> 31n;
  return Number(mixed >> 11n) / 2 ** 53;
}
