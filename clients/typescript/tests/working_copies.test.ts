import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSync } from "../src/sync/index.js";
import { browserStorage } from "../src/sync/storage.js";
import { fakeLocks } from "./support/locks.js";
import { CLIENT, type Device, loggedInDevice, MAP, MapService } from "./support/map_service.js";
import { aliases, pass, saves } from "./support/map_time.js";

let service: MapService;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  service = new MapService();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("on the device", () => {
  const sync = (device: Device) => createSync(device.omringd);
  const copies = async () => (await browserStorage()!.names("maps/")).length;

  it("an unsaved map is there at the next visit, and is saved then", async () => {
    const first = await loggedInDevice(service);
    const session = await sync(first).open(MAP);
    first.online = false;
    session.name("Anna");
    await session.close();

    const second = await loggedInDevice(service);
    second.online = false;
    const again = await sync(second).open(MAP);
    expect(aliases(again)).toEqual(["Anna"]);
    expect(again.getSnapshot().canUndo).toBe(true);
    second.online = true;
    await pass(60_000);
    expect(service.map.persons).toMatchObject([{ alias: "Anna" }]);
    expect(await copies()).toBe(1);
  });

  it("two tabs do not overwrite each other", async () => {
    const tabs = [await loggedInDevice(service), await loggedInDevice(service)];
    const sessions = [await sync(tabs[0]!).open(MAP), await sync(tabs[1]!).open(MAP)];
    tabs.forEach((tab) => (tab.online = false));
    sessions[0]!.name("Anna");
    sessions[1]!.name("Bram");
    for (const session of sessions) await session.close();
    const later = await sync(await loggedInDevice(service)).open(MAP);
    await later.save();
    expect(new Set(service.map.persons!.map(({ alias }) => alias))).toEqual(new Set(["Anna", "Bram"]));
  });

  it("nothing of a name can be read", async () => {
    const session = await sync(await loggedInDevice(service)).open(MAP);
    session.name("Annabel");
    await session.close();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("omringd");
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction("omringd").objectStore("omringd").getAll();
      request.onsuccess = () => resolve(request.result as unknown[]);
    });
    const text = all.map((one) =>
      "bytes" in (one as object) ? Buffer.from((one as { bytes: ArrayBuffer }).bytes).toString("latin1") : "",
    );
    expect(text.join().length).toBeGreaterThan(100);
    expect(text.join()).not.toContain("Annabel");
    const key = all.find((one) => one instanceof CryptoKey)!;
    await expect(crypto.subtle.exportKey("raw", key as CryptoKey)).rejects.toThrow();
  });

  it("what else a front end keeps is read again at the next visit", async () => {
    await browserStorage()!.write("helpers", ["Anna"]);
    expect(await browserStorage()!.read("helpers")).toEqual(["Anna"]);
    expect(await browserStorage()!.read("cards")).toBeUndefined();
  });

  it("nothing stays after a log-out", async () => {
    const device = await loggedInDevice(service);
    const session = await sync(device).open(MAP);
    await browserStorage()!.write("helpers", ["Anna"]);
    session.name("Anna");
    await session.save();
    await session.stored();
    expect(await copies()).toBe(1);
    await device.omringd.session.logOut();
    await vi.waitFor(async () => expect(await browserStorage()!.names("")).toEqual([]));
    expect(session.getSnapshot()).toMatchObject({ status: "gone", map: { persons: [] } });
  });

  it("nothing stays after the end of access", async () => {
    const device = await loggedInDevice(service);
    const session = await sync(device).open(MAP);
    session.name("Anna");
    await session.stored();
    await pass(0);
    service.send("end");
    await vi.waitFor(async () => expect(await copies()).toBe(0));
    expect(session.getSnapshot()).toMatchObject({ status: "gone", map: { persons: [] } });
    await pass(10_000);
    expect([await copies(), saves(device)]).toEqual([0, 0]);
  });

  it("only what is not saved stays after the service ended the session", async () => {
    const device = await loggedInDevice(service);
    const session = await sync(device).open(MAP);
    await session.stored();
    await browserStorage()!.write("helpers", ["Anna"]);
    device.isOver = true;
    await device.omringd.session.refresh();
    await vi.waitFor(async () => expect(await browserStorage()!.names("")).toEqual(["owner"]));

    session.name("Anna");
    await session.save();
    await session.stored();
    await device.omringd.session.refresh();
    await pass(0);
    expect(await copies()).toBe(1);
    await session.close();
    const again = await sync(await loggedInDevice(service)).open(MAP);
    expect(aliases(again)).toEqual(["Anna"]);
  });

  it("nothing stays of a map that is no longer visible", async () => {
    const device = await loggedInDevice(service);
    const closed = await sync(device).open(MAP);
    await closed.close();
    expect(await copies()).toBe(1);
    await pass(0);
    service.send("change", { kind: "client-removed", clientId: CLIENT, mapId: null });
    await vi.waitFor(async () => expect(await copies()).toBe(0));
  });

  it("nothing stays for another user", async () => {
    const first = await loggedInDevice(service);
    const session = await sync(first).open(MAP);
    first.online = false;
    session.name("Anna");
    await session.close();
    const other = await loggedInDevice(service, "u-2");
    const theirs = await sync(other).open(MAP);
    expect(aliases(theirs)).toEqual([]);
  });

  it("nothing stays after 90 days", async () => {
    await (await sync(await loggedInDevice(service)).open(MAP)).close();
    vi.setSystemTime(Date.now() + 91 * 24 * 60 * 60 * 1000);
    const { omringd } = service.device();
    createSync(omringd);
    await vi.waitFor(async () => expect(await browserStorage()!.names("maps/")).toEqual([]));
  });

  it("a map that the user may no longer see is gone", async () => {
    const device = await loggedInDevice(service);
    const session = await sync(device).open(MAP);
    session.name("Anna");
    await session.stored();
    service.isGone = true;
    await session.save();
    expect(session.getSnapshot()).toMatchObject({ status: "gone", problem: { kind: "not-found" } });
    expect(await copies()).toBe(0);
  });
});
