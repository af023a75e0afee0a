import type { RawEvent } from "./event_stream.js";
import { alone, channel } from "./tabs.js";
import type { LiveEvent, Schemas } from "./types.js";

export type Listener = (event: LiveEvent<Schemas["ChangeEvent"]>) => void;

interface Given {
  name: string;
  follow: (lastEventId: string, signal: AbortSignal) => AsyncIterable<RawEvent>;
  read: (event: RawEvent) => LiveEvent<Schemas["ChangeEvent"]> | undefined;
  onEnd: () => void;
}

export interface SharedEvents {
  listen(listener: Listener): () => void;
  /** Stops until the next listener comes. */
  stop(): void;
}

/**
 * One stream for all tabs of a browser, which has six connections over HTTP/1.1. The tab with the lock follows it and tells the
 * others; when it closes, the next one takes over from the last event that it heard.
 */
export function shareEvents({ name, follow, read, onEnd }: Given): SharedEvents {
  const listeners = new Set<Listener>();
  let stop: (() => void) | undefined;
  let last = "";

  function deliver(raw: RawEvent): void {
    last = raw.id || last;
    const event = read(raw);
    if (!event) return;
    listeners.forEach((listener) => listener(event));
    if (event.type === "end") {
      stop?.();
      onEnd();
    }
  }

  function start(): void {
    const stopped = new AbortController();
    const tabs = channel<RawEvent>(name, deliver);
    stop = () => {
      stopped.abort();
      tabs.close();
      stop = undefined;
      last = "";
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
      if (!stop) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop?.();
      };
    },
    stop: () => stop?.(),
  };
}
