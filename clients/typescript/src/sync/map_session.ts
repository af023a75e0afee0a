import type { Omringd } from "../client/omringd.js";
import { newId } from "../client/id.js";
import { OmringdProblem } from "../client/problem.js";
import type { Schemas } from "../client/types.js";
import { type Content, fromMap, type MapContent, toMap, equal } from "./content.js";
import { perform, type Log, redo, undo } from "./history.js";
import {
  type Facts,
  type Intention,
  type MapFacts,
  type NewAgreement,
  nextId,
  supporterOf,
  tieOf,
} from "./intentions.js";
import { type Difference, merge } from "./merge.js";
import type { Storage } from "./storage.js";

/** A member that another user changed too. `who` changed the map last; null if unknown. */
export interface Conflict extends Difference {
  who: Schemas["NamedUser"] | null;
}

/**
 * `waiting`: changes will be saved shortly. `offline`: they will be saved when the service can be reached. `refused`: see `problem`; the
 * next change or `save()` retries. `gone`: the user may no longer see the map, and its copy is deleted.
 */
export type Status = "saved" | "waiting" | "saving" | "offline" | "refused" | "gone";

export interface Snapshot {
  map: MapContent;
  status: Status;
  problem: OmringdProblem | null;
  conflicts: readonly Conflict[];
  canUndo: boolean;
  canRedo: boolean;
  /** When the map was last read from the service, in milliseconds since 1970. */
  readAt: number;
}

/** A working copy, as stored. */
export interface WorkingCopy {
  etag: string;
  clientId: string;
  base: [string, unknown][];
  content: [string, unknown][];
  log: Log;
  conflicts: Conflict[];
  readAt: number;
}

const SAVE_DELAY = 800;
const LONGEST_BACK_OFF = 60_000;
/** Limits how often one save starts again because others saved first. */
const MERGES_PER_SAVE = 5;

/** A map that is edited on this device, saved in the background, and merged with the changes of others. */
export class MapSession {
  readonly mapId: string;
  readonly #omringd: Omringd;
  readonly #storage: Storage | undefined;
  /** Each session stores its own copy, so that tabs do not overwrite each other's. */
  readonly copyId = newId();
  readonly #listeners = new Set<() => void>();
  readonly #saveNow = () => void this.save();
  #base: Content = new Map();
  #content: Content = new Map();
  #etag = "";
  #log: Log = { done: [], undone: [] };
  #conflicts: Conflict[] = [];
  #readAt = 0;
  #status: Status = "saved";
  #problem: OmringdProblem | null = null;
  #snapshot: Snapshot | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  #stored: Promise<void> = Promise.resolve();
  #lastChange: { who: Schemas["NamedUser"] | null; version: number } = { who: null, version: 0 };
  #writes = 0;
  #failures = 0;
  #clientId = "";

  /** Resolves when the session is closed or the map is gone. */
  readonly closed: Promise<void>;
  #close!: () => void;

