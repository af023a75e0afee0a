import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "../src/client/event_stream.js";
import { createOmringd, type LiveEvent, type Omringd, type Schemas } from "../src/client/index.js";
import { fakeLocks } from "./support/locks.js";
import { currentSession, json, loggedIn, problem, type Received, serve } from "./support/service.js";

type Event = LiveEvent<Schemas["ChangeEvent"]>;

/** A stream that a test writes to. */
class Line {
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  isOpen = true;
  readonly response = new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#controller = controller),
      cancel: () => void (this.isOpen = false),
    }),
    { headers: { "Content-Type": "text/event-stream" } },
  );
  send(text: string): void {
    this.#controller.enqueue(new TextEncoder().encode(text));
  }
  break(): void {
    this.#controller.error(new TypeError("network error"));
  }
}

function change(id: string, requestId = "other"): string {
  return `id: ${id}\nevent: change\ndata: ${JSON.stringify({ kind: "map-changed", mapId: "m", requestId })}\n\n`;
}

function streams(more: (request: Received) => Response | undefined = () => undefined) {
  const lines: Line[] = [];
  const service = serve((request) => {
    const other = more(request);
    if (other) return other;
    if (!request.path.startsWith("/v1/events")) return json(currentSession());
    const line = new Line();
    lines.push(line);
    return line.response;
  });
  const requests = () => service.received.filter(({ path }) => path.startsWith("/v1/events"));
  return { ...service, lines, requests };
}

async function loggedInClient(service: { fetch: typeof fetch }): Promise<Omringd> {
  const omringd = createOmringd({ baseUrl: "http://service", fetch: service.fetch, tokens: "memory" });
  await omringd.session.begin(loggedIn);
  return omringd;
}

