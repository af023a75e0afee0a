import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SHAPES } from "../src/card.js";

const css = readFileSync("src/rings.css", "utf8");
const card = readFileSync("../../picture/src/palette.rs", "utf8");
const pairs = [...css.matchAll(/--(\w+): light-dark\((#\w+), (#\w+)\)/g)].map(
  ([, name, light, dark]) => [name!, { light: light!, dark: dark! }] as const,
);
const colours = new Map(pairs);
const of = (name: string) => colours.get(name)!;

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["paper", "inner", "middle", "outer"];
const signs = Object.entries(SHAPES).map(([name, [, light, dark]]) => [name, { light, dark }] as const);

test.each(["light", "dark"] as const)("%s: text has a contrast of at least 4.5 and lines of at least 3", (theme) => {
  for (const ground of grounds) {
    for (const text of ["ink", "muted", "accent"])
      expect([text, ground, contrast(of(text)[theme], of(ground)[theme]) >= 4.5]).toEqual([text, ground, true]);
    for (const line of ["line", "tie", "tension"])
      expect([line, ground, contrast(of(line)[theme], of(ground)[theme]) >= 3]).toEqual([line, ground, true]);
  }
  for (const [name, colour] of signs)
    expect([name, contrast(colour[theme], of("paper")[theme]) >= 4.5]).toEqual([name, true]);
});

test("light colours are those of the card", () => {
  const named = {
    ink: "INK",
    muted: "MUTED",
    paper: "PAPER",
    line: "RING_LINE",
    tie: "TIE",
    tension: "TENSION",
    accent: "CLIENT",
  };
  for (const [name, constant] of Object.entries(named))
    expect(card).toContain(`const ${constant}: &str = "${of(name).light}"`);
  expect(card).toContain(
    `RINGS: [&str; 3] = ["${of("inner").light}", "${of("middle").light}", "${of("outer").light}"]`,
  );
  expect(card).toContain(signs.map(([, { light }]) => `"${light}"`).join(", "));
});

test("shapes are those of the card", () => {
  const glyphs = readFileSync("../../picture/src/glyphs.rs", "utf8");
  for (const [path] of Object.values(SHAPES)) expect(glyphs).toContain(path);
});
