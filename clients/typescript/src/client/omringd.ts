import type { Api } from "../generated/api.js";
import { follow, type RawEvent } from "./event_stream.js";
import { type Listener, shareEvents } from "./events.js";
import { type Download, downloaded, type Picture, pictured } from "./files.js";
import { type Call, callOf, type Operation, operations } from "./operation.js";
import { createSession, type Session } from "./session.js";
import { keepTokens, type TokenPlace } from "./tokens.js";
import { createTransport } from "./transport.js";
import type { LiveEvent, Query, Schemas } from "./types.js";
import { rememberVersions } from "./versions.js";

export interface Config {
  /** The address of the service; by default that of the page. */
  baseUrl?: string;
  /** The language of texts for people. */
  language?: Schemas["Language"];
  /** Where the refresh token is kept; by default in memory. */
  tokens?: TokenPlace;
  fetch?: typeof fetch;
}

export interface Omringd extends Omit<Api, "events"> {
  language: Schemas["Language"];
  readonly session: Session;
  /**
   * Tells `listener` of every change that the user may see, until the returned function is called. All tabs of the browser
   * share one stream. `events.followChanges()` is a stream of its own.
   */
  readonly events: ((listener: Listener) => () => void) & Api["events"];
  /** The answer of an operation as a file: `download(omringd.portability.exportClient, id, { format: "zip" })`. */
  download<Given extends unknown[]>(operation: (...given: Given) => unknown, ...given: Given): Promise<Download>;
  /** The picture of a card, with its description. */
  picture(cardId: string, query?: Omit<Query<"showCardPicture">, "format">): Promise<Picture>;
}

type Method = ((...given: unknown[]) => unknown) & { operation: Operation };
type Live = LiveEvent<Schemas["ChangeEvent"]>;
type Page = { next: string | null };

/** A client of one service, for one user. */
export function createOmringd(config: Config = {}): Omringd {
  const { baseUrl = "", tokens: place = "memory" } = config;
  const versions = rememberVersions();
  const tokens = keepTokens(place, baseUrl, (refresh_token) =>
    api.oauth2.issueToken({ grant_type: "refresh_token", ...(refresh_token && { refresh_token }) }),
  );
  const transport = createTransport({
    baseUrl,
    language: () => omringd.language,
    fetch: config.fetch ?? fetch.bind(globalThis),
    tokens,
    versions,
  });
  const groups: Record<string, Record<string, Method>> = {};
  for (const operation of operations()) {
    const run = operation.letters.includes("s") ? stream : pages;
    const method = Object.assign((...given: unknown[]) => run(callOf(operation, given)), { operation });
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
    versions.learn(headers.get("Location") ?? call.target, tag, body);
    return body;
  }

  /** An answer, of which `next` leads to more: the first page at once, the others as they are asked for. */
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

  /** Without a type it is a heartbeat. */
  function live({ type, id, data }: RawEvent): Live | undefined {
    if (type !== "change") return type ? ({ type, id } as Live) : undefined;
    const change = JSON.parse(data) as Schemas["ChangeEvent"];
    return { type, id, data: change, own: transport.made(change.requestId) };
  }

  async function* stream(call: Call): AsyncGenerator<unknown> {
    for await (const raw of follow(transport, call)) {
      const event = live(raw);
      if (event) yield event;
    }
  }

  const session = createSession(api, tokens, place === "cookie", versions.forget);
  const shared = shareEvents({
    follow: (after, signal) =>
      follow(transport, callOf(groups.events!.followChanges!.operation, [{ after }, { signal }])),
    read: live,
    onEnd: () => session.refresh().catch(() => {}),
  });
  session.subscribe((state) => shared.of(state.is === "in" && state.current.id));

  const omringd: Omringd = {
    ...api,
    language: config.language ?? "nl",
    session,
    events: Object.assign(shared.listen, api.events),
    async download(operation, ...given) {
      return downloaded(await transport.send(callOf((operation as unknown as Method).operation, given)));
    },
    async picture(cardId, query) {
      return pictured((await api.cards.picture(cardId, { ...query, format: "svg" })) as Blob);
    },
  };
  return omringd;
}
