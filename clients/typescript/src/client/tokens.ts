import type { OmringdProblem } from "./problem.js";
import { openChannel, withLock } from "./tabs.js";
import { delay } from "./timing.js";
import type { Schemas } from "./types.js";

/** Token storage of the front end, such as the secure storage of a phone. Shared by all tabs. */
export interface TokenStore {
  read(): string | null | Promise<string | null>;
  write(tokens: string | null): void | Promise<void>;
}

/**
 * Where the refresh token is stored. `cookie`: in an HttpOnly cookie, for front ends on the same site as the service. `memory`: in
 * this page only. Or a store of the front end.
 */
export type TokenStorage = "cookie" | "memory" | TokenStore;

interface Tokens {
  access: string;
  /** Expiry by the local clock, computed from the lifetime: a wrong clock does no harm. */
  until: number;
  refresh: string | null | undefined;
}

/** Who ended a session: the user (`out`) or the service (`over`). */
export type Ended = "out" | "over";

/** Message between tabs. `began`: the tokens are those of a new session. */
type Message = { tokens: Tokens; began: boolean } | { ended: Ended };

export interface TokenManager {
  /** A valid access token; null without a session. */
  access(): Promise<string | null>;
  /** Renews the access token. `spent` is the one that was refused; a newer one from another tab is returned as it is. */
  renew(spent?: string): Promise<string>;
  /** Stores the tokens of a log-in. */
  begin(loggedIn: Schemas["LoggedIn"]): Promise<void>;
  /** Restores the session of an earlier visit, if there is one. */
  resume(): Promise<boolean>;
  /** Deletes the tokens in every tab. Resolves to the refresh token, unless it is in the cookie. */
  end(how: Ended): Promise<string | null | undefined>;
  onEnd(how: Ended): void;
  /** Called when another tab has logged in. */
  onBegin(): void;
}

/** Milliseconds before its expiry at which a token is renewed. */
const MARGIN = 20_000;
/** Milliseconds that the lock is held after a renewal, so that waiting tabs receive the new tokens first. */
const BROADCAST_DELAY = 30;

/** Milliseconds to wait for a lock that a suspended tab may hold. Two renewals at once are safe: the service gives both the same tokens. */
const LOCK_TIMEOUT = 3000;

/** Whether the service refused the refresh token. */
const isRefused = (problem: unknown) => (problem as Partial<OmringdProblem>).kind === "grant-refused";

/** Manages the tokens of a session, and renews them once for all tabs. */
export function createTokenManager(
  place: TokenStorage,
  baseUrl: string,
  exchange: (refreshToken: string | null | undefined) => Promise<Schemas["Token"]>,
): TokenManager {
  const name = `omringd-session ${baseUrl}`;
  const store = typeof place === "object" ? place : undefined;
  let held: Tokens | null = null;
  let renewal: Promise<string> | undefined;
  // With tokens in memory each tab has its own session.
  const tabs = place === "memory" ? undefined : openChannel<Message>(name, onMessage);

  function onMessage(message: Message): void {
    held = "tokens" in message ? message.tokens : null;
    if ("ended" in message) manager.onEnd(message.ended);
    else if (message.began) manager.onBegin();
  }

  const broadcast = (message: Message) => tabs?.postMessage(message);
  const isFresh = () => Date.now() < held!.until - MARGIN;

  async function load(): Promise<void> {
    const stored = await store?.read();
    if (store) held = stored ? (JSON.parse(stored) as Tokens) : null;
  }

  async function keep(access: string, refresh: Tokens["refresh"], seconds: number, began: boolean): Promise<string> {
    const tokens = (held = { access, refresh, until: Date.now() + seconds * 1000 });
    await store?.write(JSON.stringify(tokens));
    broadcast({ tokens, began });
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
      if (before && isRefused(problem)) await manager.end("over");
      throw problem;
    }
  }

  const manager: TokenManager = {
    async access() {
      return held && (isFresh() ? held.access : manager.renew(held.access));
    },
    renew(spent) {
      return (renewal ??= new Promise<string>((resolve, reject) => {
        const work = async () => {
          await renewAlone(spent).then(resolve, reject);
          if (tabs) await delay(BROADCAST_DELAY);
        };
        withLock(name, work, AbortSignal.timeout(LOCK_TIMEOUT)).catch(work);
      }).finally(() => (renewal = undefined)));
    },
    async begin({ accessToken, refreshToken, expiresIn }) {
      await keep(accessToken, refreshToken, expiresIn, true);
    },
    async resume() {
      await load();
      if (held || place !== "cookie") return held !== null;
      return manager.renew().then(Boolean, (problem: unknown) => {
        if (isRefused(problem)) return false;
        throw problem;
      });
    },
    async end(how) {
      await load();
      const refresh = held?.refresh;
      held = null;
      await store?.write(null);
      broadcast({ ended: how });
      manager.onEnd(how);
      return refresh;
    },
    onEnd() {},
    onBegin() {},
  };
  return manager;
}
