import "./browser.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveEvent, Schemas, SessionState } from "@omringd/client";
import { allChanges, clientChanges, eventCount, ownChanges, summary, whileShown } from "../../src/core/live.ts";
import { omringd, session } from "../../src/core/service.ts";
import { Words } from "../../src/core/words.ts";

type Change = Schemas["ChangeEvent"];

const change = (clientId: string, kind: Schemas["EventKind"], by?: string): Change => ({
  kind,
  clientId,
  mapId: null,
  version: null,
  etag: null,
  by: by ? { id: by, name: by } : null,
  requestId: null,
});
const words = new Words({
  eventKinds: [
    { code: "map-changed", labels: { nl: "Kaart gewijzigd", en: "Map changed" } },
    { code: "card-made", labels: { nl: "MLM-kaart gemaakt", en: "Card made" } },
  ],
} as unknown as Schemas["Vocabulary"]);

let send: (event: LiveEvent<Change>) => void;
const follow = vi.spyOn(omringd, "events").mockImplementation((listener) => {
  send = listener;
  return () => {};
});
const sendChange = (...of: Parameters<typeof change>) =>
  send({ type: "change", id: "", data: change(...of), own: false });

let stop: () => void;
const read = vi.fn<() => Promise<boolean>>();
/** Shows a screen that was opened a while ago. */
async function show(live = clientChanges("saskia")): Promise<void> {
  stop = whileShown(live, read);
  await vi.advanceTimersByTimeAsync(60_000);
}

beforeEach(() => {
  vi.useFakeTimers();
  read.mockReset().mockResolvedValue(true);
  (document as { hidden: boolean }).hidden = false;
  vi.spyOn(omringd.vocabulary, "open").mockResolvedValue(words.vocabulary);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("one stream, which is opened with the first screen", async () => {
  expect(follow).not.toHaveBeenCalled();
  await show();
  whileShown(allChanges, read)();
  expect(follow).toHaveBeenCalledTimes(1);
});

test("changes in quick succession are one reading, and the next follow after a pause", async () => {
  await show();
  sendChange("saskia", "map-changed");
  sendChange("saskia", "card-made");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(read).toHaveBeenCalledTimes(1);
  sendChange("saskia", "map-changed");
  await vi.advanceTimersByTimeAsync(28_000);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(read).toHaveBeenCalledTimes(2);
});

test("only what is shown, and only what a change is about", async () => {
  session.value = { is: "in", current: { clientId: "saskia", user: { id: "u" } } } as unknown as SessionState;
  await show(ownChanges("coaches-changed"));
  sendChange("other", "coaches-changed");
  sendChange("saskia", "map-changed");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).not.toHaveBeenCalled();
  sendChange("saskia", "coaches-changed");
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).not.toHaveBeenCalled();
});

test("a reset reads again, unless the screen was just opened: the stream begins with one", async () => {
  await show();
  whileShown(allChanges, read)();
  const before = eventCount.value;
  send({ type: "reset", id: "1" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([read.mock.calls.length, eventCount.value]).toEqual([0, before]);
  send({ type: "reset", id: "2" });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([read.mock.calls.length, eventCount.value]).toEqual([1, before + 1]);
});

test("without a connection it is read later, and a hidden page when it is seen again", async () => {
  await show();
  read.mockResolvedValueOnce(false);
  sendChange("saskia", "map-changed");
  await vi.advanceTimersByTimeAsync(1_000);
  (document as { hidden: boolean }).hidden = true;
  await vi.advanceTimersByTimeAsync(90_000);
  expect(read).toHaveBeenCalledTimes(1);
  (document as { hidden: boolean }).hidden = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(read).toHaveBeenCalledTimes(2);
});

test("what others changed, in one sentence", () => {
  const both = [change("saskia", "map-changed", "Anouk"), change("saskia", "map-changed", "Anouk")];
  expect(summary(both, words)).toBe("Bijgewerkt: Kaart gewijzigd door Anouk");
  expect(summary([...both, change("saskia", "card-made")], words)).toBe(
    "Bijgewerkt: Kaart gewijzigd door Anouk. MLM-kaart gemaakt",
  );
  expect(summary([...both, change("jan", "card-made")], words)).toBe("Bijgewerkt: 2 cliënten");
});
