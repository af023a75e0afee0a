// The support of one person as the client answers it: what could I ask, and what do I do for them. Together they are the direction.
import type { Schemas } from "@omringd/client";

type Support = Schemas["Support"];
type Availability = Schemas["Availability"];
type Supports = readonly Support[] | null | undefined;

interface Answer {
  availability: Availability | null;
  /** Whether the client gives this support too. */
  given: boolean;
}

export function answerOf(supports: Supports, supportType: string): Answer {
  const found = supports?.find((support) => support.supportType === supportType);
  const direction = found?.direction;
  return { availability: found?.availability ?? null, given: direction === "given" || direction === "mutual" };
}

/** The support after one answer. Without any answer it is unanswered again, and not "none". */
export function answered(supports: Supports, supportType: string, answer: Partial<Answer>): Support[] | null {
  const { availability, given } = { ...answerOf(supports, supportType), ...answer };
  const others = (supports ?? []).filter((support) => support.supportType !== supportType);
  if (!availability && !given) return others.length > 0 ? others : null;
  const received = availability === "received-now";
  const direction = received && given ? "mutual" : given ? "given" : received ? "received" : null;
  return [...others, { supportType, direction, availability }];
}

/** The next answer when a box of the grid is tapped. */
export function following<Value>(values: readonly Value[], now: Value | null): Value | null {
  const at = now === null ? -1 : values.indexOf(now);
  return values[at + 1] ?? null;
}
