import { table } from "../generated/table.js";
import type { Options } from "./types.js";

/**
 * An operation of the table. Its letters: the method (G P U A D for GET POST PUT PATCH DELETE); the body (b JSON, f form,
 * t text); q query; m If-Match; n If-None-Match: *; k Idempotency-Key; o open to all; s stream; p pages.
 */
export interface Operation {
  group: string;
  name: string;
  letters: string;
  path: string;
}

/** One request: an operation with its arguments. */
export interface Call {
  operation: Operation;
  method: string;
  /** Path and query. */
  target: string;
  body: unknown;
  options: Options;
}

const METHODS: Record<string, string> = { G: "GET", P: "POST", U: "PUT", A: "PATCH", D: "DELETE" };

export function operations(): Operation[] {
  let group = "";
  return table.split("\n").flatMap((line) => {
    const [name, letters, path] = line.split(" ");
    if (!letters) group = line;
    const named = path?.replace(
      "@",
      group.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`),
    );
    return named ? [{ group, name: name!, letters: letters!, path: named.replace(/^(?!\/)/, "/v1/") }] : [];
  });
}

/** Sorts the arguments of a method: those of the path, body, query, options. */
export function callOf(operation: Operation, given: unknown[]): Call {
  const { letters } = operation;
  const rest = [...given];
  let target = operation.path.replace(/\*/g, () => encodeURIComponent(String(rest.shift())));
  const body = /[bft]/.test(letters) ? rest.shift() : undefined;
  if (letters.includes("q")) target += queryOf(rest.shift() as Record<string, unknown> | undefined);
  return { operation, method: METHODS[letters[0]!]!, target, body, options: (rest.shift() ?? {}) as Options };
}

/** `include` is the one list that the service reads separated by commas; it takes others as repeated parameters. */
function queryOf(query: Record<string, unknown> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const values = Array.isArray(value) && name !== "include" ? value : [value];
    for (const one of values) parameters.append(name, String(one));
  }
  return parameters.size > 0 ? `?${parameters}` : "";
}
