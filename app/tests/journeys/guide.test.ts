// The developer guide (docs/guide), which the service serves at /docs/guide.
import type { Page } from "@playwright/test";
import { violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const example = (page: Page, at: number) =>
  page
    .locator(".example")
    .filter({ has: page.getByRole("tablist") })
    .nth(at);

test("every page is accessible in both themes, and fits on 320 pixels", async ({ page, frontEnd }) => {
  const guide = `${frontEnd.demo.url}/docs/guide`;
  await page.goto(guide);
  const links = page.getByRole("navigation", { name: "Pages of the guide" }).getByRole("link");
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses).toHaveLength(10);
  for (const address of [guide, ...addresses]) {
    await page.goto(address);
    await expect(links.and(page.locator("[aria-current=page]"))).toHaveCount(address === guide ? 0 : 1);
    for (const [width, colorScheme] of [
      [320, "light"],
      [1280, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
    }
  }
});

test("an example in three languages is tabs, by keyboard too, and the choice stays", async ({ page, frontEnd }) => {
  await page.goto(`${frontEnd.demo.url}/docs/start`);
  const [first, second] = [example(page, 0), example(page, 1)];
  await expect(first.getByRole("tab")).toHaveText(["TypeScript", "Python", "curl"]);
  await expect(second.getByRole("tabpanel")).toContainText("createOmringd");

  await first.getByRole("tab", { name: "TypeScript" }).press("ArrowRight");
  await expect(first.getByRole("tab", { name: "Python" })).toBeFocused();
  await expect(second.getByRole("tab", { selected: true })).toHaveText("Python");
  await expect(second.getByRole("tabpanel")).toContainText("from omringd import");
  await page.keyboard.press("End");
  await expect(second.getByRole("tabpanel", { name: "curl" })).toContainText("curl -fsS");
  await page.keyboard.press("ArrowRight");
  await expect(first.getByRole("tab", { selected: true })).toHaveText("TypeScript");
  await second.getByRole("tab", { name: "Python" }).click();

  await page.getByRole("link", { name: "Errors", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Errors");
  await expect(example(page, 0).getByRole("tab", { selected: true })).toHaveText("Python");
});

test("the shown language of an example can be copied", async ({ page, context, frontEnd }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${frontEnd.demo.url}/docs/start`);
  await example(page, 1).getByRole("tab", { name: "curl" }).click();
  await example(page, 1).getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("status")).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^url=http.*\n.*\ntoken=/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an example shows in every language", async ({ page, frontEnd }) => {
    await page.goto(`${frontEnd.demo.url}/docs/start`);
    for (const text of ["createOmringd", "from omringd import", "curl -fsS"]) {
      await expect(page.locator("pre").filter({ hasText: text }).first()).toBeVisible();
    }
  });
});
