import { inLanguage } from "../core/language.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

/** Texts of the log-in and of the frame around every screen. */
export const shell = inLanguage({ nl, en });
