import type { Api } from "../generated/api.js";
import type { OmringdProblem } from "./problem.js";
import type { TokenManager } from "./tokens.js";
import type { Body, Schemas } from "./types.js";

/**
 * State of the log-in. `starting`: before `session.start()`. `out`: not logged in. `over`: ended by the service. `second-factor`: one
 * is expected or missing, see `current.secondFactor`. `choosing`: an organisation must be chosen.
 */
export type SessionState =
  { is: "starting" | "out" | "over" } | { is: "second-factor" | "choosing" | "in"; current: Schemas["CurrentSession"] };

/** The log-in of the user. Shared by all tabs, unless the tokens are in memory. */
export interface Session {
  /** The same object until something changes. */
  readonly state: SessionState;
  /** Calls `listener` after each change. Returns the function that unsubscribes. */
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Restores the session of an earlier visit, if there is one. Call it once, when the front end starts. */
  start(): Promise<SessionState>;
  /** Reads the state from the service, for example after adding a second factor. */
  refresh(): Promise<SessionState>;
  /** Logs in with a password, a mailed code, or both factors at once. */
  logIn(credentials: Omit<Body<"logIn">, "cookie">): Promise<SessionState>;
  logInWithPasskey(answer: Omit<Body<"logInWithPasskey">, "cookie">): Promise<SessionState>;
  /** Starts a session with the answer of a log-in, such as that of `sessions.completeProviderLogIn`. */
  begin(loggedIn: Schemas["LoggedIn"]): Promise<SessionState>;
  /** Confirms the session: with the second factor of a log-in, or after `confirmation-required`. */
  confirm(proof: Body<"confirmSession">): Promise<SessionState>;
  choose(organisationId: string): Promise<SessionState>;
  /** Accepts an invitation and logs in. If `loggedIn` is null, the user has to log in. */
  accept(invitation: Body<"acceptInvitation">): Promise<Schemas["AcceptedInvitation"]>;
  /** Ends the session, first on this device. Rejects if the service cannot be reached: the session there continues. */
  logOut(): Promise<void>;
}

/** The state that follows from a session of the service. */
function toState(current: Schemas["CurrentSession"]): SessionState {
  const { organisation, organisations, operator, secondFactor } = current;
  const chosen = organisation !== null || (operator && organisations.length === 0);
  const proven = secondFactor !== "expected" && (chosen || secondFactor !== "missing");
  return { is: !proven ? "second-factor" : chosen ? "in" : "choosing", current };
}

/** Creates the session. `forget` clears what was read in an earlier one. */
export function createSession(api: Api, tokens: TokenManager, cookie: boolean, forget: () => void): Session {
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
        return set(toState(await api.sessions.currentSession()));
      } catch (problem) {
        if (!/^(not-authenticated|grant-refused)$/.test((problem as OmringdProblem).kind)) throw problem;
        if (!/^o/.test(state.is)) await tokens.end("over");
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
      return set(toState(await api.sessions.confirm(proof)));
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
