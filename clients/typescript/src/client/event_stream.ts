import type { Call } from "./operation.js";
import type { OmringdProblem } from "./problem.js";
import { backOff, pause } from "./tabs.js";
import type { Transport } from "./transport.js";

/** One event as the service sends it. Heartbeats have no type: they say that the line lives, and advance the id. */
export interface RawEvent {
  type: string;
  id: string;
  data: string;
}

/** The service sends something every 15 seconds by default; a line that is silent this long is broken. */
const SILENCE = 60_000;

/** Follows a stream until `end`, over broken connections. Starts again at once when the browser is back or looked at. */
export async function* follow(transport: Transport, call: Call): AsyncGenerator<RawEvent> {
  const signal = call.options.signal ?? new AbortController().signal;
  let id = "";
  for (let failures = 1; ; failures++) {
    const line = new AbortController();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      clearTimeout(silence);
      silence = setTimeout(() => line.abort(), SILENCE);
    };
    try {
      hear();
      const options = { ...call.options, signal: AbortSignal.any([signal, line.signal]) };
      const response = await transport.send({ ...call, options }, { "Last-Event-ID": id });
      for await (const event of parse(response.body!)) {
        hear();
        failures = 1;
        id = event.id || id;
        yield { ...event, id };
        if (event.type === "end") return;
      }
    } catch (problem) {
      // The service refuses, and will again; everything else passes.
      if (/^4(?!29)/.test(`${(problem as OmringdProblem).status}`)) throw problem;
    } finally {
      clearTimeout(silence);
      line.abort();
    }
    await untilWorthTrying(backOff(failures) * 1000, signal);
  }
}

/** Waits, but not longer than until the browser is online again or the page is looked at. */
async function untilWorthTrying(milliseconds: number, signal: AbortSignal): Promise<void> {
  const woken = new AbortController();
  const listening = { signal: woken.signal };
  const { document } = globalThis;
  globalThis.addEventListener?.("online", () => woken.abort(), listening);
  document?.addEventListener("visibilitychange", () => document.hidden || woken.abort(), listening);
  await pause(milliseconds, AbortSignal.any([signal, woken.signal])).catch(() => {});
  woken.abort();
  signal.throwIfAborted();
}

/** Server-sent events of a body, as the service writes them: lines end in LF, and data is one line of JSON. */
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
