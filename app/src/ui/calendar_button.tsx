import { announce } from "../core/announcer.tsx";
import { calendarFile, type CalendarDay } from "../core/calendar.ts";
import { saveFile } from "../core/download.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "./button.tsx";

/** Saves a day as a file, which calendars open. */
export function CalendarButton(day: CalendarDay) {
  const texts = shell().calendar;
  const save = () => {
    saveFile(calendarFile(day));
    announce(texts.saved);
  };
  return (
    <Button icon="calendar" onClick={save}>
      {texts.add}
      <span class="visually-hidden">{`: ${day.title}`}</span>
    </Button>
  );
}
