import { expect, test } from "vitest";
import { calendarFile } from "../../src/core/calendar.ts";

const NOW = new Date("2026-03-02T09:30:15.250Z");
const file = (title: string) => calendarFile({ id: "a1", day: "2026-06-12", title }, NOW);
const read = async (title: string) => {
  const bytes = new Uint8Array(await file(title).blob.arrayBuffer());
  return { bytes, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
};
/** As a calendar reads a property: lines put together, then the text without its escapes. */
const summary = (text: string) =>
  /^SUMMARY:(.*)$/m
    .exec(text.replace(/\r\n /g, ""))![1]!
    .replace(/\\([\\;,n])/g, (_, letter: string) => (letter === "n" ? "\n" : letter));

test("a day without a time, which keeps its id", async () => {
  expect(file("Bellen")).toMatchObject({ name: "omringd-2026-06-12.ics", blob: { type: "text/calendar" } });
  expect((await read("Bellen")).text.split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Omringd//Omringd//NL",
    "BEGIN:VEVENT",
    "UID:a1@omringd",
    "DTSTAMP:20260302T093015Z",
    "SEQUENCE:29540730",
    "DTSTART;VALUE=DATE:20260612",
    "SUMMARY:Bellen",
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("a later file about the same day replaces the earlier one", async () => {
  const later = calendarFile({ id: "a1", day: "2026-06-13", title: "Bellen" }, new Date(NOW.getTime() + 60_000));
  expect(await later.blob.text()).toContain("UID:a1@omringd\r\n");
  expect(await later.blob.text()).toContain("SEQUENCE:29540731\r\n");
});

test.each([
  "Anna: wandelen; daarna thee, of koffie",
  "C:\\map\\niets",
  "twee\nregels\r\nen nog een",
  "a".repeat(500),
  "é".repeat(300),
  "👩‍👧 samen ".repeat(60),
  "",
])("%j comes out as it went in, in lines of at most 75 bytes", async (title) => {
  const { bytes, text } = await read(title);
  expect(summary(text)).toBe(title.replaceAll("\r\n", "\n"));
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  let length = 0;
  for (const byte of bytes) {
    length = byte === 10 ? 0 : length + 1;
    // The carriage return does not count.
    expect(length).toBeLessThanOrEqual(byte === 13 ? 76 : 75);
  }
});

test("text cannot add a property", async () => {
  const { text } = await read("a\r\nATTACH:https://example.nl\rURL:b\u0000");
  expect(text).not.toMatch(/^(ATTACH|URL)/m);
  expect(text).not.toContain("\u0000");
});
