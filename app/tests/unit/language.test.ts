import "./browser.ts";
import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  localStorage.removeItem("omringd-language");
});

test("days are the same in every time zone, and read as people say them", async () => {
  const { asDate, asMoment, chooseLanguage } = await import("../../src/core/language.ts");
  chooseLanguage("nl");
  expect(asDate("2026-06-12")).toBe("12 juni 2026");
  expect(asMoment("2026-06-12T12:00:00Z")).toMatch(/^12 juni 2026 om \d\d:\d\d$/);
  chooseLanguage("en");
  expect(asDate("2026-06-12")).toBe("12 June 2026");
});

test("the chosen language is kept, and said to screen readers", async () => {
  const first = await import("../../src/core/language.ts");
  first.chooseLanguage("en");
  expect(document.documentElement.lang).toBe("en");
  vi.resetModules();
  const { language } = await import("../../src/core/language.ts");
  expect(language.value).toBe("en");
});

test("texts are those of the language at the moment of use", async () => {
  const { chooseLanguage, inLanguage } = await import("../../src/core/language.ts");
  const texts = inLanguage({ nl: { hello: "dag" }, en: { hello: "hello" } });
  chooseLanguage("nl");
  expect(texts().hello).toBe("dag");
  chooseLanguage("en");
  expect(texts().hello).toBe("hello");
});

test("no text is empty, and both languages take the same figures", async () => {
  const dutchFiles = import.meta.glob<{ nl: object }>("../../src/**/locales/nl.ts", { eager: true });
  const englishFiles = import.meta.glob<{ en: object }>("../../src/**/locales/en.ts", { eager: true });
  expect(Object.keys(dutchFiles).length).toBeGreaterThanOrEqual(2);
  for (const [file, { nl }] of Object.entries(dutchFiles)) {
    const { en } = englishFiles[file.replace("/nl.ts", "/en.ts")]!;
    const dutch = leaves(nl);
    const english = leaves(en);
    expect(Object.keys(english)).toEqual(Object.keys(dutch));
    for (const [name, text] of Object.entries(dutch)) {
      expect(text, name).toMatch(/\S/);
      expect(english[name], name).toMatch(/\S/);
      expect(english[name]!.includes("‹value›"), name).toBe(text.includes("‹value›"));
    }
  }
});

/** Every text by its place; functions with a value that is easy to find. */
function leaves(texts: object, place = ""): Record<string, string> {
  return Object.entries(texts).reduce<Record<string, string>>((found, [name, text]) => {
    if (typeof text === "object") return { ...found, ...leaves(text as object, `${place}${name}.`) };
    return { ...found, [place + name]: typeof text === "function" ? String(text("‹value›")) : String(text) };
  }, {});
}
