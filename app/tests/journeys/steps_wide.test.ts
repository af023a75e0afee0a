// The five steps on a wide screen, where step 3 is a grid and step 5 has two columns.
import { violations } from "../support/axe.ts";
import { steps } from "../support/map_screens.ts";
import { show } from "../support/screens.ts";
import { expect, logIn, test } from "../support/test.ts";

for (const [language, colorScheme] of [
  ["nl", "light"],
  ["en", "dark"],
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({
      colorScheme,
      locale: language === "nl" ? "nl-NL" : "en-GB",
      viewport: { width: 1280, height: 844 },
    });

    test("axe finds nothing at 1280 pixels", async ({ page, frontEnd }) => {
      test.setTimeout(120_000);
      await logIn(page, frontEnd, frontEnd.demo.users.client, { language });
      for (const screen of steps) {
        await show(page, frontEnd, screen);
        expect(await violations(page), screen.name).toEqual([]);
      }
    });
  });
}

test("a tap on a box of the grid gives the next answer, and says it", async ({ page, frontEnd }) => {
  await page.setViewportSize({ width: 1280, height: 844 });
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  await show(
    page,
    frontEnd,
    steps.find(({ name }) => name === "step-support")!,
  );
  for (const answer of ["Krijg ik nu", "Zou ik kunnen vragen", "Zou ik niet vragen", "Niet ingevuld"]) {
    await page.getByRole("button", { name: /^Yvonne, Advies:/ }).click();
    await expect(page.getByRole("button", { name: `Yvonne, Advies: ${answer}` })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: `Yvonne, Advies: ${answer}` })).toHaveCount(1);
  }
});
