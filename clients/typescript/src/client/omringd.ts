import type { Api } from "../generated/api.js";
import { follow, type RawEvent } from "./event_stream.js";
import { type Listener, SharedEvents } from "./events.js";
import { type Download, downloaded, type Picture, pictured } from "./files.js";
import { type Call, callOf, type Operation, operations } from "./operation.js";
import { Session } from "./session.js";
import { type TokenPlace, TokenKeeper } from "./tokens.js";
import { Transport } from "./transport.js";
import type { LiveEvent, Query, Schemas } from "./types.js";
import { Versions } from "./versions.js";

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

/** A client of one service, for one user. */
export function createOmringd(config: Config = {}): Omringd {
  const { baseUrl = "", tokens: place = "memory" } = config;
  const versions = new Versions();
  const groups: Record<string, Record<string, Method>> = {};
  const tokens = new TokenKeeper(place, baseUrl, (body) =>
    api.oauth2.issueToken(body as { grant_type: "refresh_token" }),
  );
  const transport = new Transport({
    baseUrl,
    language: () => omringd.language,
    fetch: config.fetch ?? ((input, init) => fetch(input, init)),
    tokens,
    versions,
  });
  for (const operation of operations()) {
    const method = (...given: unknown[]) => run(callOf(operation, given));
    (groups[operation.group] ??= {})[operation.name] = Object.assign(method, { operation });
  }
  const api = groups as unknown as Api;

  function run(call: Call): unknown {
    const { letters } = call.operation;
    if (letters.includes("s")) return stream(call);
    return letters.includes("p") ? pages(call) : read(call);
  }

  async function read(call: Call): Promise<unknown> {
    const key = call.method === "GET" ? `${omringd.language} ${call.target}` : "";
    const kept = key ? versions.kept(key) : undefined;
    const response = await transport.send(call, kept ? { "If-None-Match": kept.tag } : {});
    const tag = response.headers.get("ETag");
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    const answer =
      response.status === 304 && kept ? kept.answer : isJson ? await response.text() : await response.blob();
    if (key && tag) versions.keep(key, tag, answer);
    const body: unknown = typeof answer === "string" ? JSON.parse(answer) : answer.size > 0 ? answer : undefined;
    const location = response.headers.get("Location");
    versions.learn(location ? new URL(location, "http://_").pathname : call.target, tag, body);
    return body;
  }

  /** The first page at once; the others as they are asked for. */
  function pages(call: Call): unknown {
    type Page = { next: string | null };
    const first = read(call) as Promise<Page>;
    return Object.assign(first, {
      async *[Symbol.asyncIterator]() {
        for (let page = await first; ; page = (await read({ ...call, target: page.next })) as Page) {
          yield page;
          if (page.next === null) return;
        }
      },
    });
  }

  function live(event: RawEvent): LiveEvent<Schemas["ChangeEvent"]> | undefined {
    const { type, id } = event;
    if (type === "end" || type === "reset") return { type, id };
    if (type !== "change") return undefined;
    const data = JSON.parse(event.data) as Schemas["ChangeEvent"];
    return { type, id, data, own: transport.made(data.requestId) };
  }

  async function* stream(call: Call): AsyncGenerator<unknown> {
    for await (const raw of follow(transport, call)) {
      const event = live(raw);
      if (event) yield event;
    }
  }

  const session = new Session(api, tokens, () => versions.forget());
  const shared = new SharedEvents({
    name: `omringd-events ${baseUrl}`,
    follow: (after, signal) => {
      const { operation } = groups.events!.followChanges!;
      return follow(transport, callOf(operation, [{ after: after || undefined }, { signal }]));
    },
    read: live,
    onEnd: () => void session.refresh().catch(() => {}),
  });
  session.subscribe(({ is }) => (is === "out" || is === "over") && shared.stop());

  const omringd: Omringd = {
    ...api,
    language: config.language ?? "nl",
    session,
    events: Object.assign((listener: Listener) => shared.listen(listener), api.events),
    async download(operation, ...given) {
      return downloaded(await transport.send(callOf((operation as unknown as Method).operation, given)));
    },
    async picture(cardId, query) {
      return pictured((await api.cards.picture(cardId, { ...query, format: "svg" })) as Blob);
    },
  };
  return omringd;
}
