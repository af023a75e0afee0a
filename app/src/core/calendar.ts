// A day for the calendar of the user, as a file that is made here (RFC 5545): the service does not see who takes which day along.
import type { Download } from "@omringd/client";

export interface CalendarDay {
  /** The same for each file about it, so that a calendar moves the day instead of adding another. */
  id: string;
  /** `2026-06-12`. */
  day: string;
  title: string;
}

const LONGEST_LINE = 75;

/** Without a time, so that it is the same day in every time zone; private, since others may see the calendar. */
export function calendarFile({ id, day, title }: CalendarDay, now = new Date()): Download {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Omringd//Omringd//NL",
    "BEGIN:VEVENT",
    `UID:${id}@omringd`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escape(title)}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  const text = lines.map((line) => `${fold(line)}\r\n`).join("");
  return { name: `omringd-${day}.ics`, blob: new Blob([text], { type: "text/calendar" }) };
}

/** A newline in a text is `\n`; other control characters are not allowed. */
const escape = (text: string) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r?\n/g, "\\n")
    .replace(/[\0-\x1f\x7f]/g, " ");

/** At most 75 bytes a line; the others begin with a space. A letter of more bytes stays whole. */
function fold(line: string): string {
  let folded = "";
  let length = 0;
  for (const letter of line) {
    const bytes = new TextEncoder().encode(letter).length;
    if (length + bytes > LONGEST_LINE) {
      folded += "\r\n ";
      length = 1;
    }
    folded += letter;
    length += bytes;
  }
  return folded;
}
