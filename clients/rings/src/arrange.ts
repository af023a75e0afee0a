import { CLIENT_RADIUS, CROWDED, grown, type Item, place, type Radii, type Rect, USUAL } from "./layout.js";
import { CLOSENESS, type Person, ringOf } from "./people.js";
import { sectors } from "./sectors.js";

/**
 * The font sizes of marks, largest first, in multiples of the one of the page. The last two are for many people: names on one line, and
 * initials instead of names.
 */
export const SIZES = [0.9375, 0.875, 0.8125, 0.75, 0.75, 0.875] as const;
export const SMALL = 3;
export const INITIALS = 5;
export const radiiOf = (size: number): Radii => (size <= SMALL ? USUAL : CROWDED);

/** The fill factor of a ring beyond which placement rarely succeeds and is not tried. */
const FULL = 0.62;

/**
 * The rectangles of the marks in the rings, by id, around (0, 0); all in ring units. `marks` has the width and height of each, `names` the widths
 * of the names of the rings and `font` their size. `target` is the least width and height of a mark that no other covers. Undefined if a mark
 * finds no free position; with `anyway` such marks overlap.
 */
export function arrange(
  people: readonly Person[],
  marks: ReadonlyMap<string, readonly [w: number, h: number]>,
  names: readonly number[],
  font: number,
  radii: Radii,
  target = 0,
  anyway = false,
): Map<string, Rect> | undefined {
  const turn = sectors();
  const inRing = people.filter(ringOf).sort((one, other) => (one.id < other.id ? -1 : 1));
  const items = inRing.map((person): Item => {
    const [w, h] = marks.get(person.id)!;
    // Called with a chosen angle too, so that choosing one does not change the others.
    const automatic = turn(person);
    const given = person.angle != null;
    return { ring: CLOSENESS.indexOf(ringOf(person)!), turn: given ? person.angle! / 360 : automatic, given, w, h };
  });
  if (!anyway && full(items, radii, target)) return undefined;
  const reserved = names.map((w, at) => ({ x: -w / 2, y: font * 0.53 - radii[at]!, w, h: font * 1.16 }));
  reserved.unshift(grown({ x: 0, y: 0, w: 0, h: 0 }, 2 * CLIENT_RADIUS));
  const places = place(items, reserved, radii, target, anyway);
  return places && new Map(places.map((rect, at) => [inRing[at]!.id, rect]));
}

/** Whether a ring cannot hold its marks. */
function full(items: readonly Item[], radii: Radii, target: number): boolean {
  const left = radii.map((radius, ring) => FULL * Math.PI * (radius ** 2 - (radii[ring - 1] ?? CLIENT_RADIUS) ** 2));
  return items.some(({ ring, w, h }) => (left[ring]! -= (Math.max(w, target) + 3) * (Math.max(h, target) + 3)) < 0);
}
