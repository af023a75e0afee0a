// A service in a function, for what the real one does not do on request: refuse, be late, be unreachable.

export interface Received {
  method: string;
  path: string;
  headers: Headers;
  body: string;
}

type Reply = Response | "unreachable";

export interface FakeService {
  fetch: typeof fetch;
  received: Received[];
}

/** Answers with what `reply` makes of each request. */
export function serve(reply: (request: Received, number: number) => Reply | Promise<Reply>): FakeService {
  const received: Received[] = [];
  const fake = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const request = {
      method: init.method ?? "GET",
      path: String(input).replace("http://service", ""),
      headers: new Headers(init.headers),
      body: String(init.body ?? ""),
    };
    const number = received.push(request);
    const answer = await reply(request, number);
    if (answer === "unreachable") throw new TypeError("fetch failed");
    // As with the network, a stream breaks when its reader hangs up.
    const { body, headers, status } = answer;
    const isStream = headers.get("Content-Type") === "text/event-stream";
    if (!isStream || !body || !init.signal) return answer;
    return new Response(body.pipeThrough(new TransformStream(), { signal: init.signal }), { headers, status });
  };
  return { fetch: fake as typeof fetch, received };
}

export const json = (body: unknown, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });

export const problem = (
  status: number,
  kind: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response =>
  new Response(
    JSON.stringify({
      type: `/problems/${kind}`,
      title: kind,
      detail: `It is ${kind}.`,
      status,
      requestId: "r-1",
      ...more,
    }),
    { status, headers: { "Content-Type": "application/problem+json", ...headers } },
  );

export const tokenAnswer = (number: number): Response =>
  json({ access_token: `access-${number}`, refresh_token: `refresh-${number}`, expires_in: 600, token_type: "Bearer" });

export const loggedIn = {
  accessToken: "access-0",
  refreshToken: "refresh-0",
  expiresIn: 600,
  tokenType: "Bearer",
  secondFactor: "optional" as const,
  organisations: [],
  session: {} as never,
};

export const currentSession = (more: object = {}) => ({
  id: "s-1",
  user: { id: "u-1", name: "Anouk" },
  organisation: { id: "o-1", name: "De Linde", roles: ["coach"] },
  organisations: [{ id: "o-1", name: "De Linde", roles: ["coach"] }],
  operator: false,
  secondFactor: "optional",
  ...more,
});
