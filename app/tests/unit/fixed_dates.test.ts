import { expect, test } from "vitest";
import { moveDates } from "../support/fixed_dates.ts";

const noon = new Date("2026-11-28T12:00:00Z");

test("each date is as far from the fixed day as it was from today", () => {
  const text = '{"at":"2026-11-28T02:00:00Z","reviewOn":"2027-02-26","alt":"Gemaakt op 28 november 2026."}';
  expect(moveDates(text, noon)).toBe(
    '{"at":"2026-06-03T02:00:00Z","reviewOn":"2026-09-01","alt":"Gemaakt op 3 juni 2026."}',
  );
});

test("days are those of the organisation, also when it is still yesterday in UTC", () => {
  const night = new Date("2026-11-28T23:30:00Z");
  expect(moveDates('"2026-11-28T23:30:00Z" "2026-11-29" 29 november 2026', night)).toBe(
    '"2026-06-03T23:30:00Z" "2026-06-03" 3 juni 2026',
  );
});
