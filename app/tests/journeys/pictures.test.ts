// Ten screens, compared with the pictures in docs/pictures, which illustrate the documentation. After a change that is meant:
// `npm run pictures`, and look at each picture before it is committed.
import type { Page } from "@playwright/test";
import { asUser } from "../support/api.ts";
import { fixDates } from "../support/fixed_dates.ts";
import { inside, show } from "../support/screens.ts";
import { logInAs } from "../support/staff.ts";
import { expect, logIn, test } from "../support/test.ts";

// Text is drawn slightly differently by each version of Chromium; a part that moves changes more than this.
const TOLERANCE = { threshold: 0.25, maxDiffPixelRatio: 0.015, animations: "disabled", caret: "hide" } as const;

test.use({ clients: 12, contextOptions: { reducedMotion: "reduce" }, timezoneId: "UTC" });

async function compare(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  // The time of day is that of the demo's start.
  await expect(page).toHaveScreenshot(`${name}.png`, {
    ...TOLERANCE,
    mask: [page.locator(".note .hint")],
    maskColor: "#f5eacb",
  });
}

test.beforeEach(({ page }) => fixDates(page));

test("the client's screens, on a phone", async ({ page, frontEnd }) => {
  await page.goto(frontEnd.url);
  await page.getByLabel("E-mailadres").waitFor();
  await compare(page, "log-in");
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  for (const name of ["home", "hard-day", "card", "step-who", "step-closeness", "step-support"]) {
    await show(
      page,
      frontEnd,
      inside.find((screen) => screen.name === name)!,
    );
    await page.waitForTimeout(500);
    await compare(page, name);
  }
});

test.describe("on a desktop", () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test("the coach's screens", async ({ page, frontEnd }) => {
    const { users, mapId } = frontEnd.demo;
    const { clientId } = await (await asUser(frontEnd, users.coach)).maps.open(mapId);
    await logInAs(page, frontEnd, users.coach);
    await page.locator(".entry").first().waitFor();
    await compare(page, "caseload");
    const open = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();
    await show(page, frontEnd, { name: "client", path: `/#/coach/clients/${clientId}`, open: open(".differences") });
    await page.locator("img.sheet").nth(1).waitFor();
    await compare(page, "client");
    await show(page, frontEnd, { name: "what-if", path: `/#/coach/maps/${mapId}/what-if`, open: open(".chip") });
    await page.getByRole("button", { name: "Mark", exact: true }).click();
    await page.locator("table").waitFor();
    await compare(page, "what-if");
  });
});
