import type { Call } from "./operation.js";
import { OmringdProblem } from "./problem.js";
import { alone, channel, pause } from "./tabs.js";
import type { Schemas } from "./types.js";

/** Where a front end keeps tokens itself, such as the secure storage of a phone. */
export interface TokenStore {
  read(): string | null | Promise<string | null>;
  write(tokens: string | null): void | Promise<void>;
}

/**
 * `cookie`: the refresh token stays in a cookie that scripts cannot read; for front ends on the site of the service.
 * `memory`: gone when the page is. Or a store, which all tabs share.
 */
export type TokenPlace = "cookie" | "memory" | TokenStore;

interface Tokens {
  access: string;
  /** By this machine's clock, which may be wrong: only differences of it are used. */
  until: number;
  refresh: string | null;
}

/** What the tabs tell each other. `began`: another session; no tokens: the session is over or was ended. */
type Message = { tokens: Tokens; began: boolean } | { ended: Ended };
export type Ended = "out" | "over";

/** A token is renewed this long before it expires. */
const MARGIN = 20_000;
/** The holder of the lock gives the others time to hear of its tokens. */
const HEARD = 30;

/** Keeps the tokens of the session, and renews them once for all tabs. */
export class TokenKeeper {
  readonly place: TokenPlace;
  readonly #exchange: (body: Call["body"]) => Promise<Schemas["Token"]>;
  readonly #name: string;
  readonly #tabs: BroadcastChannel | undefined;
  #held: Tokens | null = null;
  #renewal: Promise<string> | undefined;
  onEnd: (how: Ended) => void = () => {};
  onBegin: () => void = () => {};

  constructor(place: TokenPlace, baseUrl: string, exchange: (body: Call["body"]) => Promise<Schemas["Token"]>) {
    this.place = place;
    this.#exchange = exchange;
    this.#name = `omringd-session ${baseUrl}`;
    // Tabs that each keep their own tokens have sessions of their own.
    if (place !== "memory") this.#tabs = channel<Message>(this.#name, (message) => this.#hear(message));
  }

  #hear(message: Message): void {
    if ("ended" in message) {
      this.#held = null;
      this.onEnd(message.ended);
    } else {
      this.#held = message.tokens;
      if (message.began) this.onBegin();
    }
  }

  #tell(message: Message): void {
    this.#tabs?.postMessage(message);
  }

  /** A token for the next request; null without a session. */
  async access(): Promise<string | null> {
    if (!this.#held) return null;
    return Date.now() < this.#held.until - MARGIN ? this.#held.access : this.renew(this.#held.access);
  }

  /** The tokens of a log-in. */
  async begin({ accessToken, refreshToken, expiresIn }: Schemas["LoggedIn"]): Promise<void> {
    await this.#keep(accessToken, refreshToken, expiresIn, true);
  }

  async #keep(access: string, refresh: string | null, seconds: number, began: boolean): Promise<void> {
    this.#held = { access, refresh, until: Date.now() + seconds * 1000 };
    if (typeof this.place === "object") await this.place.write(JSON.stringify(this.#held));
    this.#tell({ tokens: this.#held, began });
  }

  /** What to send to end the session. */
  async refreshToken(): Promise<string | null> {
    await this.#load();
    return this.#held?.refresh ?? null;
  }

  /** Forgets the tokens, in every tab. */
  async end(how: Ended): Promise<void> {
    this.#held = null;
    if (typeof this.place === "object") await this.place.write(null);
    this.#tell({ ended: how });
    this.onEnd(how);
  }

  /** Whether a session could go on after a start. */
  async resume(): Promise<boolean> {
    await this.#load();
    if (this.#held) return true;
    return this.place === "cookie" && this.renew().then(Boolean, rethrowUnlessRefused);
  }

  async #load(): Promise<void> {
    if (typeof this.place !== "object") return;
    const stored = await this.place.read();
    this.#held = stored ? (JSON.parse(stored) as Tokens) : null;
  }

  /** The next access token. `spent` is the one that is no longer accepted; if another tab has a newer one, that is it. */
  renew(spent?: string): Promise<string> {
    this.#renewal ??= new Promise<string>((resolve, reject) => {
      void alone(this.#name, async () => {
        await this.#renewAlone(spent).then(resolve, reject);
        if (this.#tabs) await pause(HEARD);
      }).catch(reject);
    }).finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  async #renewAlone(spent: string | undefined): Promise<string> {
    await this.#load();
    const held = this.#held;
    if (held && held.access !== spent && Date.now() < held.until - MARGIN) return held.access;
    const refresh = held?.refresh;
    try {
      const body = { grant_type: "refresh_token", ...(refresh && { refresh_token: refresh }) };
      const token = await this.#exchange(body);
      await this.#keep(token.access_token, token.refresh_token ?? null, token.expires_in, false);
      return token.access_token;
    } catch (problem) {
      if (held && problem instanceof OmringdProblem && problem.kind === "grant-refused") await this.end("over");
      throw problem;
    }
  }
}

function rethrowUnlessRefused(problem: unknown): false {
  if (problem instanceof OmringdProblem && problem.kind === "grant-refused") return false;
  throw problem;
}
