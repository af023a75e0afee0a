import type { OmringdProblem } from "./problem.js";
import { alone, channel, pause } from "./tabs.js";
import type { Schemas } from "./types.js";

/** Where a front end keeps tokens itself, such as the secure storage of a phone. All tabs must read what one wrote. */
export interface TokenStore {
  read(): string | null | Promise<string | null>;
  write(tokens: string | null): void | Promise<void>;
}

/**
 * `cookie`: the refresh token stays in a cookie that scripts cannot read; for front ends on the site of the service.
 * `memory`: gone when the page is. Or a store.
 */
export type TokenPlace = "cookie" | "memory" | TokenStore;

interface Tokens {
  access: string;
  /** By this machine's clock, which may be wrong: only differences of it are used. */
  until: number;
  refresh: string | null | undefined;
}

/** How a session went: the user ended it, or the service did. */
export type Ended = "out" | "over";

/** What the tabs tell each other. `began`: these are the tokens of another session. */
type Message = { tokens: Tokens; began: boolean } | { ended: Ended };

export interface TokenKeeper {
  /** A token for the next request; null without a session. */
  access(): Promise<string | null>;
  /** The next access token. `spent` is the one that is no longer accepted; if another tab has a newer one, that is it. */
  renew(spent?: string): Promise<string>;
  /** The tokens of a log-in. */
  begin(loggedIn: Schemas["LoggedIn"]): Promise<void>;
  /** Whether the session of an earlier visit goes on. */
  resume(): Promise<boolean>;
  /** Forgets the tokens, in every tab. Resolves to the refresh token, if scripts have it. */
  end(how: Ended): Promise<string | null | undefined>;
  onEnd(how: Ended): void;
  /** Another tab logged in. */
  onBegin(): void;
}

/** A token is renewed this long before it expires. */
const MARGIN = 20_000;
/** The tab that renewed gives the others time to hear of its tokens, before they may try. */
const HEARD = 30;

/** Whether the service refused a refresh token: the session is over. */
const isRefused = (problem: unknown) => (problem as Partial<OmringdProblem>).kind === "grant-refused";

/** Keeps the tokens of the session, and renews them once for all tabs. */
export function keepTokens(
  place: TokenPlace,
  baseUrl: string,
  exchange: (refreshToken: string | null | undefined) => Promise<Schemas["Token"]>,
): TokenKeeper {
  const name = `omringd-session ${baseUrl}`;
  const store = typeof place === "object" ? place : undefined;
  let held: Tokens | null = null;
  let renewal: Promise<string> | undefined;
  // Tabs that each keep their own tokens have sessions of their own.
  const tabs = place === "memory" ? undefined : channel<Message>(name, hear);

  function hear(message: Message): void {
    held = "tokens" in message ? message.tokens : null;
    if ("ended" in message) keeper.onEnd(message.ended);
    else if (message.began) keeper.onBegin();
  }

  const tell = (message: Message) => tabs?.postMessage(message);
  const isFresh = () => Date.now() < held!.until - MARGIN;

  async function load(): Promise<void> {
    const stored = await store?.read();
    if (store) held = stored ? (JSON.parse(stored) as Tokens) : null;
  }

  async function keep(access: string, refresh: Tokens["refresh"], seconds: number, began: boolean): Promise<string> {
    const tokens = (held = { access, refresh, until: Date.now() + seconds * 1000 });
    await store?.write(JSON.stringify(tokens));
    tell({ tokens, began });
    return access;
  }

  async function renewAlone(spent: string | undefined): Promise<string> {
    await load();
    if (held && held.access !== spent && isFresh()) return held.access;
    const before = held;
    try {
      const token = await exchange(before?.refresh);
      return await keep(token.access_token, token.refresh_token, token.expires_in, false);
    } catch (problem) {
      if (before && isRefused(problem)) await keeper.end("over");
      throw problem;
    }
  }

  const keeper: TokenKeeper = {
    async access() {
      return held && (isFresh() ? held.access : keeper.renew(held.access));
    },
    renew(spent) {
      return (renewal ??= new Promise<string>((resolve, reject) => {
        void alone(name, async () => {
          await renewAlone(spent).then(resolve, reject);
          if (tabs) await pause(HEARD);
        });
      }).finally(() => (renewal = undefined)));
    },
    async begin({ accessToken, refreshToken, expiresIn }) {
      await keep(accessToken, refreshToken, expiresIn, true);
    },
    async resume() {
      await load();
      if (held || place !== "cookie") return held !== null;
      return keeper.renew().then(Boolean, (problem: unknown) => {
        if (isRefused(problem)) return false;
        throw problem;
      });
    },
    async end(how) {
      await load();
      const refresh = held?.refresh;
      held = null;
      await store?.write(null);
      tell({ ended: how });
      keeper.onEnd(how);
      return refresh;
    },
    onEnd() {},
    onBegin() {},
  };
  return keeper;
}
