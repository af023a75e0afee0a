// Fails if an entry, compressed as a front end serves it, is larger than its budget.
import { gzipSync } from "node:zlib";
import { bundle } from "./bundle.js";

const BUDGETS = { "index.js": 8 * 1024, "labels.js": 1.25 * 1024, "card.js": 1.75 * 1024 };

for (const [name, code] of Object.entries(await bundle())) {
  const size = gzipSync(code, { level: 9 }).length;
  console.log(`${name}: ${size} of ${BUDGETS[name]} bytes`);
  if (!(size <= BUDGETS[name])) process.exitCode = 1;
}
