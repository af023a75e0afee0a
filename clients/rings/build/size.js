// Fails if an entry, compressed as a front end serves it, is larger than its budget.
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "./bundle.js";

const BUDGETS = { "index.js": 8 * 1024, "labels.js": 1.25 * 1024, "card.js": 1.5 * 1024 };

const { outputFiles } = await bundle({ write: false });
for (const { path, contents } of outputFiles) {
  const size = gzipSync(contents, { level: 9 }).length;
  const budget = BUDGETS[basename(path)];
  console.log(`${basename(path)}: ${size} of ${budget} bytes`);
  if (!(size <= budget)) process.exitCode = 1;
}
