import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOmringd, type Omringd, OmringdProblem } from "../src/client/index.js";
import { json, loggedIn, problem, serve, tokenAnswer, type Received } from "./support/service.js";

const PERSON = "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d01";
const MAP = "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d02";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function client(reply: (request: Received, number: number) => Response | "unreachable") {
  const service = serve(reply);
  return { service, omringd: createOmringd({ baseUrl: "http://service", fetch: service.fetch, language: "en" }) };
}

/** Lets time pass until the call has settled. */
async function settled<T>(call: Promise<T>): Promise<T | OmringdProblem> {
  const result = call.catch((error: unknown) => {
    if (error instanceof OmringdProblem) return error;
    throw error;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  return result;
}

describe("repeating", () => {
  it("reads again after the network failed, and then says that the service is unreachable", async () => {
    const { omringd, service } = client((_, number) => (number < 3 ? "unreachable" : json({ id: PERSON })));
    expect(await settled(omringd.persons.open(PERSON))).toEqual({ id: PERSON });

    const dead = client(() => "unreachable");
    const failure = (await settled(dead.omringd.persons.open(PERSON))) as OmringdProblem;
    expect([failure.kind, failure.status, dead.service.received.length]).toEqual(["unreachable", 0, 3]);
    expect(service.received.length).toBe(3);
  });

  it("sends a POST with a key again under the same key, and one without a key never", async () => {
    const { omringd, service } = client((_, number) => (number === 1 ? "unreachable" : json({ id: PERSON }, {}, 201)));
    await settled(omringd.persons.create(PERSON, { alias: "Anna" }));
    const keys = service.received.map(({ headers }) => headers.get("Idempotency-Key"));
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);

    const other = client(() => "unreachable");
    const failure = (await settled(other.omringd.sessions.confirm({ password: "x" }))) as OmringdProblem;
    expect([failure.kind, other.service.received.length]).toEqual(["unreachable", 1]);
  });

  it("does not send a change again that may have arrived", async () => {
    const { omringd, service } = client(() => "unreachable");
    await settled(omringd.persons.update(PERSON, { alias: "Anna" }, { ifMatch: "*" }));
    expect(service.received.length).toBe(1);
  });

  it.each([
    [429, "too-many-requests"],
    [503, "unavailable"],
    [409, "in-flight"],
  ])("waits as long as a %i %s asks for", async (status, kind) => {
    const sent: number[] = [];
    const { omringd } = client((_, number) => {
      sent.push(Date.now());
      return number === 1 ? problem(status, kind, {}, { "Retry-After": "4" }) : json({ id: PERSON }, {}, 201);
    });
    expect(await settled(omringd.persons.create(PERSON, { alias: "Anna" }))).toEqual({ id: PERSON });
    expect(sent[1]! - sent[0]!).toBe(4000);
  });

  it("leaves a longer wait to the caller", async () => {
    const { omringd, service } = client(() => problem(429, "too-many-requests", {}, { "Retry-After": "90" }));
    const failure = (await settled(omringd.persons.open(PERSON))) as OmringdProblem;
    expect([failure.retryAfter, service.received.length]).toEqual([90, 1]);
  });

  it("stops when the caller does", async () => {
    const { omringd } = client(() => "unreachable");
    const stop = new AbortController();
    const call = omringd.persons.open(PERSON, { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("problems", () => {
  it("name the kind, the place and the limits", async () => {
    const errors = [
      { in: "body", pointer: "/person/alias", code: "too-long", detail: "At most 200.", params: { max: 200 } },
    ];
    const { omringd } = client(() => problem(400, "invalid-request", { errors, params: { max: 5 } }));
    const failure = (await settled(omringd.persons.create(PERSON, { alias: "Anna" }))) as OmringdProblem;
    expect(failure).toBeInstanceOf(Error);
    expect([failure.kind, failure.message, failure.requestId]).toEqual([
      "invalid-request",
      "It is invalid-request.",
      "r-1",
    ]);
    expect(failure.at("/person/alias")?.params).toEqual({ max: 200 });
    expect(failure.at("/person/phone")).toBeUndefined();
    expect(failure.params).toEqual({ max: 5 });
  });

  it("are unexpected if the answer is a proxy's", async () => {
    const { omringd } = client(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    expect(await settled(omringd.me.open())).toMatchObject({ kind: "unexpected", status: 502 });
  });
});

describe("versions", () => {
  const map = {
    id: MAP,
    etag: '"57"',
    headEtag: '"3-head"',
    needsEtag: '"5-needs"',
    persons: [{ id: PERSON, etag: '"2"' }],
  };

  async function sentTag(change: (omringd: Omringd) => Promise<unknown>, read = json(map, { ETag: '"57-gzip"' })) {
    const { omringd, service } = client((request) =>
      request.method === "GET" ? read : json({ id: PERSON, etag: '"3"' }),
    );
    await omringd.maps.open(MAP);
    await change(omringd);
    return service.received.at(-1)!.headers.get("If-Match");
  }

  it("are those last read: of the map, its head, its needs and its parts", async () => {
    expect(await sentTag((omringd) => omringd.maps.replaceContent(MAP, { supporters: [], ties: [], needs: [] }))).toBe(
      '"57"',
    );
    expect(await sentTag((omringd) => omringd.maps.update(MAP, { theme: "x" }))).toBe('"3-head"');
    expect(await sentTag((omringd) => omringd.needs.replace(MAP, { needs: [] }))).toBe('"5-needs"');
    expect(await sentTag((omringd) => omringd.persons.update(PERSON, { alias: "x" }))).toBe('"2"');
    expect(await sentTag((omringd) => omringd.persons.update(PERSON, {}, { ifMatch: "*" }))).toBe("*");
  });

  it("move on with every answer", async () => {
    const twice = async (omringd: Omringd) => {
      await omringd.persons.update(PERSON, { alias: "x" });
      await omringd.persons.update(PERSON, { alias: "y" });
    };
    expect(await sentTag(twice)).toBe('"3"');
  });

  it("of a new resource are known", async () => {
    const { omringd, service } = client(({ method }) =>
      json({ id: PERSON }, { ETag: method === "POST" ? '"1"' : '"2"' }, 201),
    );
    await omringd.clients.create({ name: "Saskia" });
    await omringd.clients.update(PERSON, { preferredName: "Sas" });
    await omringd.clients.update(PERSON, { preferredName: null });
    expect(service.received.map(({ headers }) => headers.get("If-Match"))).toEqual([null, '"1"', '"2"']);
  });

  it("of the map in a card are of another day", async () => {
    const card = json({ id: "c", contentHash: "0", map });
    expect(await sentTag((omringd) => omringd.persons.update(PERSON, { alias: "x" }), card)).toBeNull();
  });

  it("let the service leave out what is here", async () => {
    const { omringd, service } = client((request) =>
      request.headers.get("If-None-Match") === '"7"'
        ? new Response(null, { status: 304 })
        : json({ a: 1 }, { ETag: '"7"' }),
    );
    expect(await omringd.vocabulary.open()).toEqual({ a: 1 });
    const again = await omringd.vocabulary.open();
    expect(again).toEqual({ a: 1 });
    omringd.language = "nl";
    await omringd.vocabulary.open();
    expect(service.received.map(({ headers }) => headers.get("If-None-Match"))).toEqual([null, '"7"', null]);
  });
});

describe("answers", () => {
  it("come page by page", async () => {
    const { omringd, service } = client((_, number) =>
      json({ items: [number], next: number < 3 ? `/v1/clients?limit=1&cursor=${number}` : null }),
    );
    const items: unknown[] = [];
    for await (const page of omringd.clients.list({ limit: 1 })) items.push(...page.items);
    expect(items).toEqual([1, 2, 3]);
    expect(service.received.map(({ path }) => path)).toEqual([
      "/v1/clients?limit=1",
      "/v1/clients?limit=1&cursor=1",
      "/v1/clients?limit=1&cursor=2",
    ]);
  });

  it("come from behind a proxy that adds a prefix", async () => {
    const service = serve((_, number) => json({ items: [], next: number < 2 ? "/omringd/v1/clients?cursor=1" : null }));
    const omringd = createOmringd({ baseUrl: "http://service/omringd", fetch: service.fetch });
    for await (const page of omringd.clients.list()) expect(page.items).toEqual([]);
    expect(service.received.map(({ path }) => path)).toEqual(["/omringd/v1/clients", "/omringd/v1/clients?cursor=1"]);
  });

  it("of a search send the search again", async () => {
    const { omringd, service } = client((_, number) =>
      json({ items: [], next: number < 2 ? "/v1/clients/search?cursor=1" : null }),
    );
    for await (const page of omringd.clients.search({ name: "an" })) expect(page.items).toEqual([]);
    expect(service.received.map(({ body }) => body)).toEqual(['{"name":"an"}', '{"name":"an"}']);
  });

  it("are files with their name", async () => {
    const { omringd } = client(
      () =>
        new Response("%PDF", {
          headers: { "Content-Type": "application/pdf", "Content-Disposition": 'inline; filename="kaart-1.pdf"' },
        }),
    );
    const { name, blob } = await omringd.download(omringd.cards.picture, PERSON, { format: "pdf" });
    expect([name, await blob.text()]).toEqual(["kaart-1.pdf", "%PDF"]);
  });

  it("are pictures with their description", async () => {
    const svg = '<svg><title id="t-k">Kaart &amp; meer</title><desc id="d-k">Anna&#39;s plek</desc></svg>';
    const { omringd } = client(() => new Response(svg, { headers: { "Content-Type": "image/svg+xml" } }));
    const picture = await omringd.picture(PERSON, { sheet: "phone" });
    expect(picture.alt).toBe("Kaart & meer. Anna's plek");
    expect(await (await fetch(picture.src)).text()).toBe(svg);
    picture.release();
    await expect(fetch(picture.src)).rejects.toThrow();
  });
});

describe("authentication", () => {
  it("renews a token that the service refuses, and sends the request again", async () => {
    const { omringd, service } = client((request) => {
      if (request.path === "/oauth2/token") return tokenAnswer(1);
      if (request.path === "/v1/me")
        return request.headers.get("Authorization") === "Bearer access-1"
          ? json({})
          : problem(401, "not-authenticated");
      return json({ organisation: {}, organisations: [] });
    });
    await omringd.session.begin(loggedIn);
    await omringd.me.open();
    expect(service.received.map(({ path }) => path)).toEqual([
      "/v1/sessions/current",
      "/v1/me",
      "/oauth2/token",
      "/v1/me",
    ]);
    expect(service.received[2]!.body).toBe("grant_type=refresh_token&refresh_token=refresh-0");
  });

  it("does not renew for a refused log-in or a confirmation that is required", async () => {
    for (const kind of ["log-in-refused", "confirmation-required"]) {
      const { omringd, service } = client((request) =>
        request.path === "/v1/me" ? problem(401, kind) : json({ organisation: {}, organisations: [] }),
      );
      await omringd.session.begin(loggedIn);
      expect(await settled(omringd.me.open())).toMatchObject({ kind });
      expect(service.received.length).toBe(2);
    }
  });
});
