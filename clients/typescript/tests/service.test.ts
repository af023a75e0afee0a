// Against the real program.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  createOmringd,
  newId,
  type Omringd,
  OmringdProblem,
  type Schemas,
  type TokenStore,
} from "../src/client/index.js";
import { createSync } from "../src/sync/index.js";
import { countRequests, type Demo, expectRequests, type Login, startDemo } from "../src/testing/index.js";
import { builtBinary, codeOf } from "./support/demo.js";

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo({ clients: 12, binary: builtBinary() });
}, 60_000);
afterAll(() => demo.stop());

async function loggedIn(
  user: Login,
  more: { fetch?: typeof fetch; tokens?: TokenStore; language?: "nl" | "en" } = {},
): Promise<Omringd> {
  const omringd = createOmringd({ baseUrl: demo.url, language: "en", ...more });
  const state = await omringd.session.logIn(user);
  expect(state.is).toBe("in");
  return omringd;
}

async function refused(call: Promise<unknown>): Promise<OmringdProblem> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(OmringdProblem);
  return problem as OmringdProblem;
}

describe("a session", () => {
  it("knows the user, and is over after the log-out", async () => {
    const omringd = await loggedIn(demo.users.coach);
    expect(omringd.session.state).toMatchObject({
      current: { organisation: { roles: ["coach"] }, secondFactor: "optional" },
    });
    await omringd.session.logOut();
    expect(omringd.session.state.is).toBe("out");
    expect((await refused(omringd.me.open())).kind).toBe("not-authenticated");
  });

  it("refuses a wrong password", async () => {
    const omringd = createOmringd({ baseUrl: demo.url });
    expect(await refused(omringd.session.logIn({ email: demo.users.coach.email, password: "wrong" }))).toMatchObject({
      kind: "log-in-refused",
      status: 401,
    });
    expect(omringd.session.state.is).toBe("starting");
  });

  it("is out where there is no cookie", async () => {
    const { session } = createOmringd({ baseUrl: demo.url, tokens: "cookie" });
    expect((await session.start()).is).toBe("out");
  });

  it("goes on with the next token, and is over when it was ended elsewhere", async () => {
    let kept: string | null = null;
    const tokens: TokenStore = { read: () => kept, write: (value) => void (kept = value) };
    const omringd = await loggedIn(demo.users.coach, { tokens });
    const first = kept;
    vi.useFakeTimers({ now: Date.now() + 590_000, toFake: ["Date"] });
    await omringd.me.open();
    vi.useRealTimers();
    expect(kept).not.toBe(first);

    const later = createOmringd({ baseUrl: demo.url, tokens });
    expect((await later.session.start()).is).toBe("in");
    const current = await later.sessions.currentSession();
    const elsewhere = await loggedIn(demo.users.coach);
    await elsewhere.sessions.end(current.id);
    expect((await later.session.refresh()).is).toBe("over");
    expect(kept).toBeNull();
  });

  it("asks for the second factor of an account that has one", async () => {
    const admin = await loggedIn(demo.users.admin);
    const client = await admin.clients.create({ name: "Bea" });
    const invited = await admin.invitations.create({ clientId: client.id });
    const bea = createOmringd({ baseUrl: demo.url });
    const password = newId();
    await bea.session.accept({ secret: invited.secret!, name: "Bea", email: "bea@demo.test", password });
    expect(bea.session.state.is).toBe("in");
    const factor = await bea.secondFactors.add({ name: "App" });
    await bea.secondFactors.confirm(factor.id, { code: await codeOf(factor.secret) });

    const again = createOmringd({ baseUrl: demo.url });
    expect((await again.session.logIn({ email: "bea@demo.test", password })).is).toBe("second-factor");
    expect((await refused(again.session.confirm({ code: "000000" }))).at("/code")?.code ?? "refused").toBeTruthy();
    expect((await again.session.confirm({ code: await codeOf(factor.secret, Date.now() + 30_000) })).is).toBe("in");
  });
});

