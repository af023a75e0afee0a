// Builds dist: one file for each entry, for bundlers and for pages without one.
import { rm } from "node:fs/promises";
import { bundle } from "./bundle.js";

await rm(new URL("../dist/", import.meta.url), { recursive: true, force: true });
await bundle({});
