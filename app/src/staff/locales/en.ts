import type { Texts } from "./nl.ts";

export const en: Texts = {
  more: "Show more",
  nothing: "Nothing found.",
  choose: "Choose",
  select: (name) => `Choose ${name}`,
  born: (day) => `Born ${day}`,
  number: (value) => `no.\u00a0${value}`,
  save: "Save",
  saved: "Saved.",
  change: "Change",
  unknown: "Unknown",
};
