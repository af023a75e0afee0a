// Fails if an entry, minified and compressed as a front end serves it, is larger than its budget.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

// Each operation of the service adds about 7 bytes to the client.
const BUDGETS = { client: 6.25 * 1024, sync: 8 * 1024 };

for (const [entry, budget] of Object.entries(BUDGETS)) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../src/${entry}/index.ts`, import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const size = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  console.log(`${entry}: ${size} of ${budget} bytes`);
  if (size > budget) process.exitCode = 1;
}
