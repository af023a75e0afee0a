// How far each step is, by the same rules as the service: the map may have changes that it has not seen yet.
import type { Schemas } from "@omringd/client";
import type { MapContent } from "@omringd/client/sync";
import type { Step } from "./steps.ts";

type State = Schemas["StepState"];
type Supporter = MapContent["supporters"][number];

const BUILT_IN_NEEDS = ["emotional", "practical", "informational", "companionship", "appraisal"];

/** Null and absent are unanswered. */
export const isAnswered = (value: unknown): boolean => value !== null && value !== undefined;

const answersOf = ({ contactFrequency, tension, burden }: Supporter) =>
  [contactFrequency, tension, burden].filter(isAnswered).length;

export function progress(map: MapContent): Record<Step, State> {
  return {
    who: map.everyoneNamed ? "done" : map.supporters.length > 0 ? "started" : "empty",
    closeness: ofEveryone(map, ({ closeness }) => isAnswered(closeness)),
    support: ofEveryone(map, ({ supports }) => isAnswered(supports)),
    situation: situation(map),
    card: card(map),
  };
}

function ofEveryone({ supporters, everyoneNamed }: MapContent, answered: (supporter: Supporter) => boolean): State {
  const count = supporters.filter(answered).length;
  if (supporters.length === 0) return everyoneNamed ? "done" : "empty";
  if (count === 0) return "empty";
  return count < supporters.length ? "started" : "done";
}

function situation(map: MapContent): State {
  const { supporters, ties, needs, everyTieNamed } = map;
  const everyTie = ties.length > 0 || everyTieNamed === true;
  const everyNeed = BUILT_IN_NEEDS.every((type) => needs.some(({ supportType }) => supportType === type));
  const everyAnswer = ofEveryone(map, (one) => answersOf(one) === 3) === "done";
  if (everyAnswer && everyNeed && everyTie) return "done";
  return needs.length > 0 || everyTie || supporters.some((one) => answersOf(one) > 0) ? "started" : "empty";
}

function card({ agreements, reviewOn }: MapContent): State {
  if (agreements.length > 0 && reviewOn) return "done";
  return agreements.length > 0 || reviewOn ? "started" : "empty";
}
