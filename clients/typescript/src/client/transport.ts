import { newId } from "./id.js";
import type { Call } from "./operation.js";
import { OmringdProblem } from "./problem.js";
import { pause } from "./tabs.js";
import type { TokenKeeper } from "./tokens.js";
import type { Versions } from "./versions.js";

/** Longer than this a caller should decide whether to wait: the problem says how long. */
const LONGEST_WAIT_SECONDS = 10;
const ATTEMPTS = 3;
const OWN_REQUESTS = 200;

export interface TransportOptions {
  baseUrl: string;
  language: () => string;
  fetch: typeof fetch;
  tokens: TokenKeeper;
  versions: Versions;
}

/** Sends calls: authenticated, with versions and keys, again where that is safe. */
export class Transport {
  readonly #given: TransportOptions;
  readonly #own = new Set<string>();

  constructor(given: TransportOptions) {
    this.#given = given;
  }

  /** Whether a request of this page made a change. */
  made(requestId: string | null): boolean {
    return requestId !== null && this.#own.has(requestId);
  }

  /** The response: a success, or 304 if `extra` had `If-None-Match`. Everything else is thrown as a problem. */
  async send(call: Call, extra: Record<string, string> = {}): Promise<Response> {
    const { tokens, fetch } = this.#given;
    const open = call.operation.letters.includes("o");
    const { signal } = call.options;
    const headers = new Headers({ ...this.#headers(call), ...extra });
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const token = open ? null : await tokens.access();
      if (token) headers.set("Authorization", `Bearer ${token}`);
      const response = await fetch(this.#given.baseUrl + call.target, {
        method: call.method,
        headers,
        body: encoded(call),
        signal: signal ?? null,
        // Log-in, refresh and log-out set and send the cookie of the refresh token; they are open operations.
        credentials: open ? "include" : "same-origin",
      }).catch((cause: unknown) => {
        if (signal?.aborted) throw cause;
        return new OmringdProblem("unreachable", 0, {}, undefined, { cause });
      });
      if (response instanceof Response && (response.ok || response.status === 304)) {
        call.options.onResponse?.(response);
        return response;
      }
      const problem = response instanceof Response ? await OmringdProblem.of(response) : response;
      if (problem.kind === "not-authenticated" && token && !renewed) {
        renewed = true;
        await tokens.renew(token);
        continue;
      }
      const wait = attempt < ATTEMPTS ? waitBeforeRepeating(problem, call, attempt) : undefined;
      if (wait === undefined) throw problem;
      await pause(wait, signal);
    }
  }

  #headers({ operation: { letters }, method, target, options, body }: Call): Record<string, string> {
    const { language, versions } = this.#given;
    const requestId = newId();
    const headers: Record<string, string> = { "Accept-Language": language(), "X-Request-Id": requestId };
    if (method !== "GET") {
      this.#own.add(requestId);
      if (this.#own.size > OWN_REQUESTS) this.#own.delete(this.#own.values().next().value!);
    }
    if (letters.includes("b")) headers["Content-Type"] = `application/${method === "PATCH" ? "merge-patch+" : ""}json`;
    if (letters.includes("t")) headers["Content-Type"] = (body instanceof Blob && body.type) || "text/csv";
    if (letters.includes("k")) headers["Idempotency-Key"] = options.idempotencyKey ?? newId();
    if (letters.includes("n")) headers["If-None-Match"] = "*";
    const version = letters.includes("m") && (options.ifMatch ?? versions.of(method, target));
    if (version) headers["If-Match"] = version;
    return headers;
  }
}

function encoded({ operation: { letters }, body }: Call): BodyInit | null {
  if (body === undefined) return null;
  if (letters.includes("f")) return new URLSearchParams(body as Record<string, string>);
  return letters.includes("b") ? JSON.stringify(body) : (body as BodyInit);
}

/**
 * Milliseconds until the request may be sent again; `undefined`: not at all. What may have arrived is repeated only if it
 * reads or has a key; a version protects a change that the service has put off.
 */
function waitBeforeRepeating(problem: OmringdProblem, call: Call, attempt: number): number | undefined {
  const { kind, status, retryAfter } = problem;
  const safe = call.method === "GET" || call.operation.letters.includes("k");
  const backOff = 300 * 2 ** attempt * (0.5 + Math.random() / 2);
  if (status === 0) return safe ? backOff : undefined;
  const refused = status === 429 || (status === 503 && (safe || call.operation.letters.includes("m")));
  if (!refused && kind !== "in-flight") return undefined;
  const wait = retryAfter ?? 1;
  return wait <= LONGEST_WAIT_SECONDS ? wait * 1000 : undefined;
}
