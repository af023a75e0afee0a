import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOmringd, type Omringd, type SessionState, type TokenStore } from "../src/client/index.js";
import { fakeLocks } from "./support/locks.js";
import { currentSession, json, loggedIn, problem, type Received, serve, tokenAnswer } from "./support/service.js";

let opened: BroadcastChannel[] = [];

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  const Real = BroadcastChannel;
  const noted = function (name: string) {
    const channel = new Real(name);
    opened.push(channel);
    return channel;
  };
  vi.stubGlobal("BroadcastChannel", noted);
});
afterEach(() => {
  opened.forEach((channel) => channel.close());
  opened = [];
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A service with one session, whose access tokens are `access-N` of the newest N. */
function sessionService(more: (request: Received) => Response | "unreachable" | undefined = () => undefined) {
  let number = 0;
  let over = false;
  const service = serve((request) => {
    const other = more(request);
    if (other) return other;
    if (request.path === "/oauth2/token")
      return over
        ? json({ error: request.body.includes("refresh_token=") ? "invalid_grant" : "invalid_request" }, {}, 400)
        : tokenAnswer(++number);
    if (request.path === "/oauth2/revoke") return new Response(null);
    if (request.path === "/v1/sessions" || request.path === "/v1/invitation-acceptances") {
      return json(request.path === "/v1/sessions" ? loggedIn : { loggedIn }, {}, 201);
    }
    if (over || request.headers.get("Authorization") !== `Bearer access-${number}`)
      return problem(401, "not-authenticated");
    return json(currentSession());
  });
  return {
    ...service,
    end: () => (over = true),
    count: (path: string) => service.received.filter((one) => one.path === path).length,
  };
}

function sharedStore(): TokenStore {
  let kept: string | null = null;
  return { read: () => kept, write: (tokens) => void (kept = tokens) };
}

const open = (service: { fetch: typeof fetch }, tokens: "cookie" | "memory" | TokenStore): Omringd =>
  createOmringd({ baseUrl: "http://service", fetch: service.fetch, tokens });

describe("a session", () => {
  it("begins with a log-in and ends with a log-out", async () => {
    const service = sessionService();
    const omringd = open(service, "memory");
    const seen: SessionState["is"][] = [];
    omringd.session.subscribe((state) => seen.push(state.is));
    await omringd.session.start();
    expect((await omringd.session.logIn({ email: "a@b.nl", password: "x" })).is).toBe("in");
    await omringd.session.logOut();
    expect(seen).toEqual(["out", "in", "out"]);
    expect(service.received.at(-1)).toMatchObject({ path: "/oauth2/revoke", body: "token=refresh-0" });
  });

  it.each([
    [{}, "in"],
    [{ organisation: null }, "choosing"],
    [{ organisation: null, secondFactor: "expected" }, "second-factor"],
    [{ organisation: null, secondFactor: "missing" }, "second-factor"],
    [{ secondFactor: "missing" }, "in"],
    [{ organisation: null, operator: true, organisations: [] }, "in"],
  ])("with %j is %s", async (more, is) => {
    const omringd = open(
      sessionService((request) => (request.path === "/v1/sessions/current" ? json(currentSession(more)) : undefined)),
      "memory",
    );
    expect((await omringd.session.logIn({ email: "a@b.nl", password: "x" })).is).toBe(is);
  });

  it("goes from the second factor over the choice to being in", async () => {
    let answer: object = { organisation: null, secondFactor: "expected" };
    const service = sessionService((request) => {
      if (request.path.endsWith("/confirmations")) answer = { organisation: null, secondFactor: "given" };
      if (request.path.endsWith("/organisation")) answer = {};
      return request.path.startsWith("/v1/sessions/current") ? json(currentSession(answer)) : undefined;
    });
    const { session } = open(service, "memory");
    expect((await session.logIn({ email: "a@b.nl", password: "x" })).is).toBe("second-factor");
    expect((await session.confirm({ code: "123456" })).is).toBe("choosing");
    expect((await session.choose("o-1")).is).toBe("in");
  });

  it("begins with an accepted invitation", async () => {
    const { session } = open(sessionService(), "memory");
    await session.accept({ secret: "s", password: "p" });
    expect(session.state.is).toBe("in");
  });

  it("is over when the service refuses to renew it", async () => {
    const service = sessionService();
    const omringd = open(service, "memory");
    await omringd.session.logIn({ email: "a@b.nl", password: "x" });
    service.end();
    await expect(omringd.me.open()).rejects.toMatchObject({ kind: "grant-refused" });
    expect(omringd.session.state.is).toBe("over");
  });

  it("is over when the service does not know it, and out stays out", async () => {
    const service = sessionService((request) =>
      request.path === "/v1/sessions/current" ? problem(401, "not-authenticated") : undefined,
    );
    const omringd = open(service, "memory");
    expect((await omringd.session.logIn({ email: "a@b.nl", password: "x" })).is).toBe("over");
    await omringd.session.logOut();
    expect((await omringd.session.refresh()).is).toBe("out");
  });

  it("stays while the service cannot be reached", async () => {
    let away = false;
    const service = sessionService((request) => (away && request.path === "/oauth2/token" ? "unreachable" : undefined));
    const omringd = open(service, "memory");
    await omringd.session.logIn({ email: "a@b.nl", password: "x" });
    away = true;
    vi.useFakeTimers({ now: Date.now() + 3_600_000 });
    await expect(omringd.me.open()).rejects.toMatchObject({ kind: "unreachable" });
    expect(omringd.session.state.is).toBe("in");
  });

  it("asks for a cookie where tokens are to stay in one, and goes on with it after a start", async () => {
    const service = sessionService();
    await open(service, "cookie").session.logIn({ email: "a@b.nl", password: "x" });
    expect(JSON.parse(service.received[0]!.body)).toMatchObject({ cookie: true });
    const later = open(service, "cookie");
    expect((await later.session.start()).is).toBe("in");
    expect(service.received.at(-2)!.body).toBe("grant_type=refresh_token");
  });

  it("does not begin where no cookie is", async () => {
    const service = sessionService();
    service.end();
    expect((await open(service, "cookie").session.start()).is).toBe("out");
  });
});

describe("tabs", () => {
  it("of one store renew once, however many ask", async () => {
    const service = sessionService();
    const store = sharedStore();
    const tabs = Array.from({ length: 7 }, () => open(service, store));
    await tabs[0]!.session.logIn({ email: "a@b.nl", password: "x" });
    await Promise.all(tabs.slice(1).map((tab) => tab.session.start()));
    expect(service.count("/oauth2/token")).toBe(0);

    vi.useFakeTimers({ now: Date.now() + 595_000, toFake: ["Date"] });
    await Promise.all(tabs.map((tab) => tab.me.open()));
    expect(service.count("/oauth2/token")).toBe(1);
  });

  it("of one cookie renew once", async () => {
    const service = sessionService();
    const tabs = Array.from({ length: 7 }, () => open(service, "cookie"));
    await Promise.all(tabs.map((tab) => tab.session.start()));
    expect(tabs.map((tab) => tab.session.state.is)).toEqual(Array.from({ length: 7 }, () => "in"));
    const before = service.count("/oauth2/token");
    vi.useFakeTimers({ now: Date.now() + 595_000, toFake: ["Date"] });
    await Promise.all(tabs.map((tab) => tab.me.open()));
    expect(service.count("/oauth2/token") - before).toBe(1);
  });

  it("do not wait for one that is suspended", async () => {
    void navigator.locks.request("omringd-session http://service", () => new Promise(() => {}));
    const service = sessionService();
    expect((await open(service, "cookie").session.start()).is).toBe("in");
    expect(service.count("/oauth2/token")).toBe(1);
  });

  it("log in and out together", async () => {
    const service = sessionService();
    const [one, other] = [open(service, "cookie"), open(service, "cookie")];
    await one.session.logIn({ email: "a@b.nl", password: "x" });
    await expect.poll(() => other.session.state.is).toBe("in");
    await other.session.logOut();
    await expect.poll(() => one.session.state.is).toBe("out");
  });

  it("with tokens of their own have sessions of their own", async () => {
    const service = sessionService();
    const [one, other] = [open(service, "memory"), open(service, "memory")];
    await one.session.logIn({ email: "a@b.nl", password: "x" });
    await other.session.start();
    expect([one.session.state.is, other.session.state.is]).toEqual(["in", "out"]);
  });

  it("are not confused by a clock that is an hour wrong", async () => {
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    const service = sessionService();
    const omringd = open(service, "memory");
    await omringd.session.logIn({ email: "a@b.nl", password: "x" });
    await omringd.me.open();
    expect(service.count("/oauth2/token")).toBe(0);
  });
});