  constructor(omringd: Omringd, mapId: string, storage: Storage | undefined) {
    this.closed = new Promise((resolve) => (this.#close = resolve));
    this.#omringd = omringd;
    this.mapId = mapId;
    this.#storage = storage;
    globalThis.addEventListener?.("online", this.#saveNow);
    // A hidden page may be closed without notice.
    globalThis.document?.addEventListener("visibilitychange", this.#saveNow);
  }

  /** Starts from the copy of an earlier visit, or merges it into the content. */
  adopt(copy: WorkingCopy): void {
    const base = new Map(copy.base);
    if (this.#etag === "") {
      Object.assign(this.#log, copy.log);
      [this.#etag, this.#clientId, this.#readAt] = [copy.etag, copy.clientId, copy.readAt];
      this.#content = this.#base = base;
    }
    this.#conflicts.push(...copy.conflicts);
    this.#merge(base, new Map(copy.content), null);
    this.#scheduleSave(0);
  }

  /** For `useSyncExternalStore` and its like: the same object until something changes. */
  getSnapshot = (): Snapshot => {
    this.#snapshot ??= {
      map: toMap(this.#content),
      status: this.#status,
      problem: this.#problem,
      conflicts: [...this.#conflicts],
      canUndo: this.#log.done.length > 0,
      canRedo: this.#log.undone.length > 0,
      readAt: this.#readAt,
    };
    return this.#snapshot;
  };

  /** Calls `listener` after each change. Returns the function that unsubscribes. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Adds a person to the map: a new one, or with `personId` one of the client. Returns the id of the supporter. */
  name(alias: string, facts?: Omit<Facts, "alias"> & { personId?: string; id?: string }): string {
    const { personId = nextId(), id = nextId(), contactFrequency, tension, burden, ...person } = facts ?? {};
    const there = supporterOf(this.#content, personId);
    if (there) return there;
    this.#perform({ do: "name", id, alias, personId, facts: person });
    const answers = Object.entries({ contactFrequency, tension, burden }).filter(([, value]) => value !== undefined);
    if (answers.length > 0) this.tell(id, Object.fromEntries(answers));
    return id;
  }

  /** Places a supporter in a ring; null is unplaced. Without `angle` the angle does not change. */
  place(supporterId: string, closeness: Schemas["Closeness"] | null, angle?: number | null): void {
    this.#perform({ do: "place", id: supporterId, closeness, angle });
  }

  /** Sets all support of a supporter: an empty list is none, null is unanswered. */
  support(supporterId: string, supports: readonly Schemas["Support"][] | null): void {
    this.#perform({ do: "support", id: supporterId, supports });
  }

  /** Sets facts of a supporter and the person: contact, tension, burden, alias, phone and so on. Null is unanswered. */
  tell(supporterId: string, facts: Facts): void {
    this.#perform({ do: "tell", id: supporterId, facts });
  }

  /** Sets facts of the map itself: theme, review date, whether everyone and every tie is named. */
  describe(facts: MapFacts): void {
    this.#perform({ do: "describe", facts });
  }

  /** Ties two supporters who know each other, or changes the strength. Returns the id of the tie. */
  tie(one: string, other: string, strength: number | null = null): string {
    const id = tieOf(this.#content, [one, other]);
    this.#perform({ do: "tie", id, supporterIds: [one, other], strength });
    return id;
  }

  /** Sets the need of a support type; null is unanswered. */
  need(supportType: string, level: number | null): void {
    this.#perform({ do: "need", supportType, level });
  }

  /** Adds an agreement, or changes the one with this id. Returns its id. */
  agree(agreement: NewAgreement): string;
  agree(agreement: Partial<NewAgreement>, agreementId: string): string;
  agree(agreement: Partial<NewAgreement>, agreementId?: string): string {
    const id = agreementId ?? nextId();
    const status = agreementId ? {} : { status: "planned" as const };
    this.#perform({ do: "agree", id, agreement: { ...status, ...agreement } });
    return id;
  }

  /** Removes a supporter, a tie or an agreement from the map. The person remains with the client. */
  remove(id: string): void {
    this.#perform({ do: "remove", id });
  }

  /** Resolves a conflict. The map already has `theirs`. */
  resolve(conflict: Conflict, take: "mine" | "theirs"): void {
    this.#conflicts = this.#conflicts.filter((one) => one !== conflict);
    if (take === "mine") this.#perform({ do: "resolve", member: conflict.member, value: conflict.mine });
    this.#notify();
  }

  undo(): void {
    this.#edit(undo(this.#log, this.#content));
  }

  redo(): void {
    this.#edit(redo(this.#log, this.#content));
  }

  #perform(intention: Intention): void {
    this.#edit(perform(this.#log, this.#content, intention));
  }

  #edit(content: Content): void {
    if (this.#status === "gone" || content === this.#content) return;
    this.#content = content;
    // A new change of the member resolves its conflict.
    this.#conflicts = this.#conflicts.filter(({ member, theirs }) => equal(content.get(member) ?? null, theirs));
    this.#scheduleSave(SAVE_DELAY);
    this.#notify();
  }

  get #isSaved(): boolean {
    const { size } = this.#base;
    return (
      size === this.#content.size && [...this.#content].every(([member, value]) => equal(value, this.#base.get(member)))
    );
  }

  /** Schedules a save, if there are changes. */
  #scheduleSave(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#isSaved) return this.#setStatus("saved");
    this.#timer = setTimeout(this.#saveNow, milliseconds);
    this.#setStatus("waiting");
  }

  #setStatus(status: Status, problem: OmringdProblem | null = null): void {
    if (this.#status === "gone" || (this.#status === status && this.#problem === problem)) return;
    [this.#status, this.#problem] = [status, problem];
    this.#notify();
  }

  #notify(): void {
    this.#snapshot = undefined;
    this.#store();
    this.#listeners.forEach((listener) => listener());
  }

  get #copyName(): string {
    return copyName(this.mapId, this.#clientId, this.copyId);
  }

  /** Stores the newest state, one write at a time. A failed write (no space left) is ignored: the map stays in memory. */
  #store(): void {
    const write = ++this.#writes;
    this.#stored = this.#stored.then(async () => {
      if (write !== this.#writes || this.#status === "gone" || !this.#etag) return;
      await this.#storage?.write(this.#copyName, this.#copy()).catch(() => {});
    });
  }

  /** Resolves when the working copy is stored. */
  stored(): Promise<void> {
    return this.#stored;
  }

  #copy(): WorkingCopy {
    return {
      etag: this.#etag,
      clientId: this.#clientId,
      base: [...this.#base],
      content: [...this.#content],
      log: this.#log,
      conflicts: this.#conflicts,
      readAt: this.#readAt,
    };
  }

  /** Saves now. Resolves in any case: `status` says whether it succeeded. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#enqueue(async () => {
      for (let merges = 0; !this.#isSaved && merges < MERGES_PER_SAVE; merges++) {
        this.#setStatus("saving");
        const sent = this.#content;
        const { mapId } = this;
        const body = toMap(sent);
        try {
          const saved = await this.#omringd.maps.replaceContent(mapId, body, { ifMatch: this.#etag });
          this.#receive(saved, sent);
        } catch (problem) {
          if (!(problem instanceof OmringdProblem && problem.kind === "stale")) throw problem;
          this.#receive(await this.#omringd.maps.open(mapId), this.#base);
        }
      }
      this.#scheduleSave(SAVE_DELAY);
    });
  }

  /**
   * Reads and merges the changes of others. `who` and `version` are those of the event, if there was one; a version that the copy
   * already has is not read again.
   */
  pull(who: Schemas["NamedUser"] | null = null, version = Infinity): Promise<void> {
    this.#lastChange = { who, version };
    return this.#enqueue(async () => {
      if (version <= versionOf(this.#etag)) return;
      this.#receive(await this.#omringd.maps.open(this.mapId), this.#base);
      this.#scheduleSave(SAVE_DELAY);
    });
  }

  /** Whether the map was read, now or at an earlier visit. */
  get isRead(): boolean {
    return this.#etag !== "";
  }

  #receive(map: Schemas["WholeMap"], base: Content): void {
    const mine = this.#content;
    const { who, version } = this.#lastChange;
    const isKnown = version === Infinity || version === versionOf(map.etag);
    this.#lastChange = { who: null, version: 0 };
    this.#etag = map.etag;
    this.#clientId = map.clientId;
    this.#base = fromMap(map);
    this.#content = this.#base;
    this.#readAt = Date.now();
    this.#merge(base, mine, isKnown ? who : null);
  }

  /** Merges the changes from `base` to `mine` into the content. */
  #merge(base: Content, mine: Content, who: Schemas["NamedUser"] | null): void {
    const { content, differences } = merge(base, mine, this.#content);
    this.#content = content;
    this.#conflicts.push(...differences.map((difference) => ({ who, ...difference })));
    this.#notify();
  }

  /** Runs saves and reads one after another. A failure sets the status, and is retried if it is temporary. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    const result = this.#queue.then(async () => {
      if (this.#status === "gone") return;
      try {
        await work();
        this.#failures = 0;
      } catch (problem) {
        if (!(problem instanceof OmringdProblem)) throw problem;
        await this.#fail(problem);
      }
    });
    this.#queue = result.catch(() => {});
    return result;
  }

  async #fail(problem: OmringdProblem): Promise<void> {
    if (problem.kind === "not-found") return this.forget(problem);
    const isTemporary = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    this.#setStatus(isTemporary ? "offline" : "refused", problem);
    if (!isTemporary || this.#isSaved) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#saveNow, Math.min(1000 * 2 ** this.#failures++, LONGEST_BACK_OFF));
  }

  /** Deletes the copy: the user may no longer see the map. */
  async forget(problem: OmringdProblem | null = null): Promise<void> {
    this.#stop();
    this.#content = this.#base = new Map();
    this.#log = { done: [], undone: [] };
    this.#conflicts = [];
    this.#setStatus("gone", problem);
    await this.#stored;
    await this.#storage?.remove(this.#copyName);
  }

  #stop(): void {
    this.#close();
    clearTimeout(this.#timer);
    globalThis.removeEventListener?.("online", this.#saveNow);
    globalThis.document?.removeEventListener("visibilitychange", this.#saveNow);
  }

  /** Saves and stops. What could not be saved is saved at the next visit. */
  async close(): Promise<void> {
    await this.save();
    this.#stop();
    await this.#stored;
  }
}

const versionOf = (etag: string): number => Number(/\d+/.exec(etag));
export const copyName = (mapId: string, clientId: string, copyId: string): string =>
  `maps/${mapId}/${clientId}/${copyId}`;
