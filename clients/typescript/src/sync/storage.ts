// Working copies at rest: in IndexedDB, encrypted with a non-extractable key.

const DATABASE = "omringd";
const KEY = "key";
const LONGEST_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/** Storage between visits: of working copies, and of what else a front end shows without a connection. */
export interface Storage {
  read<Value>(name: string): Promise<Value | undefined>;
  write(name: string, value: unknown): Promise<void>;
  /** The names with this prefix. */
  names(prefix: string): Promise<string[]>;
  remove(name: string): Promise<void>;
  /** Removes copies that were not written for 90 days. */
  removeOld(): Promise<void>;
  /** Removes everything including the key, so that a concurrent write is unreadable too. */
  wipe(): Promise<void>;
}

interface Sealed {
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}

/** The storage of this browser; none in insecure contexts, which have no WebCrypto. */
export function browserStorage(): Storage | undefined {
  return globalThis.indexedDB && globalThis.crypto?.subtle ? new EncryptedStorage() : undefined;
}

class EncryptedStorage implements Storage {
  #opened: Promise<IDBDatabase> | undefined;

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#opened ??= open();
    return (await this.#opened).transaction(DATABASE, mode).objectStore(DATABASE);
  }

  async #key(): Promise<CryptoKey> {
    const kept = (await settled((await this.#store("readonly")).get(KEY))) as CryptoKey | undefined;
    if (kept) return kept;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    // If another tab added its key first, that one stays.
    await settled((await this.#store("readwrite")).add(made, KEY)).catch(() => {});
    return (await settled((await this.#store("readonly")).get(KEY))) as CryptoKey;
  }

  async read<Value>(name: string): Promise<Value | undefined> {
    const sealed = (await settled((await this.#store("readonly")).get(name))) as Sealed | undefined;
    if (!sealed) return undefined;
    const { iv, bytes } = sealed;
    const open = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await this.#key(), bytes).catch(() => undefined);
    return open && (JSON.parse(new TextDecoder().decode(open)) as Value);
  }

  async write(name: string, value: unknown): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const open = new TextEncoder().encode(JSON.stringify(value));
    const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await this.#key(), open);
    await settled((await this.#store("readwrite")).put({ at: Date.now(), iv, bytes } satisfies Sealed, name));
  }

  async names(prefix: string): Promise<string[]> {
    const keys = (await settled((await this.#store("readonly")).getAllKeys())) as string[];
    return keys.filter((name) => name !== KEY && name.startsWith(prefix));
  }

  async remove(name: string): Promise<void> {
    await settled((await this.#store("readwrite")).delete(name));
  }

  async removeOld(): Promise<void> {
    const oldest = Date.now() - LONGEST_DAYS * DAY;
    for (const name of await this.names("")) {
      const sealed = (await settled((await this.#store("readonly")).get(name))) as Partial<Sealed> | undefined;
      if (sealed?.at !== undefined && sealed.at < oldest) await this.remove(name);
    }
  }

  async wipe(): Promise<void> {
    await settled((await this.#store("readwrite")).clear());
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(DATABASE);
  return settled(request);
}
