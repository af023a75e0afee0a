// What screens keep on a device of the user's own, so that a hard day works without a connection: in the encrypted storage of the
// client, beside the maps. Deleted at log-out, when the session ends, when another user logs in, and after 90 days.
import { browserStorage } from "@omringd/client/sync";
import { recall, remember } from "./preferences.ts";
import { current, session } from "./service.ts";

/** What was kept, and when it was read from the service. */
export interface Kept<Value> {
  at: string;
  value: Value;
}

const PREFIX = "app/";
const MAX_AGE = 90 * 24 * 3600 * 1000;
/** None without a secure context: there is no encryption then. */
const storage = browserStorage();

/** Keeps a value, if the user logged in on a device of their own. */
export async function keep<Value>(name: string, value: Value): Promise<void> {
  const login = current();
  if (!storage || login?.kind !== "device") return;
  remember("device", login.user.id);
  await storage.write(PREFIX + name, { at: new Date().toISOString(), value } satisfies Kept<Value>);
}

export async function kept<Value>(name: string): Promise<Kept<Value> | undefined> {
  if (!storage || !recall("device")) return undefined;
  const found = await storage.read<Kept<Value>>(PREFIX + name);
  if (!found || Date.now() - Date.parse(found.at) < MAX_AGE) return found;
  await forget();
  return undefined;
}

/** Deletes what was kept. The maps of the device have rules of their own. */
export async function forget(): Promise<void> {
  remember("device", null);
  for (const name of (await storage?.names(PREFIX)) ?? []) await storage?.remove(name);
}

/** Deletes what was kept as soon as it is no longer this user's; at log-out with the key, so that nothing can be read afterwards. */
export function forgetAfterLogOut(): void {
  session.subscribe((state) => {
    const owner = recall("device");
    if (!owner) return;
    if (state.is === "out") void forget().then(() => storage?.wipe());
    else if (state.is === "over" || (state.is === "in" && state.current.user.id !== owner)) void forget();
  });
}
