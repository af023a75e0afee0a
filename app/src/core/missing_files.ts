// A part of the app that could not be loaded: there is no connection, or a newer version has replaced this one. Loading the page again
// helps in both cases.
import { signal } from "@preact/signals";

export const isIncomplete = signal(false);

export function reportMissing(error: unknown): void {
  isIncomplete.value = true;
  console.error(error);
}
