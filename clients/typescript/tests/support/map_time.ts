import { vi } from "vitest";
import type { MapSession } from "../../src/sync/index.js";
import type { Device } from "./map_service.js";

/** Lets so many milliseconds pass, and what they set off finish: IndexedDB has timers of its own. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(0);
}

export const saves = (device: Device): number => device.received.filter(({ method }) => method === "PUT").length;
export const aliases = (session: MapSession): string[] => session.getSnapshot().map.persons.map(({ alias }) => alias);
