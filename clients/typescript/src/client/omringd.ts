import type { Api } from "../generated/api.js";
import { follow, type RawEvent } from "./event_stream.js";
import { type Listener, shareEvents } from "./events.js";
import { type Download, downloaded, type Picture, pictured } from "./files.js";
import { type Call, toCall, type Operation, operations } from "./operation.js";
import { createSession, type Session } from "./session.js";
import { createTokenManager, type TokenStorage } from "./tokens.js";
import { createTransport } from "./transport.js";
import type { LiveEvent, Query, Schemas } from "./types.js";
import { createVersionCache } from "./versions.js";

export interface Config {
  /** The address of the service; by default that of the page. */
  baseUrl?: string;
  /** The language of texts for people. */
  language?: Schemas["Language"];
  /** Where the refresh token is stored; by default in memory. */
  tokens?: TokenStorage;
  fetch?: typeof fetch;
}

export interface Omringd extends Omit<Api, "events"> {
  language: Schemas["Language"];
  readonly session: Session;
  /**
   * Calls `listener` for every change that the user may see. Returns the function that unsubscribes. All tabs of a session share
   * one stream; `events.followChanges()` opens a separate one.
   */
  readonly events: ((listener: Listener) => () => void) & Api["events"];
  /** The answer of an operation as a file: `download(omringd.portability.exportClient, id, { format: "zip" })`. */
  download<Given extends unknown[]>(operation: (...given: Given) => unknown, ...given: Given): Promise<Download>;
  /** The picture of a card, with its description. */
  picture(cardId: string, query?: Omit<Query<"showCardPicture">, "format">): Promise<Picture>;
}

type Method = ((...given: unknown[]) => unknown) & { operation: Operation };
type Live = LiveEvent<Schemas["ChangeEvent"]>;
type Page = { next: string };

/** Creates a client of one service, for one user. */
export function createOmringd(config: Config = {}): Omringd {
  const { baseUrl = "", tokens: place = "memory" } = config;
  const versions = createVersionCache();
  const tokens = createTokenManager(place, baseUrl, (refresh_token) =>
    api.oauth2.issueToken({ grant_type: "refresh_token", ...(refresh_token && { refresh_token }) }),
  );
  const send = config.fetch ?? fetch.bind(globalThis);
  const transport = createTransport(baseUrl, () => omringd.language, send, tokens, versions);
  const groups: Record<string, Record<string, Method>> = {};
  for (const operation of operations()) {
    const run = operation.letters.includes("s") ? stream : pages;
    const method = Object.assign((...given: unknown[]) => run(toCall(operation, given)), { operation });
    (groups[operation.group] ??= {})[operation.name] = method;
  }
  const api = groups as unknown as Api;

  async function read(call: Call): Promise<unknown> {
    const key = omringd.language + call.target;
    const kept = call.method === "GET" ? versions.kept(key) : undefined;
    const response = await transport.send(call, kept && { "If-None-Match": kept.tag });
    const { headers } = response;
    const tag = headers.get("ETag");
    const isJson = /json/.test(headers.get("Content-Type")!);
    const answer = response.status === 304 ? kept!.answer : await (isJson ? response.text() : response.blob());
    if (call.method === "GET" && tag) versions.keep(key, { tag, answer });
    const body: unknown = typeof answer === "string" ? JSON.parse(answer) : answer.size ? answer : undefined;
    versions.learn(call.target, tag, body);
    return body;
  }

  /** Reads the first page at once, and each next page when it is iterated. */
  function pages(call: Call): unknown {
    const first = read(call) as Promise<Page>;
    return Object.assign(first, {
      async *[Symbol.asyncIterator]() {
        for (let page = await first; ; page = (await read({ ...call, target: page.next })) as Page) {
          yield page;
          if (!page.next) return;
        }
      },
    });
  }

  /** Converts an event; a heartbeat gives none. */
  function live({ type, id, data }: RawEvent): Live | undefined {
    if (type !== "change") return type ? ({ type, id } as Live) : undefined;
    const change = JSON.parse(data) as Schemas["ChangeEvent"];
    return { type, id, data: change, own: transport.isOwn(change.requestId) };
  }

  async function* stream(call: Call): AsyncGenerator<unknown> {
    for await (const raw of follow(transport, call)) {
      const event = live(raw);
      if (event) yield event;
    }
  }

  const session = createSession(api, tokens, place === "cookie", versions.forget);
  const shared = shareEvents(
    (after, signal) => follow(transport, toCall(groups.events!.followChanges!.operation, [{ after }, { signal }])),
    live,
    () => session.refresh().catch(() => {}),
  );
  session.subscribe((state) => shared.setSession(state.is === "in" && state.current.id));

  const omringd: Omringd = {
    ...api,
    language: config.language ?? "nl",
    session,
    events: Object.assign(shared.listen, api.events),
    async download(operation, ...given) {
      return downloaded(await transport.send(toCall((operation as unknown as Method).operation, given)));
    },
    async picture(cardId, query) {
      return pictured((await api.cards.picture(cardId, { ...query, format: "svg" })) as Blob);
    },
  };
  return omringd;
}
