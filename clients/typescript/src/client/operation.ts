import { table } from "../generated/table.js";
import type { Options } from "./types.js";

/**
 * An operation of the table. Its letters: the method (G P U A D for GET POST PUT PATCH DELETE); the body (b JSON, f form,
 * t text); q query; m If-Match; n If-None-Match: *; k Idempotency-Key; o open to all; s stream.
 */
export interface Operation {
  group: string;
  name: string;
  letters: string;
  path: string;
}

/** A request: an operation with its arguments. */
export interface Call {
  letters: string;
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
    const [short, letters, name] = line.split(" ");
    if (!letters) group = line;
    const collection = group.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
    const path = short!.replace("@", collection).replace(/^(?!\/)/, "/v1/");
    return letters ? [{ group, name: name!, letters, path }] : [];
  });
}

/** Assigns the arguments of a method: path parameters, body, query, options. */
export function toCall(operation: Operation, given: unknown[]): Call {
  const { letters } = operation;
  const rest = [...given];
  let target = operation.path.replace(/\*/g, () => encodeURIComponent(rest.shift() as string));
  const body = /[bft]/.test(letters) ? rest.shift() : undefined;
  if (letters.includes("q")) target += toQuery(rest.shift() as Record<string, unknown> | undefined);
  return { letters, method: METHODS[letters[0]!]!, target, body, options: (rest.shift() as Options | undefined) ?? {} };
}

/** Lists are repeated parameters, except `include`, which is separated by commas. */
function toQuery(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (name === "include" ? [value] : [value].flat())
      .filter((one) => one !== undefined)
      .map((one) => [name, String(one)] as [string, string]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}
