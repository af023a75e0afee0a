import type { Omringd } from "../client/omringd.js";
import { newId } from "../client/id.js";
import { OmringdProblem } from "../client/problem.js";
import type { Schemas } from "../client/types.js";
import { type Content, contentOf, type MapContent, mapOf, same } from "./content.js";
import { act, type Log, redo, undo } from "./history.js";
import { type Facts, type Intention, type MapFacts, type NewAgreement, supporterOf, tieOf } from "./intentions.js";
import { type Difference, merge } from "./merge.js";
import type { Storage } from "./storage.js";

/** A member that somebody else changed too. `who` changed the map last; null if that is not known. */
export interface Conflict extends Difference {
  who: Schemas["NamedUser"] | null;
}

/**
 * `waiting`: changes are saved in a moment. `offline`: they are saved when the service can be reached. `refused`: `problem` says
 * why; the next change or `save()` tries again. `gone`: the user may no longer see the map, and nothing of it is kept.
 */
export type Status = "saved" | "waiting" | "saving" | "offline" | "refused" | "gone";

export interface Snapshot {
  map: MapContent;
  status: Status;
  problem: OmringdProblem | null;
  conflicts: readonly Conflict[];
  canUndo: boolean;
  canRedo: boolean;
  /** When the service last confirmed what is shown, besides changes of this device. */
  readAt: number;
}

/** A working copy, as it is stored. */
export interface WorkingCopy {
  etag: string;
  clientId: string;
  base: [string, unknown][];
  content: [string, unknown][];
  log: Log;
  conflicts: Conflict[];
  readAt: number;
}

const PAUSE_BEFORE_SAVING = 800;
const LONGEST_RETRY = 60_000;
/** Others may save while this one does, but hardly this often. */
const MERGES_IN_A_ROW = 5;

/** A map that is edited on this device: at once here, saved in the background, merged with what others do. */
export class MapSession {
  readonly mapId: string;
  readonly #omringd: Omringd;
  readonly #storage: Storage | undefined;
  /** Each session has a copy of its own, so that two tabs do not overwrite each other's. */
  readonly copyId = newId();
  readonly #listeners = new Set<() => void>();
  readonly #wake = () => void this.save();
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
  #working: Promise<void> = Promise.resolve();
  #stored: Promise<void> = Promise.resolve();
  #heard: { who: Schemas["NamedUser"] | null; version: number } = { who: null, version: 0 };
  #writes = 0;
  #failures = 0;
  #clientId = "";

  /** Resolves when the session is closed or has forgotten the map. */
  readonly closed: Promise<void>;
  #close!: () => void;

