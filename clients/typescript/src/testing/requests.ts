/** A request that a front end made. */
export interface CountedRequest {
  method: string;
  path: string;
  status: number;
}

/** A `fetch` for `createOmringd` that records its requests. */
export interface RequestCounter {
  fetch: typeof fetch;
  requests: CountedRequest[];
}

export function countRequests(send: typeof fetch = fetch): RequestCounter {
  const requests: CountedRequest[] = [];
  const counting = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { method, url } = new Request(input, init);
    const response = await send(input, init);
    requests.push({ method, path: new URL(url).pathname, status: response.status });
    return response;
  };
  return { fetch: counting, requests };
}

/** Throws with the list of requests if `run` makes more than `most`. */
export async function expectRequests<Result>(
  counter: RequestCounter,
  most: number,
  run: () => Promise<Result>,
): Promise<Result> {
  const before = counter.requests.length;
  const result = await run();
  const made = counter.requests.slice(before);
  if (made.length > most) {
    const list = made.map(({ method, path, status }) => `  ${status} ${method} ${path}`).join("\n");
    throw new Error(`${made.length} requests, at most ${most}:\n${list}`);
  }
  return result;
}
