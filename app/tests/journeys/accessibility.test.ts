import { violations } from "../support/axe.ts";
import { inside, outside, show } from "../support/screens.ts";
import { expect, logIn, test } from "../support/test.ts";

for (const language of ["nl", "en"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ colorScheme, locale: language === "nl" ? "nl-NL" : "en-GB" });
      test.setTimeout(120_000);

      test("axe finds nothing", async ({ page, frontEnd }) => {
        const found: Record<string, string[]> = {};
        for (const screen of outside) {
          await show(page, frontEnd, screen);
          expect(await page.locator("html").getAttribute("lang")).toBe(language);
          found[screen.name] = await violations(page);
        }
        await logIn(page, frontEnd, frontEnd.demo.users.client, { language });
        for (const screen of inside) {
          await show(page, frontEnd, screen);
          found[screen.name] = await violations(page);
        }
        expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
        expect(Object.keys(found)).toHaveLength(outside.length + inside.length);
      });
    });
  }
}

test("nothing is cut off at 320 pixels, nor with text at 200 %", async ({ page, frontEnd }) => {
  test.setTimeout(240_000);
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  for (const [width, size] of [
    [320, "112.5%"],
    [640, "225%"],
    [390, "225%"],
  ] as const) {
    await page.setViewportSize({ width, height: 700 });
    for (const screen of inside) {
      await show(page, frontEnd, screen);
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${screen.name} at ${width} with ${size}`).toBeLessThanOrEqual(0);
    }
  }
});

test("targets are at least 44 pixels, but links in text", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  for (const screen of inside) {
    await show(page, frontEnd, screen);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, a, input:not([type=hidden])")]
        .filter((element) => element.checkVisibility() && !element.matches(".skip, p a, main > .page > a:not([class])"))
        .filter((element) => element.getBoundingClientRect().height < 43.5 && !element.closest("label"))
        .map((element) => `${element.tagName} ${element.textContent} ${element.getBoundingClientRect().height}`),
    );
    expect(small, screen.name).toEqual([]);
  }
});

test("the keyboard alone: log in, call, log out", async ({ page, frontEnd }) => {
  const { email, password } = frontEnd.demo.users.client;
  await page.goto(frontEnd.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const tabTo = async (name: string | RegExp, role: "textbox" | "button" | "link") => {
    const target = page.getByRole(role, { name, exact: true });
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press("Tab");
      if (await target.first().evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${name} was not reached`);
  };
  await tabTo("E-mailadres", "textbox");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Dag Saskia" })).toBeFocused();
  await tabTo(/Wie kan ik bellen/, "link");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Wie kan ik bellen?" })).toBeFocused();
  await tabTo(/Luisteren/, "link");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Luisteren/ })).toBeFocused();
  await tabTo("Bel Anna", "link");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
  expect(outline).toBe("3px");
  await page.keyboard.press("Control+Home");
  await page.evaluate(() => document.querySelector<HTMLElement>(".skip")!.focus());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.evaluate(() => document.querySelector<HTMLElement>(".brand")!.focus());
  await tabTo("Uitloggen", "button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Inloggen" })).toBeFocused();
});