describe("calls", () => {
  it("read lists page by page", async () => {
    const omringd = await loggedIn(demo.users.coach);
    const names: string[] = [];
    let pages = 0;
    for await (const page of omringd.caseload.list({ sort: "name", limit: 5 })) {
      pages++;
      names.push(...page.items.map(({ name }) => name));
    }
    expect([names.length, pages]).toEqual([12, 3]);
  });

  it("say what is wrong, where, in the language of the user", async () => {
    const omringd = await loggedIn(demo.users.client, { language: "en" });
    const { clientId } = await omringd.maps.open(demo.mapId);
    const problem = await refused(omringd.persons.create(clientId, { alias: "" }));
    expect(problem).toMatchObject({ kind: "invalid-request", status: 400 });
    expect(problem.at("/alias")?.code).toMatch(/blank|too-short/);
    const english = problem.message;
    omringd.language = "nl";
    expect((await refused(omringd.persons.create(clientId, { alias: "" }))).message).not.toBe(english);
    expect((await refused(omringd.maps.open(newId()))).kind).toBe("not-found");
  });

  it("send the version that was read, so that nobody overwrites what they did not see", async () => {
    const [coach, client] = [await loggedIn(demo.users.coach), await loggedIn(demo.users.client)];
    const { persons, clientId } = await coach.maps.open(demo.mapId);
    await client.maps.open(demo.mapId);
    const { id } = persons[0]!;
    await coach.persons.update(id, { note: "Belt elke dag" });
    await coach.persons.update(id, { note: "Belt elke week" });
    expect((await refused(client.persons.update(id, { note: "Iets anders" }))).kind).toBe("stale");
    await client.persons.open(id);
    expect(await client.persons.update(id, { note: null })).toMatchObject({ note: null });
    expect((await refused(coach.clients.update(clientId, { preferredName: "Sas" }))).kind).toBe(
      "precondition-required",
    );
  });

  it("do not read again what is here", async () => {
    const statuses: number[] = [];
    const omringd = await loggedIn(demo.users.client);
    const onResponse = ({ status }: Response) => void statuses.push(status);
    const first = await omringd.maps.open(demo.mapId, { onResponse });
    expect(await omringd.maps.open(demo.mapId, { onResponse })).toEqual(first);
    expect(statuses).toEqual([200, 304]);
  });

  it("create once under one key", async () => {
    const omringd = await loggedIn(demo.users.client);
    const { clientId } = await omringd.maps.open(demo.mapId);
    const idempotencyKey = newId();
    const [one, other] = await Promise.all([
      omringd.persons.create(clientId, { alias: "Eenmaal" }, { idempotencyKey }),
      omringd.persons.create(clientId, { alias: "Eenmaal" }, { idempotencyKey }),
    ]);
    expect(one.id).toBe(other.id);
  });

  it("give pictures with words, and files with names", async () => {
    const omringd = await loggedIn(demo.users.client, { language: "nl" });
    const { items } = await omringd.cards.list(demo.mapId);
    const card = items[0]!;
    const picture = await omringd.picture(card.id, { sheet: "phone" });
    expect(picture.src).toMatch(/^blob:/);
    expect(picture.alt.length).toBeGreaterThan(40);
    expect(picture.alt).not.toMatch(/[<>]|undefined/);
    const pdf = await omringd.download(omringd.cards.picture, card.id, { format: "pdf", sheet: "a4" });
    expect([pdf.name.endsWith(".pdf"), pdf.blob.type, pdf.blob.size > 1000]).toEqual([true, "application/pdf", true]);
    const exported = omringd.download(omringd.portability.exportClient, card.clientId, { format: "zip" });
    const problem = await exported.catch((error: OmringdProblem) => error);
    if (problem instanceof OmringdProblem) {
      expect(problem.kind).toBe("confirmation-required");
      await omringd.session.confirm({ password: demo.users.client.password });
    }
    expect((await omringd.download(omringd.portability.exportClient, card.clientId, { format: "zip" })).name).toMatch(
      /\.zip$/,
    );
  });
});

describe("live events", () => {
  it("tell another of a change within half a second, and know one's own", async () => {
    const [coach, client] = [await loggedIn(demo.users.coach), await loggedIn(demo.users.client)];
    const { clientId } = await client.maps.open(demo.mapId);
    const map = await client.maps.create(clientId, { theme: "live" });
    const heard: { who: string; own: boolean; after: number }[] = [];
    let since = 0;
    let ready = 0;
    const listen = (who: string, omringd: Omringd) =>
      omringd.events((event) => {
        if (event.type === "reset") ready++;
        if (event.type === "change" && event.data.kind === "map-changed" && event.data.mapId === map.id)
          heard.push({ who, own: event.own, after: Date.now() - since });
      });
    const stops = [listen("coach", coach), listen("client", client)];
    await expect.poll(() => ready, { timeout: 5000 }).toBe(2);
    since = Date.now();
    await client.supporters.create(map.id, { person: { alias: "Anna" } });
    await expect.poll(() => heard.length, { timeout: 2000 }).toBe(2);
    expect(heard.map(({ who, own }) => `${who} ${own}`).sort()).toEqual(["client true", "coach false"]);
    expect(Math.max(...heard.map(({ after }) => after))).toBeLessThan(500);
    stops.forEach((stop) => stop());
  });

  it("of one map begin with its version", async () => {
    const client = await loggedIn(demo.users.client);
    const { etag } = await client.maps.open(demo.mapId);
    for await (const event of client.maps.follow(demo.mapId)) {
      expect(event).toMatchObject({ type: "change", data: { etag } });
      break;
    }
  });
});

