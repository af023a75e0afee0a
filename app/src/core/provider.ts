// The identity provider of an organisation: the browser goes there, and comes back to `/provider-log-in/ID`.
import type { Schemas } from "@omringd/client";
import { clearPending, type Pending, pending, setPending, untilThen } from "./pending.ts";
import { remember } from "./preferences.ts";
import { path } from "./router.ts";
import { omringd } from "./service.ts";

/** Why the browser went to the provider. Without the secret, nobody can finish. */
interface Errand extends Pending {
  purpose: "log-in" | "link";
  secret: string;
  /** The screen to come back to. */
  path: string;
  /** The address, to remember on a device of the user's own. */
  ownEmail: string | null;
}

type Callback = Schemas["ProviderCallback"];

export interface ProviderAnswer {
  errand: Errand;
  callback: Callback;
}

/** Leaves the page, to log in at the provider. `again`: also if the user is logged in there. */
export async function logInAtProvider(providerId: string, ownEmail: string | null, again = false): Promise<void> {
  leave(await omringd.sessions.beginProviderLogIn({ providerId, again }), "log-in", ownEmail);
}

/** Leaves the page, to link the user's identity at the provider. */
export async function linkAtProvider(providerId: string): Promise<void> {
  leave(await omringd.identities.beginLink({ providerId }), "link", null);
}

function leave(begun: Schemas["BegunProviderLogIn"], purpose: Errand["purpose"], ownEmail: string | null): void {
  const errand: Errand = { purpose, secret: begun.secret, path: path.value, ownEmail, until: untilThen() };
  setPending("errand", errand);
  location.assign(begun.authorizationUrl);
}

/** What the provider sent, once: its code does not stay in the address, nor the secret in the storage. */
export function takeAnswer(providerId: string): ProviderAnswer | undefined {
  const query = new URLSearchParams(location.search);
  history.replaceState(null, "", location.pathname);
  const errand = pending<Errand>("errand");
  clearPending("errand");
  const [code, state, iss] = ["code", "state", "iss"].map((name) => query.get(name));
  if (!errand || !code || !state) return undefined;
  return { errand, callback: { providerId, code, state, ...(iss && { iss }), secret: errand.secret } };
}

export async function finishErrand({ errand: { purpose, ownEmail }, callback }: ProviderAnswer): Promise<void> {
  if (purpose === "link") {
    await omringd.identities.link(callback);
    return;
  }
  const kind = ownEmail === null ? "browser" : "device";
  await omringd.session.begin(await omringd.sessions.completeProviderLogIn({ callback, cookie: true, kind }));
  remember("provider", callback.providerId);
  rememberWay("provider", ownEmail);
}

export type Way = "password" | "passkey" | "code" | "provider";

/** On a device of the user's own, the address and the way in that worked. */
export function rememberWay(way: Way, ownEmail: string | null): void {
  remember("way", ownEmail === null ? null : way);
  remember("email", ownEmail);
}
