import { inLanguage } from "../core/language.ts";
import { en } from "./locales/en.ts";
import { nl } from "./locales/nl.ts";

/** Texts of the five steps. */
export const texts = inLanguage({ nl, en });
