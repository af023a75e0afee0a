import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the page, by rule and place. */
export async function violations(page: Page): Promise<string[]> {
  // Through the devtools, which the page's policy does not concern.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}

/** That axe finds nothing where a journey is now: in both themes, and in both languages where they can be chosen. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const name of ["English", "Nederlands"]) {
    const choice = page.locator(".footer").getByRole("button", { name });
    const isOffered = (await choice.count()) > 0;
    if (isOffered) await choice.click();
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    if (!isOffered) return;
  }
}
