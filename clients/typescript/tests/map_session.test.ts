import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSync, type MapSession } from "../src/sync/index.js";
import { type Device, loggedInDevice, MAP, MapService } from "./support/map_service.js";
import { aliases, pass, saves } from "./support/map_time.js";
import { loggedIn } from "./support/service.js";

let service: MapService;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  service = new MapService();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const openOn = (device: Device): Promise<MapSession> => createSync(device.omringd, { storage: null }).open(MAP);

describe("a map", () => {
  it("is edited at once and saved once, 800 milliseconds after the last edit", async () => {
    const device = await loggedInDevice(service);
    const session = await openOn(device);
    const anna = session.name("Anna", { relationship: "friend", tension: 1 });
    await pass(700);
    session.place(anna, "inner", 30);
    const bram = session.name("Bram");
    session.tie(anna, bram, 2);
    expect([session.getSnapshot().status, aliases(session)]).toEqual(["waiting", ["Anna", "Bram"]]);
    await pass(799);
    expect(saves(device)).toBe(0);
    await pass(1);
    expect([saves(device), session.getSnapshot().status]).toEqual([1, "saved"]);
    expect(service.map.persons).toMatchObject([{ alias: "Anna", relationship: "friend" }, { alias: "Bram" }]);
    expect(service.map.supporters).toMatchObject([
      { id: anna, closeness: "inner", angle: 30, tension: 1 },
      { id: bram },
    ]);
    expect(service.map.ties).toMatchObject([{ supporterIds: [anna, bram].sort(), strength: 2 }]);
  });

  it("is saved at once when the page is hidden", async () => {
    const document = new EventTarget();
    vi.stubGlobal("document", document);
    const device = await loggedInDevice(service);
    const session = await openOn(device);
    session.name("Anna");
    document.dispatchEvent(new Event("visibilitychange"));
    await pass(0);
    expect([saves(device), session.getSnapshot().status]).toEqual([1, "saved"]);
  });

  it("keeps what is edited while a save is under way", async () => {
    const device = await loggedInDevice(service);
    const session = await openOn(device);
    const anna = session.name("Anna");
    let open = () => {};
    device.gate = new Promise((resolve) => (open = resolve));
    const saved = session.save();
    await pass(0);
    expect(session.getSnapshot().status).toBe("saving");
    session.place(anna, "inner");
    session.name("Bram");
    open();
    await saved;
    expect([aliases(session), session.getSnapshot().status]).toEqual([["Anna", "Bram"], "saved"]);
    expect(service.map.supporters).toMatchObject([{ closeness: "inner" }, {}]);
    expect(session.getSnapshot().conflicts).toEqual([]);
  });

  it("takes every intention, and takes it back", async () => {
    const session = await openOn(await loggedInDevice(service));
    const anna = session.name("Anna");
    session.support(anna, [{ supportType: "emotional", availability: "could-ask" }]);
    session.tell(anna, { alias: "Anna B.", contactFrequency: "weekly" });
    session.need("emotional", 3);
    const agreement = session.agree({ text: "Wandelen", supporterId: anna });
    session.agree({ status: "asked" }, agreement);
    session.describe({ everyoneNamed: true, reviewOn: "2027-06-01" });
    const full = session.getSnapshot().map;
    expect(full).toMatchObject({
      everyoneNamed: true,
      reviewOn: "2027-06-01",
      persons: [{ alias: "Anna B." }],
      supporters: [{ contactFrequency: "weekly", supports: [{ supportType: "emotional", availability: "could-ask" }] }],
      needs: [{ supportType: "emotional", level: 3 }],
      agreements: [{ text: "Wandelen", status: "asked", supporterId: anna }],
    });
    session.remove(anna);
    expect(session.getSnapshot().map).toMatchObject({
      persons: [],
      supporters: [],
      agreements: [{ text: "Wandelen" }],
    });
    while (session.getSnapshot().canUndo) session.undo();
    expect(session.getSnapshot().map).toMatchObject({ persons: [], needs: [], agreements: [], reviewOn: null });
    while (session.getSnapshot().canRedo) session.redo();
    session.undo();
    expect(session.getSnapshot().map).toEqual(full);
  });

  it("has one snapshot until something changes", async () => {
    const session = await openOn(await loggedInDevice(service));
    let told = 0;
    const stop = session.subscribe(() => told++);
    const before = session.getSnapshot();
    expect(session.getSnapshot()).toBe(before);
    session.need("practical", 1);
    expect([session.getSnapshot() === before, told > 0]).toEqual([false, true]);
    stop();
  });

  it("opens once, however often it is asked for", async () => {
    const sync = createSync((await loggedInDevice(service)).omringd, { storage: null });
    const [one, other] = await Promise.all([sync.open(MAP), sync.open(MAP)]);
    expect(one).toBe(other);
  });

  it("that is not there does not open", async () => {
    service.isGone = true;
    await expect(openOn(await loggedInDevice(service))).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("two devices", () => {
  it("merge what they did, and offer what both changed", async () => {
    const [mine, theirs] = [await loggedInDevice(service), await loggedInDevice(service)];
    const one = await openOn(mine);
    const anna = one.name("Anna");
    await one.save();
    const other = await openOn(theirs);
    other.place(anna, "outer");
    other.name("Bram");
    await other.save();
    one.place(anna, "inner");
    one.name("Carla");
    await one.save();

    expect(new Set(aliases(one))).toEqual(new Set(["Anna", "Bram", "Carla"]));
    const [conflict] = one.getSnapshot().conflicts;
    expect(conflict).toEqual({ who: null, member: `supporters/${anna}/closeness`, mine: "inner", theirs: "outer" });
    one.resolve(conflict!, "mine");
    await one.save();
    await other.pull({ id: "u-1", name: "Anouk" });
    expect(other.getSnapshot().map).toEqual(one.getSnapshot().map);
    expect([one.getSnapshot().conflicts, other.getSnapshot().conflicts]).toEqual([[], []]);
    expect(service.map.supporters!.find(({ id }) => id === anna)!.closeness).toBe("inner");
  });

  it("hear of each other's changes, and read them once", async () => {
    const [mine, theirs] = [await loggedInDevice(service), await loggedInDevice(service)];
    const [one, other] = [await openOn(mine), await openOn(theirs)];
    await pass(0);
    const anna = one.name("Anna");
    await one.save();
    other.tell(anna, { tension: 1 });
    const change = { kind: "map-changed", mapId: MAP, version: service.version, by: { id: "u-2", name: "Bea" } };
    const reads = () =>
      [mine, theirs].map(
        ({ received }) => received.filter(({ method, path }) => method === "GET" && path.endsWith(MAP)).length,
      );
    const before = reads();
    service.send("change", change);
    await pass(0);
    await vi.waitFor(() => expect(aliases(other)).toEqual(["Anna"]));
    service.send("change", change);
    await pass(0);
    expect(reads()).toEqual([before[0], before[1]! + 1]);
  });

  it("say who changed the same", async () => {
    const device = await loggedInDevice(service);
    const one = await openOn(device);
    const anna = one.name("Anna");
    await one.save();
    service.map.supporters![0]!.closeness = "outer";
    service.version++;
    one.place(anna, "inner");
    await one.pull({ id: "u-2", name: "Bea" });
    expect(one.getSnapshot().conflicts).toMatchObject([{ who: { name: "Bea" }, mine: "inner", theirs: "outer" }]);
  });

  it("keep a person whom one device removed and the other changed, and say so", async () => {
    const [mine, theirs] = [await loggedInDevice(service), await loggedInDevice(service)];
    const one = await openOn(mine);
    const anna = one.name("Anna");
    await one.save();
    const other = await openOn(theirs);
    other.place(anna, "inner");
    await other.save();
    one.remove(anna);
    await one.save();
    const [conflict] = one.getSnapshot().conflicts;
    expect([aliases(one), conflict]).toEqual([
      ["Anna"],
      { who: null, member: `supporters/${anna}/id`, mine: null, theirs: anna },
    ]);
    one.resolve(conflict!, "mine");
    await one.save();
    expect(service.map.persons).toEqual([]);
  });
});

describe("without a connection", () => {
  it("edits wait, and are saved when it is back", async () => {
    const device = await loggedInDevice(service);
    const session = await openOn(device);
    device.online = false;
    session.name("Anna");
    await pass(5_000);
    expect([session.getSnapshot().status, session.getSnapshot().problem?.kind]).toEqual(["offline", "unreachable"]);
    device.online = true;
    await pass(60_000);
    expect([session.getSnapshot().status, service.map.persons!.length]).toEqual(["saved", 1]);
  });

  it("edits of a session that is over are saved once the same user is in again", async () => {
    const device = await loggedInDevice(service);
    const session = await openOn(device);
    device.isOver = true;
    session.name("Anna");
    await session.save();
    expect([session.getSnapshot().status, device.omringd.session.state.is]).toEqual(["refused", "over"]);
    device.isOver = false;
    await device.omringd.session.begin(loggedIn);
    await pass(1000);
    expect([session.getSnapshot().status, service.map.persons!.length]).toEqual(["saved", 1]);
  });

  it("an answer that got lost is no conflict", async () => {
    const device = await loggedInDevice(service);
    const session = await openOn(device);
    const anna = session.name("Anna");
    device.loseAnswer = true;
    await session.save();
    expect([session.getSnapshot().status, service.version]).toEqual(["offline", 2]);
    session.place(anna, "inner");
    await pass(60_000);
    expect(session.getSnapshot()).toMatchObject({ status: "saved", conflicts: [] });
    expect(service.map.supporters).toMatchObject([{ id: anna, closeness: "inner" }]);
  });

  it("what the service refuses is told and kept", async () => {
    const device = await loggedInDevice(service);
    const session = await openOn(device);
    session.name("Anna");
    const { supporters } = service.map;
    service.map.supporters = [{ id: "x", personId: "nobody" }] as never;
    service.version++;
    await session.save();
    expect(session.getSnapshot()).toMatchObject({ status: "refused", problem: { kind: "invalid-request" } });
    expect(aliases(session)).toEqual(["Anna"]);
    service.map.supporters = supporters!;
    service.version++;
    await session.save();
    expect(session.getSnapshot()).toMatchObject({ status: "saved", problem: null });
  });
});
