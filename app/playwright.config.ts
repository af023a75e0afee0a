import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

// The same fonts on every machine: Chromium gets this from here.
process.env.FONTCONFIG_FILE = fileURLToPath(new URL("tests/fonts.conf", import.meta.url));

// The sandbox is not for root; the others draw text and colours alike on every machine.
const CHROMIUM_OPTIONS = [
  "--no-sandbox",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--disable-font-subpixel-positioning",
  "--force-color-profile=srgb",
];

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "../target/app-journeys",
  workers: 1,
  reporter: "list",
  // A loaded machine is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  snapshotPathTemplate: "../docs/pictures/{arg}{ext}",
  use: {
    browserName: "chromium",
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 390, height: 844 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM_OPTIONS },
    trace: "retain-on-failure",
  },
});
