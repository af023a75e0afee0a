// Fails if the built app, compressed as the service sends it, is larger than its budgets.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const KIB = 1024;
const BUDGETS = { "first view": 45 * KIB, "the whole app": 102 * KIB };

const dist = new URL("../dist/", import.meta.url);
const size = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const total = (files) => files.reduce((sum, file) => sum + size(file), 0);

const page = readFileSync(new URL("index.html", dist), "utf8");
const linked = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file);
// The first view of a visitor is the log-in, with what it imports.
const logIn = readdirSync(new URL("assets/", dist)).find((file) => file.startsWith("account-log_in-"));
const imported = [...readFileSync(new URL(`assets/${logIn}`, dist), "utf8").matchAll(/from"\.\/([^"]+)"/g)].map(
  ([, file]) => file,
);
const all = readdirSync(new URL("assets/", dist)).map((file) => `assets/${file}`);

const sizes = {
  "first view": total(["index.html", ...new Set([...linked, ...[logIn, ...imported].map((file) => `assets/${file}`)])]),
  "the whole app": total(["index.html", "service-worker.js", ...all]),
};
for (const [what, budget] of Object.entries(BUDGETS)) {
  console.log(`${what}: ${sizes[what]} of ${budget} bytes`);
  if (sizes[what] > budget) process.exitCode = 1;
}
