import type { Call } from "./operation.js";
import type { OmringdProblem } from "./problem.js";
import { backOff, delay } from "./timing.js";
import type { Transport } from "./transport.js";

/** One event as the service sends it. A heartbeat has no type, and may advance the id. */
export interface RawEvent {
  type: string;
  id: string;
  data: string;
}

/** The service sends a heartbeat every 15 seconds by default; after this long without one the connection is broken. */
const HEARTBEAT_TIMEOUT = 60_000;

/** Follows a stream until `end`. Reconnects with back-off, and at once when the browser is online or the page visible again. */
export async function* follow(transport: Transport, call: Call): AsyncGenerator<RawEvent> {
  const signal = call.options.signal ?? new AbortController().signal;
  let id = "";
  for (let failures = 1; ; failures++) {
    const connection = new AbortController();
    let timeout: ReturnType<typeof setTimeout> | undefined;
    const resetTimeout = () => {
      clearTimeout(timeout);
      timeout = setTimeout(() => connection.abort(), HEARTBEAT_TIMEOUT);
    };
    try {
      resetTimeout();
      const options = { ...call.options, signal: AbortSignal.any([signal, connection.signal]) };
      const response = await transport.send({ ...call, options }, id && { "Last-Event-ID": id });
      for await (const event of parse(response.body!)) {
        resetTimeout();
        failures = 1;
        id = event.id || id;
        yield { ...event, id };
        if (event.type === "end") return;
      }
    } catch (problem) {
      // A refusal is final. Network errors, 429 and 5xx are retried.
      if (/^4(?!29)/.test(`${(problem as OmringdProblem).status}`)) throw problem;
    } finally {
      clearTimeout(timeout);
      connection.abort();
    }
    await waitToReconnect(backOff(failures) * 1000, signal);
  }
}

/** Waits until the delay is over, the browser is online again, or the page is visible again. */
async function waitToReconnect(milliseconds: number, signal: AbortSignal): Promise<void> {
  const waking = new AbortController();
  const listening = { signal: waking.signal };
  const { document } = globalThis;
  globalThis.addEventListener?.("online", () => waking.abort(), listening);
  document?.addEventListener("visibilitychange", () => document.hidden || waking.abort(), listening);
  await delay(milliseconds, AbortSignal.any([signal, waking.signal])).catch(() => {});
  waking.abort();
  signal.throwIfAborted();
}

/** Parses server-sent events as the service writes them: lines end in LF, data is one line of JSON. */
export async function* parse(body: ReadableStream<Uint8Array>): AsyncGenerator<RawEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + value).split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1] ?? "";
      yield { type: field("event"), id: field("id"), data: field("data") };
    }
  }
}