  constructor(omringd: Omringd, mapId: string, storage: Storage | undefined) {
    this.closed = new Promise((resolve) => (this.#close = resolve));
    this.#omringd = omringd;
    this.mapId = mapId;
    this.#storage = storage;
    globalThis.addEventListener?.("online", this.#wake);
  }

  /** Begins with what an earlier visit left, or adds it to what is there. */
  adopt(copy: WorkingCopy): void {
    const base = new Map(copy.base);
    if (this.#etag === "") {
      Object.assign(this.#log, copy.log);
      [this.#etag, this.#clientId, this.#readAt] = [copy.etag, copy.clientId, copy.readAt];
      this.#content = this.#base = base;
    }
    this.#conflicts.push(...copy.conflicts);
    this.#merge(base, new Map(copy.content), null);
    this.#later(0);
  }

  /** For `useSyncExternalStore` and its like: the same object until something changes. */
  getSnapshot = (): Snapshot => {
    this.#snapshot ??= {
      map: mapOf(this.#content),
      status: this.#status,
      problem: this.#problem,
      conflicts: [...this.#conflicts],
      canUndo: this.#log.done.length > 0,
      canRedo: this.#log.undone.length > 0,
      readAt: this.#readAt,
    };
    return this.#snapshot;
  };

  /** Calls `listener` after each change, and returns what stops that. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Puts somebody on the map: a new person, or one whom the client named before. Returns the id of the supporter. */
  name(alias: string, facts?: Omit<Facts, "alias"> & { personId?: string; id?: string }): string {
    const { personId = newId(), id = newId(), contactFrequency, tension, burden, ...person } = facts ?? {};
    const there = supporterOf(this.#content, personId);
    if (there) return there;
    this.#act({ do: "name", id, alias, personId, facts: person });
    const answers = Object.entries({ contactFrequency, tension, burden }).filter(([, value]) => value !== undefined);
    if (answers.length > 0) this.tell(id, Object.fromEntries(answers));
    return id;
  }

  /** Puts a supporter in a ring; null takes them out of it. Without an angle it stays as it is. */
  place(supporterId: string, closeness: Schemas["Closeness"] | null, angle?: number | null): void {
    this.#act({ do: "place", id: supporterId, closeness, angle });
  }

  /** All support of a supporter: an empty list is none, null is unanswered. */
  support(supporterId: string, supports: readonly Schemas["Support"][] | null): void {
    this.#act({ do: "support", id: supporterId, supports });
  }

  /** Answers about a supporter or the person: contact, tension, burden, alias, phone and so on. Null is unanswered. */
  tell(supporterId: string, facts: Facts): void {
    this.#act({ do: "tell", id: supporterId, facts });
  }

  /** The map itself: theme, review date, whether everyone and every tie is named. */
  describe(facts: MapFacts): void {
    this.#act({ do: "describe", facts });
  }

  /** Two supporters know each other. Returns the id of the tie. */
  tie(one: string, other: string, strength: number | null = null): string {
    const id = tieOf(this.#content, [one, other]);
    this.#act({ do: "tie", id, supporterIds: [one, other], strength });
    return id;
  }

  need(supportType: string, level: number | null): void {
    this.#act({ do: "need", supportType, level });
  }

  /** Makes an agreement, or changes the one with this id. Returns its id. */
  agree(agreement: NewAgreement): string;
  agree(agreement: Partial<NewAgreement>, agreementId: string): string;
  agree(agreement: Partial<NewAgreement>, agreementId?: string): string {
    const id = agreementId ?? newId();
    const status = agreementId ? {} : { status: "planned" as const };
    this.#act({ do: "agree", id, agreement: { ...status, ...agreement } });
    return id;
  }

  /** Takes a supporter, a tie or an agreement off the map. Persons stay with the client. */
  remove(id: string): void {
    this.#act({ do: "remove", id });
  }

  /** Settles a conflict: `theirs` is on the map already. */
  resolve(conflict: Conflict, take: "mine" | "theirs"): void {
    this.#conflicts = this.#conflicts.filter((one) => one !== conflict);
    if (take === "mine") this.#act({ do: "resolve", member: conflict.member, value: conflict.mine });
    this.#changed();
  }

  undo(): void {
    this.#edit(undo(this.#log, this.#content));
  }

  redo(): void {
    this.#edit(redo(this.#log, this.#content));
  }

  #act(intention: Intention): void {
    this.#edit(act(this.#log, this.#content, intention));
  }

  #edit(content: Content): void {
    if (this.#status === "gone" || content === this.#content) return;
    this.#content = content;
    // Who changes a member again has settled it.
    this.#conflicts = this.#conflicts.filter(({ member, theirs }) => same(content.get(member) ?? null, theirs));
    this.#later(PAUSE_BEFORE_SAVING);
    this.#changed();
  }

  get #isSaved(): boolean {
    const { size } = this.#base;
    return (
      size === this.#content.size && [...this.#content].every(([member, value]) => same(value, this.#base.get(member)))
    );
  }

  /** Saves after a pause, if there is anything to save. */
  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#isSaved) return this.#set("saved");
    this.#timer = setTimeout(this.#wake, milliseconds);
    this.#set("waiting");
  }

  #set(status: Status, problem: OmringdProblem | null = null): void {
    if (this.#status === "gone" || (this.#status === status && this.#problem === problem)) return;
    [this.#status, this.#problem] = [status, problem];
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = undefined;
    this.#store();
    this.#listeners.forEach((listener) => listener());
  }

  get #name(): string {
    return copyName(this.mapId, this.#clientId, this.copyId);
  }

  /** One write at a time, of what is newest then. A device without room keeps nothing, and goes on. */
  #store(): void {
    const write = ++this.#writes;
    this.#stored = this.#stored.then(async () => {
      if (write !== this.#writes || this.#status === "gone" || !this.#etag) return;
      await this.#storage?.write(this.#name, this.#copy()).catch(() => {});
    });
  }

  /** Resolves when the working copy is on the device. */
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

  /** Saves now. Resolves when it is saved, or when it cannot be: the snapshot says which. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#oneByOne(async () => {
      for (let merges = 0; !this.#isSaved && merges < MERGES_IN_A_ROW; merges++) {
        this.#set("saving");
        const sent = this.#content;
        const { mapId } = this;
        const body = mapOf(sent);
        try {
          const saved = await this.#omringd.maps.replaceContent(mapId, body, { ifMatch: this.#etag });
          this.#receive(saved, sent);
        } catch (problem) {
          if (!(problem instanceof OmringdProblem && problem.kind === "stale")) throw problem;
          this.#receive(await this.#omringd.maps.open(mapId), this.#base);
        }
      }
      this.#later(PAUSE_BEFORE_SAVING);
    });
  }

  /**
   * Reads what others changed, and merges it. `who` is named in conflicts. Nothing is read if the version that was heard of is
   * here already, as that of an own change.
   */
  pull(who: Schemas["NamedUser"] | null = null, version = Infinity): Promise<void> {
    this.#heard = { who, version };
    return this.#oneByOne(async () => {
      if (version <= versionOf(this.#etag)) return;
      this.#receive(await this.#omringd.maps.open(this.mapId), this.#base);
      this.#later(PAUSE_BEFORE_SAVING);
    });
  }

  /** Whether there is anything to show. */
  get isRead(): boolean {
    return this.#etag !== "";
  }

  #receive(map: Schemas["WholeMap"], base: Content): void {
    const mine = this.#content;
    const { who, version } = this.#heard;
    const isKnown = version === Infinity || version === versionOf(map.etag);
    this.#heard = { who: null, version: 0 };
    this.#etag = map.etag;
    this.#clientId = map.clientId;
    this.#base = contentOf(map);
    this.#content = this.#base;
    this.#readAt = Date.now();
    this.#merge(base, mine, isKnown ? who : null);
  }

  /** Merges changes since `base` into the content. */
  #merge(base: Content, mine: Content, who: Schemas["NamedUser"] | null): void {
    const { content, differences } = merge(base, mine, this.#content);
    this.#content = content;
    this.#conflicts.push(...differences.map((difference) => ({ who, ...difference })));
    this.#changed();
  }

  /** Saves and reads follow one another. What fails is told by the status, and tried again if that can help. */
  #oneByOne(work: () => Promise<void>): Promise<void> {
    const result = this.#working.then(async () => {
      if (this.#status === "gone") return;
      try {
        await work();
        this.#failures = 0;
      } catch (problem) {
        if (!(problem instanceof OmringdProblem)) throw problem;
        await this.#fail(problem);
      }
    });
    this.#working = result.catch(() => {});
    return result;
  }

  async #fail(problem: OmringdProblem): Promise<void> {
    if (problem.kind === "not-found") return this.forget(problem);
    const passes = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    this.#set(passes ? "offline" : "refused", problem);
    if (!passes || this.#isSaved) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#wake, Math.min(1000 * 2 ** this.#failures++, LONGEST_RETRY));
  }

  /** Forgets the map: the user may no longer see it. */
  async forget(problem: OmringdProblem | null = null): Promise<void> {
    this.#stop();
    this.#content = this.#base = new Map();
    this.#log = { done: [], undone: [] };
    this.#conflicts = [];
    this.#set("gone", problem);
    await this.#stored;
    await this.#storage?.remove(this.#name);
  }

  #stop(): void {
    this.#close();
    clearTimeout(this.#timer);
    globalThis.removeEventListener?.("online", this.#wake);
  }

  /** Saves what can be saved, and stops. What could not be is saved at the next visit. */
  async close(): Promise<void> {
    await this.save();
    this.#stop();
    await this.#stored;
  }
}

const versionOf = (etag: string): number => Number(/\d+/.exec(etag));
export const copyName = (mapId: string, clientId: string, copyId: string): string =>
  `maps/${mapId}/${clientId}/${copyId}`;
