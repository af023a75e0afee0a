import { defineConfig } from "@playwright/test";

const port = 8092;

// One worker: other checks share the machine. Chromium is Debian's, or the one that CHROMIUM names.
export default defineConfig({
  testDir: "tests",
  testMatch: "**/*.browser.ts",
  workers: 1,
  // Generous, for a machine that does much else.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: "line",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
    contextOptions: { reducedMotion: "reduce" },
  },
  webServer: { command: `node demo/serve.js ${port}`, url: `http://127.0.0.1:${port}/` },
});