beforeEach(() => void vi.stubGlobal("navigator", { locks: fakeLocks() }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a stream", () => {
  it("is read in whatever pieces it comes", async () => {
    const text = 'id: 1\nevent: reset\ndata: {}\n\n: alive\nid: 2\n\nid: 3\nevent: change\ndata: {"a":1}\n\n';
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const events = [];
    for await (const event of parse(body)) events.push(event);
    expect(events).toEqual([
      { type: "reset", id: "1", data: "{}" },
      { type: "", id: "2", data: "" },
      { type: "change", id: "3", data: '{"a":1}' },
    ]);
  });

  it("goes on after a broken line from the last event, and stops at `end`", async () => {
    const service = streams();
    const omringd = await loggedInClient(service);
    const seen: string[] = [];
    const followed = (async () => {
      for await (const event of omringd.events.followChanges()) seen.push(`${event.type} ${event.id}`);
    })();
    await expect.poll(() => service.lines.length).toBe(1);
    service.lines[0]!.send(`${change("4")}: alive\nid: 5\n\n`);
    await expect.poll(() => seen.length).toBe(1);
    service.lines[0]!.break();
    await expect.poll(() => service.lines.length, { timeout: 3000 }).toBe(2);
    expect(service.requests()[1]!.headers.get("Last-Event-ID")).toBe("5");
    service.lines[1]!.send("id: 6\nevent: end\ndata: {}\n\n");
    await followed;
    expect(seen).toEqual(["change 4", "end 6"]);
  });

  it("starts again at once when the browser is online", async () => {
    const window = new EventTarget();
    vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
    let refusals = 0;
    const service = streams((request) =>
      request.path === "/v1/events" && refusals++ < 9 ? problem(500, "internal") : undefined,
    );
    const omringd = await loggedInClient(service);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const stop = new AbortController();
    const next = omringd.events.followChanges({}, { signal: stop.signal })[Symbol.asyncIterator]().next();
    for (let request = 1; request <= 4; request++) {
      await vi.waitUntil(() => service.requests().length === request);
      await new Promise((resolve) => setImmediate(resolve));
      window.dispatchEvent(new Event("online"));
    }
    stop.abort();
    await expect(next).rejects.toThrow();
  });

  it("is hung up when it is silent", async () => {
    const service = streams();
    const omringd = await loggedInClient(service);
    vi.useFakeTimers();
    const stop = new AbortController();
    const next = omringd.events.followChanges({}, { signal: stop.signal })[Symbol.asyncIterator]().next();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(service.lines.length).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(service.lines.length).toBe(2);
    stop.abort();
    await expect(next).rejects.toThrow();
  });

  it("does not try again where the service refuses", async () => {
    const service = streams((request) => (request.path.includes("/events") ? problem(403, "forbidden") : undefined));
    const omringd = await loggedInClient(service);
    await expect(omringd.maps.follow("m")[Symbol.asyncIterator]().next()).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("events", () => {
  it("come over one stream for all tabs, and go on in another when the first is closed", async () => {
    const service = streams();
    const tabs = await Promise.all([loggedInClient(service), loggedInClient(service), loggedInClient(service)]);
    const seen: string[][] = [[], [], []];
    const stops = tabs.map((tab, index) => tab.events((event) => seen[index]!.push(event.id)));
    await expect.poll(() => service.lines.length).toBe(1);
    service.lines[0]!.send(change("8"));
    await expect.poll(() => seen).toEqual([["8"], ["8"], ["8"]]);

    stops[0]!();
    await expect.poll(() => service.lines.length).toBe(2);
    const [, next] = service.requests();
    // An empty header would win over `after`.
    expect([next!.path, next!.headers.get("Last-Event-ID")]).toEqual(["/v1/events?after=8", null]);
    service.lines[1]!.send(change("9"));
    await expect.poll(() => seen).toEqual([["8"], ["8", "9"], ["8", "9"]]);
    stops.forEach((stop) => stop());
  });

  it("pause while the page is hidden, and then go on from the last one", async () => {
    const document = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal("document", document);
    const service = streams();
    const omringd = await loggedInClient(service);
    const seen: string[] = [];
    const stop = omringd.events((event) => seen.push(event.id));
    await expect.poll(() => service.lines.length).toBe(1);
    service.lines[0]!.send(change("8"));
    await expect.poll(() => seen).toEqual(["8"]);
    document.hidden = true;
    document.dispatchEvent(new globalThis.Event("visibilitychange"));
    await expect.poll(() => service.lines[0]!.isOpen).toBe(false);
    document.hidden = false;
    document.dispatchEvent(new globalThis.Event("visibilitychange"));
    await expect.poll(() => service.requests()[1]?.path).toBe("/v1/events?after=8");
    stop();
  });

  it("say which changes are those of this page", async () => {
    const service = streams((request) => (request.method === "PATCH" ? json({ id: "m" }) : undefined));
    const omringd = await loggedInClient(service);
    const seen: Event[] = [];
    const stop = omringd.events((event) => seen.push(event));
    await omringd.maps.update("m", { theme: "x" });
    const own = service.received.find(({ method }) => method === "PATCH")!.headers.get("X-Request-Id")!;
    await expect.poll(() => service.lines.length).toBe(1);
    service.lines[0]!.send(change("1", own) + change("2"));
    await expect.poll(() => seen.map((event) => event.type === "change" && event.own)).toEqual([true, false]);
    stop();
  });

  it("end with the session", async () => {
    let over = false;
    const service = streams((request) => {
      if (request.path === "/oauth2/token") return json({ error: "invalid_grant" }, {}, 400);
      return over ? problem(401, "not-authenticated") : undefined;
    });
    const omringd = await loggedInClient(service);
    const seen: string[] = [];
    omringd.events((event) => seen.push(event.type));
    await expect.poll(() => service.lines.length).toBe(1);
    over = true;
    service.lines[0]!.send("id: 1\nevent: end\ndata: {}\n\n");
    await expect.poll(() => omringd.session.state.is).toBe("over");
    expect(seen).toEqual(["end"]);
    expect(service.requests().length).toBe(1);
  });
});
