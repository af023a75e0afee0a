import type { Api } from "../generated/api.js";
import type { OmringdProblem } from "./problem.js";
import type { TokenKeeper } from "./tokens.js";
import type { Body, Schemas } from "./types.js";

/**
 * Where the user stands. `starting`: `session.start()` has not finished. `out`: not logged in. `over`: the service ended the
 * session. `second-factor`: `current.secondFactor` says whether one is expected or missing. `choosing`: an organisation first.
 */
export type SessionState =
  { is: "starting" | "out" | "over" } | { is: "second-factor" | "choosing" | "in"; current: Schemas["CurrentSession"] };

/** The log-in of a user, the same in every tab. */
export interface Session {
  /** The same object until something changes. */
  readonly state: SessionState;
  /** Calls `listener` after each change, and returns what stops that. */
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Continues the session of an earlier visit, if there is one. Call it once, at the start of a front end. */
  start(): Promise<SessionState>;
  /** Reads where the user stands, as after adding a second factor. */
  refresh(): Promise<SessionState>;
  /** Logs in with a password, a mailed code, or both factors at once. */
  logIn(credentials: Omit<Body<"logIn">, "cookie">): Promise<SessionState>;
  logInWithPasskey(answer: Omit<Body<"logInWithPasskey">, "cookie">): Promise<SessionState>;
  /** Goes on with the answer of a log-in, as of `sessions.completeProviderLogIn`. */
  begin(loggedIn: Schemas["LoggedIn"]): Promise<SessionState>;
  /** Proves that it is the user: the second factor of a log-in, or what `confirmation-required` asks for. */
  confirm(proof: Body<"confirmSession">): Promise<SessionState>;
  choose(organisationId: string): Promise<SessionState>;
  /** Accepts an invitation and logs in; with null as `loggedIn` the user has to log in. */
  accept(invitation: Body<"acceptInvitation">): Promise<Schemas["AcceptedInvitation"]>;
  /** Ends the session: here at once, then at the service. If that cannot be reached it rejects, and there the session goes on. */
  logOut(): Promise<void>;
}

/** Where the service puts a user with these factors and organisations. */
function stateOf(current: Schemas["CurrentSession"]): SessionState {
  const { organisation, organisations, operator, secondFactor } = current;
  const chosen = organisation !== null || (operator && organisations.length === 0);
  const proven = secondFactor !== "expected" && (chosen || secondFactor !== "missing");
  return { is: !proven ? "second-factor" : chosen ? "in" : "choosing", current };
}

/** `forget` is called when what was read belongs to an earlier session. */
export function createSession(api: Api, tokens: TokenKeeper, cookie: boolean, forget: () => void): Session {
  const listeners = new Set<(state: SessionState) => void>();
  let state: SessionState = { is: "starting" };

  function set(next: SessionState): SessionState {
    state = next;
    listeners.forEach((listener) => listener(next));
    return next;
  }

  tokens.onEnd = (how) => {
    forget();
    set({ is: how });
  };
  tokens.onBegin = () => {
    forget();
    session.refresh().catch(() => {});
  };

  const session: Session = {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      return (await tokens.resume()) ? session.refresh() : set({ is: "out" });
    },
    async refresh() {
      try {
        return set(stateOf(await api.sessions.currentSession()));
      } catch (problem) {
        if (!/^(not-au|grant)/.test((problem as OmringdProblem).kind)) throw problem;
        if (state.is !== "over") await tokens.end("over");
        return state;
      }
    },
    async logIn(credentials) {
      return session.begin(await api.sessions.logIn({ ...credentials, cookie }));
    },
    async logInWithPasskey(answer) {
      return session.begin(await api.passkeys.logInWithPasskey({ ...answer, cookie }));
    },
    async begin(loggedIn) {
      forget();
      await tokens.begin(loggedIn);
      return session.refresh();
    },
    async confirm(proof) {
      return set(stateOf(await api.sessions.confirm(proof)));
    },
    async choose(organisationId) {
      await api.sessions.chooseOrganisation({ organisationId });
      return session.refresh();
    },
    async accept(invitation) {
      const accepted = await api.invitations.accept(invitation);
      if (accepted.loggedIn) await session.begin(accepted.loggedIn);
      return accepted;
    },
    async logOut() {
      const token = await tokens.end("out");
      await api.oauth2.revokeToken(token ? { token } : {});
    },
  };
  return session;
}
