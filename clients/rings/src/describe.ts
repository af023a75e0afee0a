import type { Labels } from "./labels.js";
import { type Person, type Ring, ringOf, type Tie } from "./people.js";

/** The middle of a mark in ring units, from the middle of the board. */
export type Point = readonly [x: number, y: number];

/** What the card adds to names and rings: support, and who knows whom. `card` of `@omringd/rings/card`. */
export interface Card {
  /** What is known of a person, in words. */
  words(person: Person, scene: Scene): string[];
  /** The signs on a mark. */
  signs(person: Person, labels: Labels): Element[];
  /** The lines of the ties, emphasised for one person. */
  lines(scene: Scene, middles: ReadonlyMap<string, Point>, near: string): Element[];
}

/** All that the views show. */
export interface Scene {
  people: readonly Person[];
  ties: readonly Tie[];
  highlight: readonly string[];
  dimmed: readonly string[];
  labels: Labels;
  card: Card | undefined;
  readonly: boolean;
}

export const ringLabel = (labels: Labels, ring: Ring): string => labels[ring ?? "unplaced"];

/** A text about a person and a ring, with both filled in. */
export const about = (
  labels: Labels,
  text: "where" | "picked" | "moved" | "stays" | "refused",
  person: Person,
  ring: Ring,
): string => labels[text].replace("{name}", person.name).replace("{ring}", ringLabel(labels, ring));

/** What is known of a person besides the name and the ring, in words. */
export function facts(person: Person, scene: Scene): string[] {
  const { labels, highlight, dimmed, card } = scene;
  const { id, past, pending, tension, burden } = person;
  const graded = (label: string, grade: number | null | undefined) =>
    grade && `${label}: ${labels.grade.replace("{grade}", `${grade}`)}`;
  return [
    dimmed.includes(id) && labels.dimmed,
    highlight.includes(id) && labels.highlighted,
    past && labels.past,
    graded(labels.tension, tension),
    graded(labels.burden, burden),
    ...(card?.words(person, scene) ?? []),
    pending && labels.pending,
  ].filter((one): one is string => !!one);
}

/** The accessible name of a person's mark. */
export const description = (person: Person, scene: Scene): string =>
  [person.name, ringLabel(scene.labels, ringOf(person)), ...facts(person, scene)].join("; ");
