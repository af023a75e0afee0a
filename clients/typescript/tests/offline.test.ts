import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSync, type MapSession } from "../src/sync/index.js";
import { type Device, loggedInDevice, MAP, MapService } from "./support/map_service.js";

const EDITS = 10_000;
const RINGS = ["inner", "middle", "outer", null] as const;
const TYPES = ["emotional", "practical", "informational", "companionship", "appraisal"];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The same numbers at every run (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Persons and agreements by id: what must not get lost. */
function entriesOf(session: MapSession): Set<string> {
  const { persons, agreements } = session.getSnapshot().map;
  return new Set([...persons, ...agreements].map(({ id }) => id));
}

function edit(session: MapSession, random: (below: number) => number): void {
  const { supporters, agreements } = session.getSnapshot().map;
  const some = () => supporters[random(supporters.length || 1)]?.id ?? session.name("Anna");
  const [one, other] = [some(), some()];
  const kind = random(supporters.length > 20 ? 24 : 15);
  if (kind < 3) session.name(`P${random(1000)}`);
  else if (kind < 6) session.place(one, RINGS[random(4)]!, random(360));
  else if (kind < 8) session.tell(one, { tension: random(5), note: `N${random(100)}` });
  else if (kind < 9)
    session.support(
      one,
      TYPES.slice(random(5)).map((supportType) => ({ supportType, availability: "could-ask" })),
    );
  else if (kind < 10 && one !== other && random(5) === 0) session.tie(one, other, random(5));
  else if (kind < 11) session.need(TYPES[random(5)]!, random(4));
  else if (kind < 12) session.agree({ text: `A${random(100)}`, supporterId: one });
  else if (kind < 13) session.undo();
  else if (kind < 14) session.redo();
  else session.remove(agreements.length > 15 ? agreements[random(agreements.length)]!.id : one);
}

it(`loses no entry in ${EDITS} random edits on two devices that are mostly offline`, { timeout: 300_000 }, async () => {
  const random = randomFrom(17);
  const service = new MapService();
  const devices: Device[] = [await loggedInDevice(service), await loggedInDevice(service)];
  const sessions = await Promise.all(devices.map(({ omringd }) => createSync(omringd, { storage: null }).open(MAP)));
  const [made, takenOff] = [new Set<string>(), new Set<string>()];

  for (let number = 0; number < EDITS; number++) {
    const at = random(2);
    const [device, session] = [devices[at]!, sessions[at]!];
    if (random(60) === 0) device.online = !device.online;
    if (random(40) === 0) device.loseAnswer = true;
    const before = entriesOf(session);
    edit(session, random);
    const after = entriesOf(session);
    for (const id of after) made.add(id);
    for (const id of before) if (!after.has(id)) takenOff.add(id);
    await vi.advanceTimersByTimeAsync(random(3) === 0 ? random(90_000) : random(300));
  }

  for (const device of devices) [device.online, device.loseAnswer] = [true, false];
  for (const session of [...sessions, ...sessions]) {
    await vi.advanceTimersByTimeAsync(120_000);
    await session.pull();
    await session.save();
  }
  const [one, other] = sessions.map((session) => session.getSnapshot());
  expect([one!.status, other!.status]).toEqual(["saved", "saved"]);
  expect(one!.map).toEqual(other!.map);
  const { persons, agreements } = service.whole;
  const there = new Set([...persons, ...agreements].map(({ id }) => id));
  expect(there).toEqual(entriesOf(sessions[0]!));
  expect([...made].filter((id) => !there.has(id) && !takenOff.has(id))).toEqual([]);
  expect(made.size).toBeGreaterThan(500);
  expect(devices.every(({ received }) => received.some(({ method }) => method === "PUT"))).toBe(true);
});
