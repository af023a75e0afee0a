import "./browser.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { SessionState } from "@omringd/client";

const as = (id: string, kind: "device" | "browser") =>
  ({ is: "in", current: { kind, user: { id, name: id } } }) as unknown as SessionState;

async function device() {
  const { session } = await import("../../src/core/service.ts");
  const store = await import("../../src/core/device.ts");
  return { session, ...store };
}

beforeEach(async () => {
  vi.useRealTimers();
  await (await device()).forget();
});

test("a value is kept for the user of a device of their own", async () => {
  const { session, keep, kept } = await device();
  session.value = as("saskia", "device");
  await keep("hard-day", { alias: "Anna" });
  expect((await kept("hard-day"))?.value).toEqual({ alias: "Anna" });
  expect(await kept("cards")).toBeUndefined();
});

test("nothing is kept on a shared device, nor before the log-in", async () => {
  const { session, keep, kept } = await device();
  for (const state of [as("saskia", "browser"), { is: "starting" } as SessionState]) {
    session.value = state;
    await keep("hard-day", "secret");
    expect(await kept("hard-day")).toBeUndefined();
  }
});

test("it is deleted at log-out, when the session ends, and when another user logs in", async () => {
  const { session, keep, kept, forgetAfterLogOut } = await device();
  forgetAfterLogOut();
  for (const next of [{ is: "out" }, { is: "over" }, as("other", "device")] as SessionState[]) {
    session.value = as("saskia", "device");
    await keep("hard-day", "secret");
    session.value = next;
    await vi.waitFor(async () => expect(await kept("hard-day")).toBeUndefined());
  }
});

test("it stays over a start of the app by the same user", async () => {
  const { session, keep, kept, forgetAfterLogOut } = await device();
  session.value = as("saskia", "device");
  await keep("hard-day", "kept");
  forgetAfterLogOut();
  for (const state of [{ is: "starting" } as SessionState, as("saskia", "device")]) {
    session.value = state;
    expect((await kept("hard-day"))?.value).toBe("kept");
  }
});

test("after 90 days it is deleted", async () => {
  const { session, keep, kept } = await device();
  session.value = as("saskia", "device");
  await keep("hard-day", "old");
  const days = (count: number) => Date.now() + count * 24 * 3600 * 1000;
  const now = vi.spyOn(Date, "now");
  now.mockReturnValue(days(89));
  expect((await kept("hard-day"))?.value).toBe("old");
  now.mockReturnValue(days(91));
  expect(await kept("hard-day")).toBeUndefined();
  now.mockRestore();
  expect(await kept("hard-day")).toBeUndefined();
});
