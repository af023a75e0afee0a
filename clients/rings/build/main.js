// Builds dist: one file for each entry, for bundlers and for pages without one.
import { mkdir, rm } from "node:fs/promises";
import { write } from "./bundle.js";

const dist = new URL("../dist/", import.meta.url);
await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await write();
