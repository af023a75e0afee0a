import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
// @ts-expect-error The generator is plain JavaScript.
import { operationsOf } from "../generate/operations.js";
import { createOmringd } from "../src/client/index.js";
import { json, serve } from "./support/service.js";

interface Known {
  id: string;
  group: string;
  name: string;
  path: string;
  pathParameters: string[];
  body: string;
  query: boolean;
  conditional: boolean;
  creating: boolean;
  keyed: boolean;
  stream: boolean;
}

interface DocumentOperation {
  operationId: string;
  requestBody?: { content: object };
}

const document = JSON.parse(readFileSync(new URL("../../../openapi/openapi.json", import.meta.url), "utf8")) as {
  paths: Record<string, Record<string, DocumentOperation>>;
};
const all = operationsOf(document) as Known[];
const ID = "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d01";

/** Method and body types of an operation, straight from the document. */
function documented(id: string): { method: string; types: string[] } {
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId !== id) continue;
      return { method: method.toUpperCase(), types: Object.keys(operation.requestBody?.content ?? {}) };
    }
  }
  throw new Error(`${id} is not in the document`);
}

describe("the operations", () => {
  it("are all of the document", () => {
    expect(all.length).toBe(
      Object.values(document.paths).flatMap((methods) => Object.keys(methods).filter((key) => key !== "parameters"))
        .length,
    );
  });

  it.each(all)("$group.$name sends what $id takes", async (operation) => {
    const service = serve(() => json({ id: ID, etag: '"7"', items: [], next: null }));
    const omringd = createOmringd({ baseUrl: "http://service", fetch: service.fetch });
    const groups = omringd as unknown as Record<string, Record<string, (...given: unknown[]) => unknown>>;
    const given: unknown[] = operation.pathParameters.map(() => ID);
    if (operation.body) given.push(operation.body === "t" ? "a,b" : { one: "1" });
    if (operation.query) given.push({ limit: 3, attention: ["a", "b"], include: ["c", "d"], left: undefined });
    given.push({ ifMatch: '"7"', idempotencyKey: "key" });

    const answer = groups[operation.group]![operation.name]!(...given);
    if (operation.stream) void (answer as AsyncIterator<unknown>).next();
    else await answer;
    await expect.poll(() => service.received.length).toBe(1);

    const { method, types } = documented(operation.id);
    const { headers, path, body, method: sent } = service.received[0]!;
    const query = operation.query ? "?limit=3&attention=a&attention=b&include=c%2Cd" : "";
    expect(`${sent} ${path}`).toBe(`${method} ${operation.path.replace(/{\w+}/g, ID)}${query}`);
    expect(headers.get("If-Match")).toBe(operation.conditional ? '"7"' : null);
    expect(headers.get("If-None-Match")).toBe(operation.creating ? "*" : null);
    expect(headers.get("Idempotency-Key")).toBe(operation.keyed ? "key" : null);
    if (operation.body === "b") expect(types).toContain(headers.get("Content-Type"));
    expect(body).toBe({ "": "", b: '{"one":"1"}', f: "one=1", t: "a,b" }[operation.body]);
  });
});
