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
  let session: string | false = false;
  let stop: (() => void) | undefined;

  function start(): void {
    if (stop || !session || !listeners.size) return;
    const name = `omringd-events ${session}`;
    const stopped = new AbortController();
    let last = "";
    const deliver = (raw: RawEvent) => {
      last = raw.id || last;
      const event = read(raw);
      if (event) listeners.forEach((listener) => listener(event));
      if (raw.type === "end") {
        stop?.();
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

  return {
    listen(listener) {
      listeners.add(listener);
      start();
      return () => {
        listeners.delete(listener);
        if (!listeners.size) stop?.();
      };
    },
    setSession(sessionId) {
      if (sessionId !== session) stop?.();
      session = sessionId;
      start();
    },
  };
}