describe("a map session", () => {
  const NAMES = ["Anna", "Bram", "Carla", "Daan", "Els", "Fatima", "Gijs", "Henk", "Ilse", "Joop"];

  it("takes the five steps with ten people in few requests", async () => {
    const counter = countRequests();
    const client = await loggedIn(demo.users.client, { fetch: counter.fetch });
    const { clientId } = await client.maps.open(demo.mapId);
    const card = await expectRequests(counter, 12, async () => {
      const map = await client.maps.create(clientId, { theme: "vijf stappen" });
      const sync = createSync(client, { storage: null });
      const session = await sync.open(map.id);
      const ids = NAMES.map((name) => session.name(name, { relationship: "friend", phone: "06 12345678" }));
      session.describe({ everyoneNamed: true });
      await session.save();
      ids.forEach((id, index) => session.place(id, index < 4 ? "inner" : "outer", index * 30));
      await session.save();
      for (const id of ids)
        session.support(id, [{ supportType: "emotional", direction: "received", availability: "could-ask" }]);
      await session.save();
      for (const id of ids) session.tell(id, { contactFrequency: "weekly", tension: 1, burden: 0 });
      session.tie(ids[0]!, ids[1]!, 3);
      for (const type of ["emotional", "practical", "informational", "companionship", "appraisal"])
        session.need(type, 2);
      await session.save();
      session.agree({ text: "Samen wandelen", supporterId: ids[0]! });
      session.describe({ everyTieNamed: true, reviewOn: "2027-06-01" });
      await session.save();
      expect(session.getSnapshot()).toMatchObject({ status: "saved", conflicts: [], problem: null });
      await session.close();
      return client.cards.create(map.id, {});
    });
    const { map } = await client.cards.open(card.id);
    expect(map.persons.map(({ alias }) => alias).sort()).toEqual(NAMES);
    expect(map.steps.map(({ state }: Schemas["StepProgress"]) => state)).toEqual([
      "done",
      "done",
      "done",
      "done",
      "done",
    ]);
  });

  it("merges what coach and client do at once, and what the client undoes", async () => {
    const [coach, client] = [await loggedIn(demo.users.coach), await loggedIn(demo.users.client)];
    const { clientId } = await client.maps.open(demo.mapId);
    const { id } = await client.maps.create(clientId, { theme: "samen" });
    const [one, other] = await Promise.all(
      [coach, client].map((omringd) => createSync(omringd, { storage: null }).open(id)),
    );
    const anna = one!.name("Anna");
    await one!.save();
    await expect.poll(() => other!.getSnapshot().map.persons.length, { timeout: 3000 }).toBe(1);
    one!.place(anna, "inner");
    other!.place(anna, "outer");
    const bram = other!.name("Bram");
    await Promise.all([one!.save(), other!.save()]);
    await expect.poll(() => one!.getSnapshot().map.persons.length, { timeout: 3000 }).toBe(2);
    const conflicts = [...one!.getSnapshot().conflicts, ...other!.getSnapshot().conflicts];
    expect(conflicts).toMatchObject([{ member: `supporters/${anna}/closeness` }]);

    other!.remove(bram);
    await other!.save();
    other!.undo();
    await other!.save();
    const { supporters } = await client.maps.open(id);
    expect(supporters.map((supporter) => supporter.id).sort()).toEqual([anna, bram].sort());
    await expect
      .poll(() => JSON.stringify(one!.getSnapshot().map), { timeout: 3000 })
      .toBe(JSON.stringify(other!.getSnapshot().map));
    await Promise.all([one!.close(), other!.close()]);
  });

  it("puts the same person on the map once, though both do", async () => {
    const [coach, client] = [await loggedIn(demo.users.coach), await loggedIn(demo.users.client)];
    const { clientId, persons } = await client.maps.open(demo.mapId);
    const { id } = await client.maps.create(clientId, { theme: "dezelfde" });
    const [one, other] = await Promise.all(
      [coach, client].map((omringd) => createSync(omringd, { storage: null }).open(id)),
    );
    const { id: personId, alias } = persons[0]!;
    one!.place(one!.name(alias, { personId }), "inner");
    other!.tell(other!.name(alias, { personId }), { tension: 2 });
    await one!.save();
    await other!.save();
    const { supporters } = await client.maps.open(id);
    expect(supporters).toMatchObject([{ personId, closeness: "inner", tension: 2 }]);
    await Promise.all([one!.close(), other!.close()]);
  });
});
