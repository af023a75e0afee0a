import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds on the page, the colours included. */
async function axe(page: Page): Promise<string[]> {
  // Through the protocol, which the content security policy of the page does not concern.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { run } = (
      window as unknown as {
        axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const { violations } = await run({ resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** The faces that overlap, and the marks that are smaller than a target or outside the board. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector("omringd-rings")!.shadowRoot!;
    const board = root.querySelector(".board")!.getBoundingClientRect();
    const marks = [...root.querySelectorAll<HTMLElement>(".mark")];
    const faces = marks.map((one) => [one.innerText, one.querySelector(".face")!.getBoundingClientRect()] as const);
    const overlap = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return [
      ...faces.flatMap(([name, a], at) =>
        faces
          .slice(0, at)
          .filter(([, b]) => overlap(a, b))
          .map(([other]) => `${name} covers ${other}`),
      ),
      ...marks.filter((one) => one.offsetWidth < 44 || one.offsetHeight < 44).map((one) => `${one.innerText} is small`),
      ...faces
        .filter(([, { left, right, top }]) => left < board.left - 1 || right > board.right + 1 || top < board.top - 1)
        .map(([name]) => `${name} is outside`),
    ];
  });

const look = (name: string) => `test-results/looks/${name}.png`;
const QUERIES = {
  rings: "people=13",
  crowd: "people=60",
  list: "people=13&view=list",
  without: "people=13&without=1&readonly",
  nobody: "people=0",
};

for (const language of ["nl", "en"]) {
  for (const theme of ["light", "dark"]) {
    for (const [name, query] of Object.entries(QUERIES)) {
      test(`axe finds nothing: ${name}, ${language}, ${theme}`, async ({ page }) => {
        await page.goto(`/?${query}&lang=${language}&theme=${theme}`);
        await expect(page.locator(".switch")).toBeVisible();
        if (name === "rings") await page.getByRole("option").first().click();
        expect(await axe(page)).toEqual([]);
        await page.screenshot({ path: look(`${name}-${language}-${theme}`), fullPage: true });
      });
    }
  }
}

for (const [width, count] of [
  [1280, 13],
  [1280, 60],
  [820, 30],
  [390, 13],
  [390, 18],
] as const) {
  test(`${count} people at ${width} px: rings, no mark covers another, targets of 44 px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/?people=${count}`);
    await expect(page.getByRole("option")).toHaveCount(count);
    await expect(page.locator(".board")).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.screenshot({ path: look(`${count}-at-${width}`), fullPage: true });
  });
}

test("60 people at 390 px: the list, with a switch to the rings", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?people=60");
  await expect(page.getByRole("radio")).toHaveCount(240);
  await expect(page.getByText("De ringen passen hier niet goed")).toBeVisible();
  await page.getByRole("button", { name: "Ringen" }).click();
  await expect(page.getByRole("option")).toHaveCount(60);
  await page.screenshot({ path: look("60-at-390"), fullPage: true });
});

test("320 px: the list, with a switch back, and nothing to scroll sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto("/?people=13");
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect(page.getByRole("radio").first()).toBeVisible();
  expect(await sideways()).toBeLessThanOrEqual(0);
  expect(await axe(page)).toEqual([]);
  await page.screenshot({ path: look("320"), fullPage: true });
  await page.getByRole("button", { name: "Ringen" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await sideways()).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Lijst" }).click();
  await expect(page.getByRole("radio").first()).toBeVisible();
});

test("a larger window brings the rings back", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/?people=8");
  await expect(page.getByRole("radio").first()).toBeVisible();
  await page.setViewportSize({ width: 700, height: 640 });
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
});

test("twice as large text: the list on a phone, larger marks on a desktop", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?people=8&text=200");
  await expect(page.getByRole("radio").first()).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: look("text-200"), fullPage: true });
});

test("wider letters, words and lines (WCAG 1.4.12) cover nothing", async ({ page }) => {
  await page.goto("/?people=25&spacing");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test("forced colours: marks, rings and signs remain visible", async ({ browser }) => {
  const page = await browser.newPage({ forcedColors: "active", reducedMotion: "reduce" });
  await page.goto("/?people=13&without=1");
  await expect(page.getByRole("option").first()).toBeVisible();
  const [stroke, fill, canvas] = await page.evaluate(() => {
    const { stroke, fill } = getComputedStyle(
      document.querySelector("omringd-rings")!.shadowRoot!.querySelector(".ring")!,
    );
    return [stroke, fill, getComputedStyle(document.body).backgroundColor];
  });
  expect(stroke).not.toBe(fill);
  expect(canvas).toBeTruthy();
  await page.getByRole("option").first().click();
  await page.screenshot({ path: look("forced-colors"), fullPage: true });
  await page.close();
});

test("motion only where it is welcome", async ({ browser }) => {
  for (const [reducedMotion, duration] of [
    ["reduce", "0s"],
    ["no-preference", "0.25s, 0.25s"],
  ] as const) {
    const page = await browser.newPage({ reducedMotion });
    await page.goto("/?people=8");
    const found = await page
      .getByRole("option")
      .first()
      .evaluate((one) => getComputedStyle(one).transitionDuration);
    expect(found).toBe(duration);
    await page.close();
  }
});
