import type { Labels } from "./labels.js";
import { type Person, type Ring, ringOf, type Support, type Tie } from "./people.js";

/** All that the views show. */
export interface Scene {
  people: readonly Person[];
  ties: readonly Tie[];
  highlight: readonly string[];
  dimmed: readonly string[];
  labels: Labels;
  signs: ((support: Support, labels: Labels) => Node) | undefined;
  readonly: boolean;
}

/** What a sign of support shows. */
export const stateOf = ({ availability }: Support) =>
  !availability ? "unanswered" : availability === "would-not-ask" ? "unavailable" : "available";

export const supportLabel = ({ supports }: Labels, type: string): string => supports[type] ?? type;

export const ringLabel = (labels: Labels, ring: Ring): string => labels[ring ?? "unplaced"];

/** A text about a person and a ring, with both filled in. */
export const about = (
  labels: Labels,
  text: "where" | "picked" | "moved" | "stays" | "refused",
  person: Person,
  ring: Ring,
): string => labels[text].replace("{name}", person.name).replace("{ring}", ringLabel(labels, ring));

/** What is known of a person besides the name and the ring, in words. */
export function facts(person: Person, { labels, highlight, dimmed, ties, people }: Scene): string[] {
  const { id, past, pending, supports, tension, burden } = person;
  const known = ties.flatMap(({ between }) => (between.includes(id) ? between : []));
  const names = people.filter((other) => other.id !== id && known.includes(other.id)).map(({ name }) => name);
  const graded = (label: string, grade: number | null | undefined) =>
    grade && `${label}: ${labels.grade.replace("{grade}", `${grade}`)}`;
  return [
    dimmed.includes(id) && labels.dimmed,
    highlight.includes(id) && labels.highlighted,
    past && labels.past,
    ...(supports ?? []).map((one) => `${supportLabel(labels, one.supportType)}: ${labels[stateOf(one)]}`),
    graded(labels.tension, tension),
    graded(labels.burden, burden),
    names[0] && labels.knows.replace("{names}", names.join(", ")),
    pending && labels.pending,
  ].filter((one): one is string => !!one);
}

/** The accessible name of a person's mark. */
export const description = (person: Person, scene: Scene): string =>
  [person.name, ringLabel(scene.labels, ringOf(person)), ...facts(person, scene)].join("; ");
