/*
 * Positions marks on the rings, with the client at (0, 0), as the service's `layout.rs` does: in order of id each takes the free
 * position nearest to its own angle. A new person, who comes last, moves nobody.
 */

/** A rectangle, by its upper left corner. */
export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The outer radii of the three rings, inner ring first. */
export type Radii = readonly [number, number, number];
/** For a usual number of people. */
export const USUAL: Radii = [130, 212, 290];
/** For many people: a wider inner ring. */
export const CROWDED: Radii = [158, 228, 290];
/** The outermost radius, constant. */
export const RADIUS = 290;
export const CLIENT_RADIUS = 24;

/** A mark to be positioned. */
export interface Item {
  /** The index of the ring. */
  ring: number;
  /** The preferred angle as a fraction of the circle, clockwise from the top. */
  turn: number;
  /** Whether the client chose the angle. */
  given: boolean;
  w: number;
  h: number;
}

/** The number of angular steps tried around a ring. */
const STEPS = 144;
/** The radial offsets tried, from the middle of a ring. */
const OFFSETS = [0, 12, -12, 22, -22, 31, -31, 40, -40];

/** Where a mark may be: entirely within its ring, with its middle in it and not beyond the outermost ring, or with its middle in it. */
type Where = "whole" | "middle" | "loose";
/** A constraint: the gap, where the mark may be, and the angular range. */
type Try = readonly [gap: number, where: Where, around: number];
const TRIES: readonly Try[] = [
  [26, "whole", STEPS / 12],
  [12, "whole", STEPS / 8],
  [5, "whole", STEPS / 5],
  [3, "whole", STEPS / 2],
  [2, "middle", STEPS / 2],
];
/** What the service does not try, since it draws numbers instead. */
const LOOSE: readonly Try[] = [[2, "loose", STEPS / 2]];
/** For a chosen angle: at the angle with decreasing gaps, then the nearest free position. */
const GIVEN: readonly Try[] = [
  [12, "whole", 0],
  [3, "whole", 0],
  [2, "middle", STEPS / 2],
];

interface Band {
  inner: number;
  middle: number;
  outer: number;
}

function band(radii: Radii, ring: number): Band {
  const [inner, outer] = [ring === 0 ? CLIENT_RADIUS + 4 : radii[ring - 1]!, radii[ring]!];
  // In the innermost ring slightly outward of the middle, where there is more space.
  return { inner, middle: inner + (outer - inner) * (ring === 0 ? 0.55 : 0.5), outer };
}

/**
 * Positions all marks; `reserved` stays free. `target` is the least width and height that no other mark may cover. Undefined if a mark
 * finds no free position; with `anyway` such marks overlap.
 */
export function place(
  items: readonly Item[],
  reserved: readonly Rect[],
  radii: Radii,
  target = 0,
  anyway = false,
): Rect[] | undefined {
  const by = (tries: readonly Try[]) => placeBy(tries, items, reserved, radii, target, anyway);
  return (anyway ? undefined : by(TRIES)) ?? by(TRIES.slice(3)) ?? (target ? by(LOOSE) : undefined);
}

function placeBy(
  tries: readonly Try[],
  items: readonly Item[],
  reserved: readonly Rect[],
  radii: Radii,
  target: number,
  anyway: boolean,
): Rect[] | undefined {
  const taken = [...reserved];
  const places: Rect[] = [];
  const order = items.map((_, at) => at).sort((a, b) => +items[b]!.given - +items[a]!.given || a - b);
  for (const at of order) {
    const item = items[at]!;
    const ring = band(radii, item.ring);
    let found: Rect | undefined;
    for (const one of item.given ? GIVEN : tries) if ((found = spot(item, ring, taken, one, target))) break;
    if (!found && anyway) found = around(item, ring.middle, 0);
    if (!found) return undefined;
    taken.push(grown(found, target));
    places[at] = found;
  }
  return places;
}

/** The rectangle of a mark at this radius and this many steps clockwise from its angle. */
function around(item: Item, radius: number, steps: number): Rect {
  const turn = item.given
    ? item.turn + steps / STEPS
    : Math.floor((item.turn - Math.floor(item.turn)) * STEPS + steps) / STEPS;
  const [x, y] = [Math.sin(2 * Math.PI * turn) * radius, -Math.cos(2 * Math.PI * turn) * radius];
  return { x: x - item.w / 2, y: y - item.h / 2, w: item.w, h: item.h };
}

/** The nearest free position, by angle first. */
function spot(
  item: Item,
  ring: Band,
  taken: readonly Rect[],
  [gap, where, range]: Try,
  target: number,
): Rect | undefined {
  for (let turn = 0; turn <= range; turn++) {
    for (const steps of turn ? [turn, -turn] : [0]) {
      for (const offset of OFFSETS) {
        const rect = around(item, ring.middle + offset, steps);
        if (fits(ring, rect, where) && !touches(grown(rect, target), taken, gap)) return rect;
      }
    }
  }
  return undefined;
}

/** Whether the mark lies within the ring; never beyond the square around the rings. */
function fits(ring: Band, { x, y, w, h }: Rect, where: Where): boolean {
  const [farX, farY] = [Math.max(Math.abs(x), Math.abs(x + w)), Math.max(Math.abs(y), Math.abs(y + h))];
  const far = Math.hypot(farX, farY);
  if (where === "whole") {
    const near = Math.hypot(Math.max(x, -(x + w), 0), Math.max(y, -(y + h), 0));
    return far <= ring.outer - 2 && near >= ring.inner + 1;
  }
  const centre = Math.hypot(x + w / 2, y + h / 2);
  return (where === "middle" ? far : Math.max(farX, farY)) <= RADIUS && centre > ring.inner && centre < ring.outer;
}

/** A rectangle of at least this width and height, around the same middle. */
export function grown(rect: Rect, least: number): Rect {
  const [w, h] = [Math.max(rect.w, least), Math.max(rect.h, least)];
  return { x: rect.x - (w - rect.w) / 2, y: rect.y - (h - rect.h) / 2, w, h };
}

/** Whether one of the others is closer than `gap`. */
function touches({ x, y, w, h }: Rect, others: readonly Rect[], gap: number): boolean {
  const [left, right, top, bottom] = [x - gap, x + w + gap, y - gap * 0.7, y + h + gap * 0.7];
  return others.some(
    (other) => left < other.x + other.w && other.x < right && top < other.y + other.h && other.y < bottom,
  );
}
