import { newId } from "./id.js";
import type { Call } from "./operation.js";
import { OmringdProblem } from "./problem.js";
import { backOff, pause } from "./tabs.js";
import type { TokenKeeper } from "./tokens.js";
import type { Versions } from "./versions.js";

/** Longer than this a caller should decide whether to wait: the problem says how long. */
const LONGEST_WAIT_SECONDS = 10;
const ATTEMPTS = 3;
/** Then it starts anew: an own change that comes back late is read again like another's. */
const OWN_REQUESTS = 1000;

type HeaderList = Record<string, string>;

export interface Transport {
  /** The response: a success, or 304 if `extra` has `If-None-Match`. Everything else is thrown as a problem. */
  send(call: Call, extra?: HeaderList): Promise<Response>;
  /** Whether a request of this page made a change. */
  made(requestId: string | null): boolean;
}

export interface TransportOptions {
  baseUrl: string;
  language: () => string;
  fetch: typeof fetch;
  tokens: TokenKeeper;
  versions: Versions;
}

/** Sends calls: authenticated, with versions and keys, again where that is safe. */
export function createTransport({ baseUrl, language, fetch, tokens, versions }: TransportOptions): Transport {
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
    set("t", "Content-Type", body instanceof Blob ? body.type : "text/csv");
    set("k", "Idempotency-Key", options.idempotencyKey ?? requestId);
    set("n", "If-None-Match", "*");
    set("m", "If-Match", options.ifMatch ?? versions.of(method, target));
    return headers;
  }

  return {
    made: (requestId) => own.has(requestId!),
    async send(call, extra) {
      const { method, letters, options } = call;
      const { signal } = options;
      const open = letters.includes("o");
      const headers: HeaderList = { ...headersOf(call), ...extra };
      for (let attempt = 1; ; attempt++) {
        const token = open ? null : await tokens.access();
        if (token) headers.Authorization = `Bearer ${token}`;
        const answer: Response | OmringdProblem = await fetch(baseUrl + call.target, {
          method,
          headers,
          body: encoded(call),
          signal: signal!,
          // Log-in, refresh and log-out set and send the cookie of the refresh token; they are open operations.
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
        const wait = isSpent ? 0 : waitBeforeRepeating(answer, call, attempt);
        if (attempt === ATTEMPTS || wait > LONGEST_WAIT_SECONDS) throw answer;
        await (isSpent ? tokens.renew(token) : pause(wait * 1000, signal));
      }
    },
  };
}

function encoded({ letters, body }: Call): BodyInit {
  if (letters.includes("f")) return new URLSearchParams(body as HeaderList);
  return letters.includes("b") ? JSON.stringify(body) : (body as BodyInit);
}

/**
 * Seconds until the request may be sent again; `Infinity`: not at all. What may have arrived is repeated only if it reads or
 * has a key; a version protects a change that the service has put off.
 */
function waitBeforeRepeating(
  { kind, status, retryAfter }: OmringdProblem,
  { method, letters }: Call,
  attempt: number,
): number {
  const safe = method === "GET" || letters.includes("k");
  if (safe && status === 0) return backOff(attempt);
  const putOff = status === 429 || kind === "in-flight" || (status === 503 && (safe || letters.includes("m")));
  return putOff ? retryAfter || backOff(attempt) : Infinity;
}
