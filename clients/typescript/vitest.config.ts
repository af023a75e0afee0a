import { defineConfig } from "vitest/config";

// One file at a time: tests that measure how soon a change arrives share two processors with the service and a browser.
export default defineConfig({ test: { include: ["tests/**/*.test.ts"], fileParallelism: false } });
