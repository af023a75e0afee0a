// The demo is made on the day it starts. Compared screenshots show it as if that were the same day each time.
import type { Page } from "@playwright/test";

const SHOWN = "2026-06-03";
const DAY = 24 * 3600 * 1000;
const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

const dayOf = (date: Date, timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(date);
const daysSince = (day: string) => Math.round((Date.parse(SHOWN) - Date.parse(day)) / DAY);
const moved = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The text with each date moved: instants by the days in UTC, days and dates in words by those in the organisation's time zone. */
export function moveDates(text: string, today: Date): string {
  const ofInstants = daysSince(dayOf(today, "UTC"));
  const ofDays = daysSince(dayOf(today, "Europe/Amsterdam"));
  const inWords = new RegExp(`(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})`, "g");
  return text
    .replace(/(20\d\d-\d\d-\d\d)(T)?/g, (_, day: string, time = "") => moved(day, time ? ofInstants : ofDays) + time)
    .replace(inWords, (_, day: string, month: string, year: string) => {
      const iso = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
      const [y, m, d] = moved(iso, ofDays).split("-");
      return `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}`;
    });
}

/** Moves the dates in what the service answers, but for sessions, whose times the client counts with. */
export async function fixDates(page: Page): Promise<void> {
  const today = new Date();
  await page.clock.setFixedTime(`${SHOWN}T10:00:00Z`);
  await page.route(/\/v1\/(?!sessions|events)/, async (route) => {
    if (route.request().method() !== "GET") return route.fallback();
    const response = await route.fetch();
    const isText = /json|svg/.test(response.headers()["content-type"] ?? "");
    await route.fulfill(isText ? { response, body: moveDates(await response.text(), today) } : { response });
  });
}
