import { inLanguage } from "../core/language.ts";
import { en } from "./locales/en.ts";
import { nl } from "./locales/nl.ts";

/** Texts that the screens of the coach and the administrator share. */
export const staff = inLanguage({ nl, en });
