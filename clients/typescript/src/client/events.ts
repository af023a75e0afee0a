import type { RawEvent } from "./event_stream.js";
import { alone, channel } from "./tabs.js";
import type { LiveEvent, Schemas } from "./types.js";

export type Listener = (event: LiveEvent<Schemas["ChangeEvent"]>) => void;

interface Given {
  follow: (lastEventId: string, signal: AbortSignal) => AsyncIterable<RawEvent>;
  read: (event: RawEvent) => LiveEvent<Schemas["ChangeEvent"]> | undefined;
  onEnd: () => void;
}

export interface SharedEvents {
  listen(listener: Listener): () => void;
  /** Whose events these are: the id of a session, or none while nobody is logged in. */
  of(sessionId: string | false): void;
}

/**
 * One stream for all tabs of a session, since a browser has six connections over HTTP/1.1. The tab with the lock follows it and
 * tells the others; when it closes, the next one takes over from the last event that it heard.
 */
export function shareEvents({ follow, read, onEnd }: Given): SharedEvents {
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
    const tabs = channel<RawEvent>(name, deliver);
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
    alone(name, lead, stopped.signal).catch(() => stopped.signal.aborted || stop?.());
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
    of(sessionId) {
      if (sessionId !== session) stop?.();
      session = sessionId;
      start();
    },
  };
}
