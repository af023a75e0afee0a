// The service, on the origin of this page, and the log-in as a signal.
import { createOmringd, OmringdProblem, type SessionState } from "@omringd/client";
import { effect, signal } from "@preact/signals";
import { language } from "./language.ts";

export const omringd = createOmringd({ tokens: "cookie", language: language.value });
effect(() => {
  omringd.language = language.value;
});

export const session = signal<SessionState>(omringd.session.state);
omringd.session.subscribe((state) => (session.value = state));

/** Whether the service could not be reached when the app started. */
export const unreachable = signal(false);

export async function startSession(): Promise<void> {
  try {
    await omringd.session.start();
    unreachable.value = false;
  } catch (problem) {
    if (!(problem instanceof OmringdProblem)) throw problem;
    unreachable.value = true;
  }
}

/** The current session of a user who is logged in. Screens of an area are only shown then. */
export function current() {
  const state = session.value;
  return state.is === "in" ? state.current : undefined;
}

/** The id of the client who the user is; the client's screens are only shown to clients. */
export function ownClientId(): string {
  return current()?.clientId ?? "";
}
