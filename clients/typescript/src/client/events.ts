import type { RawEvent } from "./event_stream.js";
import { withLock, openChannel } from "./tabs.js";
import type { LiveEvent, Schemas } from "./types.js";

export type Listener = (event: LiveEvent<Schemas["ChangeEvent"]>) => void;

export interface SharedEvents {
  listen(listener: Listener): () => void;
  /** Sets the session whose events are followed; false stops. */
  setSession(sessionId: string | false): void;
}

/**
 * Shares one stream between all tabs of a session: over HTTP/1.1 a browser has six connections. The tab that holds the lock follows
 * the stream and broadcasts its events. When it closes, the next tab continues from the last event that it received.
 */
export function shareEvents(
  follow: (lastEventId: string, signal: AbortSignal) => AsyncIterable<RawEvent>,
  read: (event: RawEvent) => LiveEvent<Schemas["ChangeEvent"]> | undefined,
  onEnd: () => void,
): SharedEvents {
  const listeners = new Set<Listener>();
  const { document } = globalThis;
  let session: string | false = false;
  let last = "";
  let stop: (() => void) | undefined;

  function start(): void {
    if (stop || !session || !listeners.size || document?.hidden) return;
    const name = `omringd-events ${session}`;
    const stopped = new AbortController();
    const deliver = (raw: RawEvent) => {
      last = raw.id || last;
      const event = read(raw);
      if (event) listeners.forEach((listener) => listener(event));
      if (raw.type === "end") {
        setSession(false);
        onEnd();
      }
    };
    const tabs = openChannel<RawEvent>(name, deliver);
    stop = () => {
      stopped.abort();
      tabs.close();
      stop = undefined;
    };
    const lead = async () => {
      for await (const event of follow(last, stopped.signal)) {
        tabs.postMessage(event);
        deliver(event);
      }
    };
    withLock(name, lead, stopped.signal).catch(() => stopped.signal.aborted || stop?.());
  }

  function setSession(sessionId: string | false): void {
    if (sessionId !== session) {
      stop?.();
      last = "";
    }
    session = sessionId;
    start();
  }

  // A hidden page may be suspended while it holds the lock. It continues from the last event when it is visible again.
  document?.addEventListener("visibilitychange", () => (document.hidden ? stop?.() : start()));

  return {
    listen(listener) {
      listeners.add(listener);
      start();
      return () => {
        listeners.delete(listener);
        if (!listeners.size) stop?.();
      };
    },
    setSession,
  };
}
