/* What the card adds: support, who knows whom, and the usual life domain of a relationship. Apart, since step 2 needs none of it. */

import type { Card, Point, Scene } from "./describe.js";
import { h, s } from "./dom.js";
import type { Labels } from "./labels.js";
import type { Person, Support } from "./people.js";

/** The shapes of the card, in a square of 16 units (heart, spanner, speech balloon, cup, star), with a colour for light and dark. */
export const SHAPES: Readonly<Record<string, readonly [path: string, light: string, dark: string]>> = {
  emotional: [
    "M8 14.2C4.5 11.6 1.6 9 1.6 5.8A3.5 3.5 0 0 1 8 3.9A3.5 3.5 0 0 1 14.4 5.8C14.4 9 11.5 11.6 8 14.2Z",
    "#b4232c",
    "#ff9a9e",
  ],
  practical: [
    "M14.3 4.6A4.1 4.1 0 0 1 8.9 9.3L4.6 13.9A1.75 1.75 0 0 1 2.1 11.4L6.7 7.1A4.1 4.1 0 0 1 11.4 1.7L9.2 3.9L9.9 6.1L12.1 6.8Z",
    "#0f6b4f",
    "#6fd8b0",
  ],
  informational: [
    "M3.4 2H12.6A1.8 1.8 0 0 1 14.4 3.8V9.2A1.8 1.8 0 0 1 12.6 11H8.2L4.4 14.6V11H3.4A1.8 1.8 0 0 1 1.6 9.2V3.8A1.8 1.8 0 0 1 3.4 2Z",
    "#1d5fa6",
    "#97c5fb",
  ],
  companionship: [
    "M2 3.4H11.6V4.7H12.6A2.3 2.6 0 0 1 12.6 9.9H11.3A3.4 3.4 0 0 1 8 13.4H5.6A3.6 3.6 0 0 1 2 9.8ZM11.6 6.2V8.4H12.4A0.9 1.1 0 0 0 12.4 6.2Z",
    "#7b3fa0",
    "#d8b0f2",
  ],
  appraisal: ["M8 1.3L10 5.9L14.9 6.3L11.2 9.6L12.3 14.4L8 11.8L3.7 14.4L4.8 9.6L1.1 6.3L6 5.9Z", "#8a5a00", "#f0c362"],
};
/** The square behind the letter of a custom support type. */
const SQUARE = ["M3 1.5H13L14.5 3V13L13 14.5H3L1.5 13V3Z", "#3f4a56", "#cdd5de"] as const;

function strike(): SVGElement {
  const line = s("path", { d: "M1 15L15 1" });
  line.style.stroke = "var(--ink)";
  return line;
}

const LOOK = {
  display: "grid",
  gridTemplate: "100% / 100%",
  position: "relative",
  width: "0.95em",
  stroke: "currentColor",
  strokeWidth: "1.3px",
};

/** What a sign of support shows. */
const stateOf = ({ availability }: Support) =>
  !availability ? "unanswered" : availability === "would-not-ask" ? "unavailable" : "available";

const supportLabel = ({ supports }: Labels, type: string): string => supports[type] ?? type;

/** The sign of one support: filled if available, struck through if the client would not ask, outlined if unanswered. */
function sign(support: Support, labels: Labels): Element {
  const shape = SHAPES[support.supportType];
  const [d, light, dark] = shape ?? SQUARE;
  const state = stateOf(support);
  const filled = state === "available";
  const drawn = s(
    "svg",
    { viewBox: "0 0 16 16" },
    s("path", { d, "fill-rule": "evenodd" }),
    state === "unavailable" && strike(),
  );
  // Not the attribute `style`, which a content security policy forbids.
  drawn.style.fill = filled ? "currentColor" : "var(--paper)";
  const letter = shape ? "" : supportLabel(labels, support.supportType).charAt(0).toUpperCase();
  const box = h("span", { class: filled ? "sign filled" : "sign", "data-text": letter }, drawn);
  Object.assign(box.style, { ...LOOK, color: `light-dark(${light}, ${dark})` });
  return box;
}

/** The support of a person and whom they know, in words. */
function words({ id, supports }: Person, { labels, people, ties }: Scene): string[] {
  const known = ties.flatMap(({ between }) => (between.includes(id) ? between : []));
  const names = people.filter((other) => other.id !== id && known.includes(other.id)).map(({ name }) => name);
  const all = (supports ?? []).map((one) => `${supportLabel(labels, one.supportType)}: ${labels[stateOf(one)]}`);
  return names[0] ? [...all, labels.knows.replace("{names}", names.join(", "))] : all;
}

/** Lines between those who know each other, bent away from the client. */
function lines({ ties, dimmed }: Scene, middles: ReadonlyMap<string, Point>, near: string): Element[] {
  return ties.flatMap(({ between, strength }) => {
    const [from, to] = between.map((id) => middles.get(id));
    if (!from || !to) return [];
    const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const bend = 1 + (0.16 * Math.hypot(to[0] - from[0], to[1] - from[1])) / (Math.hypot(x, y) || 1);
    const line = s("path", {
      fill: "none",
      d: `M${from}Q${[x * bend, y * bend]} ${to}`,
      "stroke-width": 0.8 + 0.4 * (strength ?? 2),
    });
    line.style.stroke = between.includes(near) ? "var(--ink)" : "var(--tie)";
    if (between.some((id) => dimmed.includes(id))) line.style.strokeDasharray = "3 4";
    return [line];
  });
}

export const card: Card = {
  words,
  lines,
  signs: ({ supports }, labels) => (supports ?? []).map((one) => sign(one, labels)),
};

/** The usual life domain of a relationship, which decides the sector on the card. */
const USUAL: Readonly<Record<string, string>> = {
  partner: "household",
  child: "household",
  parent: "family",
  sibling: "family",
  "other-family": "family",
  friend: "friends",
  neighbour: "neighbourhood",
  colleague: "work",
  "fellow-student": "education",
  acquaintance: "leisure",
  volunteer: "care",
  professional: "care",
  organisation: "care",
  peer: "online",
  other: "other",
};

/** The life domain of a person as the card has it: their own, or the usual one of the relationship. */
export const lifeDomainOf = (person: {
  lifeDomain?: string | null | undefined;
  relationship?: string | null | undefined;
}): string | null => person.lifeDomain ?? USUAL[person.relationship ?? ""] ?? null;
