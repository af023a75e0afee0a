// An identity provider (OpenID Connect) with one user and a page to log in on.
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

export const CLIENT_ID = "omringd";
export const CLIENT_SECRET = "een geheim";

/** The same for all providers of a run: the service remembers the keys of an issuer. */
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

export interface Provider {
  /** The queries with which browsers came to log in. */
  visits: URLSearchParams[];
  stop: () => Promise<void>;
}

export async function startProvider(issuer: string, sub: string): Promise<Provider> {
  const visits: URLSearchParams[] = [];
  const codes = new Map<string, URLSearchParams>();

  /** Exchanges a code for tokens: once, and only with the verifier of the request that got it. */
  function redeem(form: URLSearchParams, authorization = ""): object | undefined {
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const client = Buffer.from(authorization.replace("Basic ", ""), "base64").toString();
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isKnown = decodeURIComponent(client.replaceAll("+", " ")) === `${CLIENT_ID}:${CLIENT_SECRET}`;
    if (!asked || !isKnown || challenge !== asked.get("code_challenge")) return undefined;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      sub,
      aud: CLIENT_ID,
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce: asked.get("nonce"),
    };
    const head = { alg: "ES256", kid: "1", typ: "JWT" };
    const signed = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
    return { access_token: "none", token_type: "Bearer", id_token: `${signed}.${signature.toString("base64url")}` };
  }

  /** A page with a link back for a user who logs in, and one for a user who does not. */
  function page(query: URLSearchParams): string {
    visits.push(query);
    const code = randomUUID();
    codes.set(code, query);
    const back = (answer: Record<string, string>) => {
      const url = new URL(query.get("redirect_uri")!);
      url.search = new URLSearchParams({ ...answer, state: query.get("state")!, iss: issuer }).toString();
      return url.href.replaceAll("&", "&amp;");
    };
    return `<!doctype html><title>Log in</title><a href="${back({ code })}">Log in</a> <a href="${back({ error: "access_denied" })}">Stop</a>`;
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url!, issuer);
    const answer = async () => {
      switch (url.pathname) {
        case "/.well-known/openid-configuration":
          return {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
            authorization_response_iss_parameter_supported: true,
          };
        case "/jwks":
          return { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "ES256", use: "sig" }] };
        case "/token":
          return redeem(new URLSearchParams(await bodyOf(request)), request.headers.authorization);
        case "/authorize":
          return page(url.searchParams);
        default:
          return undefined;
      }
    };
    void answer().then((found) => {
      response.statusCode = found ? 200 : 400;
      response.setHeader("Content-Type", typeof found === "string" ? "text/html" : "application/json");
      response.end(typeof found === "string" ? found : JSON.stringify(found ?? { error: "invalid_grant" }));
    });
  });
  await new Promise<void>((listening) => server.listen(Number(new URL(issuer).port), "127.0.0.1", listening));
  return {
    visits,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
