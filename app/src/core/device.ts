// What screens keep on a device of the user's own, so that a hard day works without a connection. Encrypted with a key that scripts
// can use but not read; deleted at log-out, when the session ends, when another user logs in, and after 90 days.
import { recall, remember } from "./preferences.ts";
import { current, session } from "./service.ts";

/** What was kept, and when it was read from the service. */
export interface Kept<Value> {
  at: string;
  value: Value;
}

interface Entry {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const DATABASE = "omringd-device";
const STORE = "entries";
const KEY = "key";
const MAX_AGE = 90 * 24 * 3600 * 1000;

/** Without a secure context there is no encryption, and nothing is kept. */
const canKeep = () => globalThis.isSecureContext && "indexedDB" in globalThis;

/** Keeps a value, if the user logged in on a device of their own. */
export async function keep<Value>(name: string, value: Value): Promise<void> {
  const login = current();
  if (!canKeep() || login?.kind !== "device") return;
  remember("device", login.user.id);
  const kept: Kept<Value> = { at: new Date().toISOString(), value };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await ownKey(), encode(kept));
  await store("readwrite", (entries) => entries.put({ iv, data } satisfies Entry, name));
}

export async function kept<Value>(name: string): Promise<Kept<Value> | undefined> {
  if (!canKeep() || !recall("device")) return undefined;
  const key = await store<CryptoKey | undefined>("readonly", (entries) => entries.get(KEY));
  const entry = await store<Entry | undefined>("readonly", (entries) => entries.get(name));
  if (!key || !entry) return undefined;
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: entry.iv }, key, entry.data);
  const found = JSON.parse(new TextDecoder().decode(text)) as Kept<Value>;
  if (Date.now() - Date.parse(found.at) < MAX_AGE) return found;
  await wipe();
  return undefined;
}

/** Deletes what was kept as soon as it is no longer this user's. */
export function wipeAfterLogOut(): void {
  session.subscribe((state) => {
    const owner = recall("device");
    const ended = state.is === "out" || state.is === "over";
    if (owner && (ended || (state.is === "in" && state.current.user.id !== owner))) void wipe();
  });
}

/** Deletes the key with all entries: what a disk may still hold can then not be read. */
export async function wipe(): Promise<void> {
  remember("device", null);
  if ("indexedDB" in globalThis) await store("readwrite", (entries) => entries.clear());
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** The key of this device, made at first use. Of two tabs that make one at once, the first is kept. */
async function ownKey(): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await store("readwrite", (entries) => entries.add(made, KEY)).catch(() => {});
  return (await store<CryptoKey>("readonly", (entries) => entries.get(KEY)))!;
}

async function store<Result = unknown>(
  mode: IDBTransactionMode,
  work: (entries: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = (await finished(opening)) as IDBDatabase;
  try {
    return (await finished(work(database.transaction(STORE, mode).objectStore(STORE)))) as Result;
  } finally {
    database.close();
  }
}

function finished(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
