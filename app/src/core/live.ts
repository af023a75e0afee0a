// Live updates of what is shown: one stream for all tabs and screens. A screen reads again what a change is about, and screen readers
// hear in one sentence what others changed.
import type { LiveEvent, Schemas } from "@omringd/client";
import { signal } from "@preact/signals";
import { shell } from "../locales/shell.ts";
import { announce } from "./announcer.tsx";
import { current, omringd, ownClientId } from "./service.ts";
import { readWords, type Words } from "./words.ts";

type Change = Schemas["ChangeEvent"];
type Event = LiveEvent<Change>;
type Kind = Schemas["EventKind"];

/** Which changes a screen is about, and the shortest time between two updates. */
export interface Live {
  concerns: (change: Change) => boolean;
  pause: number;
}

/** Each reading of a coach is in the client's log: their screens wait longer. */
const STAFF_PAUSE = 30_000;
const OWN_PAUSE = 5_000;

/** Changes of these kinds, or of all kinds, of the client who the user is. */
export const ownChanges = (...kinds: Kind[]): Live => ({ ...clientChanges(ownClientId(), ...kinds), pause: OWN_PAUSE });

/** Changes of these kinds, or of all kinds, of one client. */
export const clientChanges = (clientId: string, ...kinds: Kind[]): Live => ({
  concerns: (change) => change.clientId === clientId && (kinds.length === 0 || kinds.includes(change.kind)),
  pause: STAFF_PAUSE,
});

/** Everything that a coach may see. */
export const allChanges: Live = { concerns: () => true, pause: STAFF_PAUSE };

/** Changes in quick succession are one update. */
const COLLECTING = 1_000;
/** The stream begins with `reset`. What was read while it was being opened is not read twice. */
const OPENING = 5_000;

/** How many events there were. What was read before the last one may be old. */
export const eventCount = signal(0);

const shown = new Set<Updates>();
let isFollowing = false;
/** When the last screen was opened. */
let openedAt = 0;

/**
 * Calls `read` after changes, as long as the screen is shown. It resolves to false if the service could not be reached; then it is
 * called again later. Returns the function that stops it.
 */
export function whileShown(live: Live, read: () => Promise<boolean>): () => void {
  const updates = new Updates(live, read);
  shown.add(updates);
  openedAt = Date.now();
  if (!isFollowing) omringd.events(onEvent);
  isFollowing = true;
  return () => {
    shown.delete(updates);
    updates.stop();
  };
}

function onEvent(event: Event): void {
  if (event.type === "end" || (event.type === "reset" && Date.now() < openedAt + OPENING)) return;
  eventCount.value += 1;
  shown.forEach((updates) => updates.onEvent(event));
}

class Updates {
  private changes: Event[] = [];
  private next = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly live: Live,
    private readonly read: () => Promise<boolean>,
  ) {}

  onEvent(event: Event): void {
    if (event.type === "change" && !this.live.concerns(event.data)) return;
    this.changes.push(event);
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.update(), Math.max(COLLECTING, this.next - Date.now()));
  }

  private async update(): Promise<void> {
    const changes = this.changes;
    this.changes = [];
    this.next = Date.now() + this.live.pause;
    // A hidden page is not read, but the access log would have a line of it.
    if (!document.hidden && (await this.read())) tell(changes);
    else this.changes.unshift(...changes);
    this.timer = undefined;
    if (this.changes.length > 0 && shown.has(this)) this.schedule();
  }
}

const news = new Set<Change>();
let telling: ReturnType<typeof setTimeout> | undefined;

/** Several parts of a screen are updated for one change: it is told once. */
function tell(events: readonly Event[]): void {
  const own = current()?.user.id;
  for (const event of events) if (event.type === "change" && event.data.by?.id !== own) news.add(event.data);
  clearTimeout(telling);
  if (news.size > 0) telling = setTimeout(() => void announceNews(), 300);
}

async function announceNews(): Promise<void> {
  const changes = [...news];
  news.clear();
  announce(summary(changes, await readWords()));
}

/** Of one client what changed and by whom; of several how many they are. */
export function summary(changes: readonly Change[], words: Words): string {
  const { updated, by, clients } = shell().live;
  const count = new Set(changes.map(({ clientId }) => clientId)).size;
  if (count > 1) return `${updated}: ${clients(count)}`;
  const sentences = changes.map((change) => {
    const what = words.of("eventKinds", change.kind);
    return change.by?.name ? by(what, change.by.name) : what;
  });
  return `${updated}: ${[...new Set(sentences)].join(". ")}`;
}
