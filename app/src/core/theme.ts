import { signal } from "@preact/signals";
import { recall, remember } from "./preferences.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const theme = signal<Theme>(themes.find((known) => known === recall("theme")) ?? "auto");
theme.subscribe((value) => (document.documentElement.dataset.theme = value));

export function chooseTheme(value: Theme): void {
  remember("theme", value);
  theme.value = value;
}
