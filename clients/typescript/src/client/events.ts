import { alone, channel } from "./tabs.js";
import type { RawEvent } from "./event_stream.js";
import type { LiveEvent, Schemas } from "./types.js";

export type Listener = (event: LiveEvent<Schemas["ChangeEvent"]>) => void;

interface Given {
  name: string;
  follow: (lastEventId: string, signal: AbortSignal) => AsyncIterable<RawEvent>;
  read: (event: RawEvent) => LiveEvent<Schemas["ChangeEvent"]> | undefined;
  onEnd: () => void;
}

/**
 * One stream for all tabs of a browser, which has six connections over HTTP/1.1. The tab with the lock follows it and tells the
 * others; when it closes, the next one takes over from the last event that it heard.
 */
export class SharedEvents {
  readonly #given: Given;
  readonly #listeners = new Set<Listener>();
  #running: { stop: AbortController; tabs: BroadcastChannel } | undefined;
  #last = "";

  constructor(given: Given) {
    this.#given = given;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (!this.#running) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.stop();
    };
  }

  #start(): void {
    const stop = new AbortController();
    const tabs = channel<RawEvent>(this.#given.name, (event) => this.#deliver(event));
    this.#running = { stop, tabs };
    const lead = async () => {
      for await (const event of this.#given.follow(this.#last, stop.signal)) {
        tabs.postMessage(event);
        this.#deliver(event);
      }
    };
    void alone(this.#given.name, lead, stop.signal).catch(() => this.#running?.stop === stop && this.stop());
  }

  #deliver(raw: RawEvent): void {
    this.#last = raw.id || this.#last;
    const event = this.#given.read(raw);
    if (!event) return;
    this.#listeners.forEach((listener) => listener(event));
    if (event.type === "end") {
      this.stop();
      this.#given.onEnd();
    }
  }

  /** Stops until the next listener. A listener that stays is told nothing more. */
  stop(): void {
    this.#running?.stop.abort();
    this.#running?.tabs.close();
    this.#running = undefined;
    this.#last = "";
  }
}
