import { newId } from "./id.js";
import type { Call } from "./operation.js";
import { OmringdProblem } from "./problem.js";
import { backOff, delay } from "./timing.js";
import type { TokenManager } from "./tokens.js";
import type { VersionCache } from "./versions.js";

/** The longest `Retry-After` that is waited for; a longer one is left to the caller. */
const LONGEST_WAIT_SECONDS = 10;
const ATTEMPTS = 3;
/** Number of own request ids after which the set is emptied: a late event of an own change then counts as another's. */
const OWN_REQUESTS = 1000;

type HeaderList = Record<string, string>;

export interface Transport {
  /** Resolves to a success, or to 304 if `extra` has `If-None-Match`. Rejects with a problem otherwise. */
  send(call: Call, extra?: HeaderList | ""): Promise<Response>;
  /** Whether this page sent the request. */
  isOwn(requestId: string | null): boolean;
}

/** Sends calls with authentication, versions and idempotency keys, and retries where that is safe. */
export function createTransport(
  baseUrl: string,
  language: () => string,
  fetch: typeof globalThis.fetch,
  tokens: TokenManager,
  versions: VersionCache,
): Transport {
  const own = new Set<string>();

  function headersOf({ letters, method, target, options, body }: Call): HeaderList {
    const requestId = newId();
    const headers: HeaderList = { "Accept-Language": language(), "X-Request-Id": requestId };
    if (own.size > OWN_REQUESTS) own.clear();
    if (method !== "GET") own.add(requestId);
    const set = (letter: string, name: string, value: string | false | undefined) => {
      if (letters.includes(letter) && value) headers[name] = value;
    };
    set("b", "Content-Type", `application/${method === "PATCH" ? "merge-patch+" : ""}json`);
    set("t", "Content-Type", typeof body === "string" && "text/csv");
    set("k", "Idempotency-Key", options.idempotencyKey ?? requestId);
    set("n", "If-None-Match", "*");
    set("m", "If-Match", options.ifMatch ?? versions.of(target, letters));
    return headers;
  }

  return {
    isOwn: (requestId) => own.has(requestId!),
    async send(call, extra) {
      const { method, letters, options } = call;
      const { signal } = options;
      const open = letters.includes("o");
      const headers: HeaderList = { ...headersOf(call), ...extra };
      for (let attempt = 1; ; attempt++) {
        const token = open ? null : await tokens.access();
        if (token) headers.Authorization = `Bearer ${token}`;
        // `next` has the prefix of a proxy, which `baseUrl` has too.
        const answer: Response | OmringdProblem = await fetch(baseUrl + call.target.replace(/^.+?(?=\/v1\/)/, ""), {
          method,
          headers,
          body: encoded(call),
          signal: signal!,
          // Only open operations (log-in, refresh, log-out) need the cookie of the refresh token.
          credentials: open ? "include" : "same-origin",
        }).then<Response | OmringdProblem, OmringdProblem>(
          (response): Response | Promise<OmringdProblem> => {
            options.onResponse?.(response);
            return response.ok || response.status === 304 ? response : OmringdProblem.of(response);
          },
          (): OmringdProblem => {
            signal?.throwIfAborted();
            return new OmringdProblem("unreachable");
          },
        );
        if (answer instanceof Response) return answer;
        const isSpent = token && answer.kind === "not-authenticated";
        const wait = isSpent ? 0 : secondsToRetry(answer, letters, attempt);
        if (attempt === ATTEMPTS || wait > LONGEST_WAIT_SECONDS) throw answer;
        await (isSpent ? tokens.renew(token) : delay(wait * 1000, signal));
      }
    },
  };
}

function encoded({ letters, body }: Call): BodyInit {
  if (letters.includes("f")) return new URLSearchParams(body as HeaderList);
  return letters.includes("b") ? JSON.stringify(body) : (body as BodyInit);
}

/**
 * Seconds before a retry; `Infinity` means none. After a network error the request may have been processed, so only reads and
 * requests with an idempotency key are retried. A version also protects a change that was answered with 503.
 */
function secondsToRetry({ kind, status, retryAfter }: OmringdProblem, letters: string, attempt: number): number {
  const safe = /^G|k/.test(letters);
  if (safe && status === 0) return backOff(attempt);
  const postponed = status === 429 || kind === "in-flight" || (status === 503 && /^G|[km]/.test(letters));
  return postponed ? retryAfter || backOff(attempt) : Infinity;
}
