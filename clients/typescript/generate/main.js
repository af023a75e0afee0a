// Writes src/generated from the OpenAPI document and the service's list of problem types. `npm run generate`; CI compares.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTypescript, { astToString } from "openapi-typescript";
import { format } from "prettier";
import { groupsOf, operationsOf } from "./operations.js";

const project = new URL("../../../", import.meta.url);
const document = JSON.parse(readFileSync(new URL("openapi/openapi.json", project), "utf8"));
const groups = groupsOf(operationsOf(document));

const BY_HAND = "// Generated from openapi/openapi.json by `npm run generate`. Do not edit.\n\n";

/** The generator would copy every example into a comment. */
function withoutExamples(node) {
  if (Array.isArray(node)) return node.map(withoutExamples);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== "example" && key !== "examples");
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutExamples(value)]));
}

/** A path as src/client/operation.ts reads it: `@` is the name of the group. */
function shortened({ path, tag }) {
  const short = path.replace(/^\/v1\//, "").replace(/{\w+}/g, "*");
  return short
    .split("/")
    .map((part) => (part === tag ? "@" : part))
    .join("/");
}

/**
 * One line for each operation: its path, what the call needs to know as letters (src/client/operation.ts), and its name. Like
 * follows like, which compresses better.
 */
function table() {
  const letters = (one) =>
    one.method +
    one.body +
    (one.query ? "q" : "") +
    (one.conditional ? "m" : "") +
    (one.creating ? "n" : "") +
    (one.keyed ? "k" : "") +
    (one.open ? "o" : "") +
    (one.stream ? "s" : "");
  const line = (one) => `${shortened(one)} ${letters(one)} ${one.name}`;
  const rank = ({ name }) => ["list", "create", "open", "update", "delete"].indexOf(name) >>> 0;
  const sorted = (operations) => [...operations.values()].sort((one, other) => rank(one) - rank(other));
  const lines = [...groups].flatMap(([group, operations]) => [group, ...sorted(operations).map(line)]);
  return `${BY_HAND}export const table = \`${lines.join("\n")}\`;\n`;
}

function signature(one) {
  const of = `"${one.id}"`;
  const parameters = one.pathParameters.map((name) => `${name}: string`);
  if (one.body) parameters.push(`body${one.requiresBody ? "" : "?"}: Body<${of}>`);
  if (one.query) parameters.push(`query?: Query<${of}>`);
  parameters.push("options?: Options");
  const answer = one.stream ? `Stream<${of}>` : one.pages ? `Pages<${of}>` : `Promise<Answer<${of}>>`;
  const summary = `/** ${one.summary.replace(/\s+/g, " ")} (\`${one.id}\`) */`;
  return `${summary}\n${one.name}(${parameters.join(", ")}): ${answer};`;
}

/** The same operations as an interface, for the compiler and the editor. */
function api() {
  const members = [...groups].map(
    ([group, operations]) => `${group}: {\n${[...operations.values()].map(signature).join("\n")}\n};`,
  );
  return `${BY_HAND}import type { Answer, Body, Options, Pages, Query, Stream } from "../client/types.js";

/** Every operation of the service, by group. */
export interface Api {
  ${members.join("\n")}
}
`;
}

/** The document names the types of a 409 only, so the closed list comes from the service's source. */
function problems() {
  const source = readFileSync(new URL("api/src/problem/types.rs", project), "utf8");
  const kinds = [...source.matchAll(/= [A-Z_]+ "([a-z-]+)",/g)].map(([, kind]) => kind);
  for (const [, ends] of JSON.stringify(document).matchAll(/`type` ends in ((?:`[a-z-]+`(?:, )?)+)/g)) {
    for (const [, kind] of ends.matchAll(/`([a-z-]+)`/g)) {
      if (!kinds.includes(kind)) throw new Error(`The document names the problem type ${kind}, types.rs does not`);
    }
  }
  return `// Generated from api/src/problem/types.rs by \`npm run generate\`. Do not edit.

/** The types of problems that the service answers with: the last part of \`type\`. */
export type ServiceProblemKind = ${kinds.map((kind) => `"${kind}"`).join(" | ")};
`;
}

async function write(name, text) {
  const formatted = await format(text, { parser: "typescript", printWidth: 120 });
  writeFileSync(new URL(`../src/generated/${name}`, import.meta.url), formatted);
}

await write("schema.ts", astToString(await openapiTypescript(withoutExamples(document), { silent: true })));
await write("table.ts", table());
await write("api.ts", api());
await write("problems.ts", problems());
