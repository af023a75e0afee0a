import type { Api } from "../generated/api.js";
import { OmringdProblem } from "./problem.js";
import type { TokenKeeper } from "./tokens.js";
import type { Body, Schemas } from "./types.js";

/**
 * Where the user stands. `starting`: `session.start()` has not finished. `out`: not logged in. `over`: the service ended the
 * session. `second-factor`: `current.secondFactor` says whether one is expected or missing. `choosing`: an organisation first.
 */
export type SessionState =
  { is: "starting" | "out" | "over" } | { is: "second-factor" | "choosing" | "in"; current: Schemas["CurrentSession"] };

type LogIn = Omit<Body<"logIn">, "cookie">;

/** The log-in of a user, and what each tab knows of it. */
export class Session {
  readonly #api: Api;
  readonly #tokens: TokenKeeper;
  readonly #listeners = new Set<(state: SessionState) => void>();
  #state: SessionState = { is: "starting" };

  /** `forget` is called when what was read belongs to an earlier session. */
  constructor(api: Api, tokens: TokenKeeper, forget: () => void) {
    this.#api = api;
    this.#tokens = tokens;
    tokens.onEnd = (how) => {
      forget();
      this.#set({ is: how });
    };
    tokens.onBegin = () => {
      forget();
      void this.refresh().catch(() => {});
    };
  }

  /** The same object until something changes. */
  get state(): SessionState {
    return this.#state;
  }

  /** Calls `listener` after each change, and returns what stops that. */
  subscribe(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(state: SessionState): SessionState {
    this.#state = state;
    this.#listeners.forEach((listener) => listener(state));
    return state;
  }

  /** Continues the session of an earlier visit, if there is one. Call it once, at the start of a front end. */
  async start(): Promise<SessionState> {
    return (await this.#tokens.resume()) ? this.refresh() : this.#set({ is: "out" });
  }

  /** Reads where the user stands. */
  async refresh(): Promise<SessionState> {
    try {
      return this.#read(await this.#api.sessions.currentSession());
    } catch (problem) {
      const over = problem instanceof OmringdProblem && /^(not-authenticated|grant-refused)$/.test(problem.kind);
      if (!over) throw problem;
      if (this.#state.is !== "over") await this.#tokens.end("over");
      return this.#state;
    }
  }

  #read(current: Schemas["CurrentSession"]): SessionState {
    const chosen = current.organisation !== null || (current.operator && current.organisations.length === 0);
    const proven = current.secondFactor !== "expected" && (chosen || current.secondFactor !== "missing");
    return this.#set({ is: !proven ? "second-factor" : chosen ? "in" : "choosing", current });
  }

  /** Logs in with a password, a mailed code, or both factors at once. */
  async logIn(credentials: LogIn): Promise<SessionState> {
    return this.begin(await this.#api.sessions.logIn({ ...credentials, cookie: this.#cookie }));
  }

  async logInWithPasskey(answer: Omit<Body<"logInWithPasskey">, "cookie">): Promise<SessionState> {
    return this.begin(await this.#api.passkeys.logInWithPasskey({ ...answer, cookie: this.#cookie }));
  }

  /** Goes on with the answer of a log-in, as after a provider's: `sessions.completeProviderLogIn`. */
  async begin(loggedIn: Schemas["LoggedIn"]): Promise<SessionState> {
    await this.#tokens.begin(loggedIn);
    return this.refresh();
  }

  /** Proves that it is the user: the second factor of a log-in, or what `confirmation-required` asks for. */
  async confirm(proof: Body<"confirmSession">): Promise<SessionState> {
    return this.#read(await this.#api.sessions.confirm(proof));
  }

  async choose(organisationId: string): Promise<SessionState> {
    await this.#api.sessions.chooseOrganisation({ organisationId });
    return this.refresh();
  }

  /** Accepts an invitation and logs in. `loggedIn` is null in the answer if the user has to log in themselves. */
  async accept(invitation: Body<"acceptInvitation">): Promise<Schemas["AcceptedInvitation"]> {
    const accepted = await this.#api.invitations.accept(invitation);
    if (accepted.loggedIn) await this.begin(accepted.loggedIn);
    return accepted;
  }

  /** Ends the session: here at once, then at the service. If that cannot be reached it rejects, and the session is not over there. */
  async logOut(): Promise<void> {
    const token = await this.#tokens.refreshToken();
    await this.#tokens.end("out");
    await this.#api.oauth2.revokeToken(token ? { token } : {});
  }

  get #cookie(): boolean {
    return this.#tokens.place === "cookie";
  }
}
