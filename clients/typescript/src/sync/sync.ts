import type { Omringd } from "../client/omringd.js";
import type { SessionState } from "../client/session.js";
import type { LiveEvent, Schemas } from "../client/types.js";
import { equal } from "./content.js";
import { MapSession, type WorkingCopy } from "./map_session.js";
import { browserStorage, type Storage } from "./storage.js";

export interface SyncOptions {
  /** Storage of working copies; by default this browser, encrypted. Null: memory only. */
  storage?: Storage | null;
}

/** The maps of this device: open ones, and copies of earlier visits. */
export interface Sync {
  /** Opens a map: from its copy on the device if there is one, then updated from the service. */
  open(mapId: string): Promise<MapSession>;
  /** Deletes all copies. Log-out and the end of access do this too. */
  wipe(): Promise<void>;
}

const OWNER = "owner";

/** Create it once, when the front end starts: it follows log-out and the end of access. */
export function createSync(omringd: Omringd, options: SyncOptions = {}): Sync {
  const storage = options.storage === undefined ? browserStorage() : (options.storage ?? undefined);
  const open = new Map<string, MapSession>();
  const opening = new Map<string, Promise<MapSession>>();
  let was: SessionState["is"] = omringd.session.state.is;
  let ready: Promise<unknown> = Promise.resolve();
  let owner: string | undefined;
  let stopEvents: (() => void) | undefined;

  /** Runs changes of the copies one after another. Without a usable database there are none. */
  const enqueue = (work: () => Promise<void> | undefined) => (ready = ready.then(work).catch(() => {}));

  async function wipe(): Promise<void> {
    await Promise.all([...open.values()].map((session) => session.forget()));
    owner = undefined;
    await storage?.wipe();
  }

  /** The service ended the session: only unsaved copies remain, encrypted, for the same user. */
  async function removeSaved(): Promise<void> {
    for (const name of (await storage?.names("")) ?? []) {
      const copy = name.startsWith("maps/") ? await storage!.read<WorkingCopy>(name) : undefined;
      if (name !== OWNER && (!copy || equal(copy.base, copy.content))) await storage!.remove(name);
    }
  }

  /** Deletes the copies of another user, and saves those of this one. */
  async function setOwner(userId: string): Promise<void> {
    owner ??= await storage?.read<string>(OWNER);
    if (owner !== undefined && owner !== userId) await wipe();
    if (owner !== userId) await storage?.write(OWNER, userId);
    owner = userId;
    open.forEach((session) => void session.save());
  }

  function onSession(state: SessionState): void {
    if (state.is === "in") {
      const userId = state.current.user.id;
      enqueue(() => setOwner(userId));
      stopEvents ??= omringd.events(onEvent);
    } else if (state.is === "out" && was !== "starting") enqueue(wipe);
    else if (state.is === "over") enqueue(removeSaved);
    was = state.is;
    if (state.is === "in" || !stopEvents) return;
    stopEvents();
    stopEvents = undefined;
  }

  function onEvent(event: LiveEvent<Schemas["ChangeEvent"]>): void {
    if (event.type === "end") enqueue(wipe);
    if (event.type === "reset") open.forEach((session) => void session.pull());
    if (event.type !== "change") return;
    const { kind, clientId, mapId, version, by } = event.data;
    if (kind === "map-changed") void open.get(mapId!)?.pull(by, version ?? undefined);
    if (kind === "map-removed" || kind === "client-removed") {
      const gone = kind === "map-removed" ? `maps/${mapId}/` : `/${clientId}/`;
      open.forEach((one) => void one.pull());
      enqueue(async () => {
        for (const name of (await storage?.names("maps/")) ?? []) if (name.includes(gone)) await storage!.remove(name);
      });
    }
  }

  async function begin(mapId: string): Promise<MapSession> {
    await ready;
    const session = new MapSession(omringd, mapId, storage);
    open.set(mapId, session);
    void session.closed.then(() => {
      open.delete(mapId);
      opening.delete(mapId);
    });
    if (storage) await adoptCopies(storage, session);
    const read = session.pull();
    if (!session.isRead) await read;
    if (session.isRead) return session;
    await session.close();
    throw session.getSnapshot().problem!;
  }

  enqueue(() => storage?.removeOld());
  omringd.session.subscribe(onSession);
  onSession(omringd.session.state);

  return {
    wipe,
    open(mapId) {
      const there = opening.get(mapId);
      if (there) return there;
      const opened = begin(mapId);
      opening.set(mapId, opened);
      opened.catch(() => opening.delete(mapId));
      return opened;
    },
  };
}

/** Adopts copies of earlier visits. A copy whose lock is held belongs to another tab. */
async function adoptCopies(storage: Storage, session: MapSession): Promise<void> {
  const lockOf = (copyId: string) => `omringd-copy ${copyId}`;
  const locks = globalThis.navigator?.locks;
  void locks?.request(lockOf(session.copyId), () => session.closed);
  const adopt = async (name: string) => {
    const copy = await storage.read<WorkingCopy>(name);
    if (!copy) return storage.remove(name);
    session.adopt(copy);
    await session.stored();
    await storage.remove(name);
  };
  for (const name of await storage.names(`maps/${session.mapId}/`)) {
    if (!locks) await adopt(name);
    else await locks.request(lockOf(name.split("/")[3]!), { ifAvailable: true }, (lock) => lock && adopt(name));
  }
}
