// The language of the screens: chosen by the user, else that of the browser.
import { signal } from "@preact/signals";
import { recall, remember } from "./preferences.ts";

export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

const isLanguage = (value: string | null): value is Language => languages.some((known) => known === value);

function first(): Language {
  const chosen = recall("language");
  if (isLanguage(chosen)) return chosen;
  return navigator.language.startsWith("en") ? "en" : "nl";
}

export const language = signal<Language>(first());
language.subscribe((value) => (document.documentElement.lang = value));

export function chooseLanguage(value: Language): void {
  remember("language", value);
  language.value = value;
}

/**
 * Texts in both languages, as a function that returns those of the current one. The Dutch texts are the model: the compiler reports
 * what the English ones lack.
 */
export function inLanguage<Texts>(texts: { nl: Texts; en: NoInfer<Texts> }): () => Texts {
  return () => texts[language.value];
}

/** `12 juni 2026`. */
export const asDate = (instant: string): string => format(instant, { day: "numeric", month: "long", year: "numeric" });

/** `12 juni 2026 om 14:05`. */
export const asMoment = (instant: string): string =>
  format(instant, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** `14:05`. */
export const asTime = (instant: string): string => format(instant, { hour: "2-digit", minute: "2-digit" });

/** A day without a time is read as noon, so that it is the same day in every time zone. */
function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(instant.length === 10 ? `${instant}T12:00` : instant);
  return new Intl.DateTimeFormat(language.value === "nl" ? "nl-NL" : "en-GB", options).format(date);
}
