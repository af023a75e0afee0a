import { readFile } from "node:fs/promises";
import { expectAccessible } from "../support/axe.ts";
import { newClient } from "../support/api.ts";
import { expect, logIn, test } from "../support/test.ts";

test("a card: its description, its older version, on paper and as files", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  await page.getByRole("link", { name: "Mijn kaart", exact: true }).click();
  const picture = page.getByRole("img", { name: /Anna/ });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveAccessibleName(/Binnenste ring/i);
  await expect(page.getByRole("button", { name: "Kaart 2" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Kaart 1" }).click();
  await expect(page.getByRole("img", { name: /Kaart 1/ })).toBeVisible();

  for (const [button, start] of [
    ["Bewaar als foto", "\x89PNG"],
    ["Bewaar als PDF", "%PDF"],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    expect((await readFile(await file.path())).subarray(0, 4).toString("latin1")).toBe(start);
  }

  await page.evaluate(() => {
    globalThis.print = () => {
      const paper = document.querySelector<HTMLImageElement>(".paper")!;
      document.title = `printed ${paper.className} ${paper.naturalWidth > 0}`;
    };
  });
  await page.getByRole("button", { name: "Print op A4" }).click();
  await expect(page).toHaveTitle("printed paper paper-a4 true");
  await page.getByRole("button", { name: "Print als pasje" }).click();
  await expect(page).toHaveTitle("printed paper paper-wallet true");
  await expect(page.locator(".paper")).toHaveCount(0);
});

test("on paper there is the card and nothing else", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  await page.getByRole("link", { name: "Mijn kaart", exact: true }).click();
  // The print dialog would end the wait: it is left open.
  await page.evaluate(() => {
    globalThis.print = () => document.querySelector(".paper")!.after(document.querySelector(".paper")!.cloneNode());
  });
  await page.getByRole("img", { name: /Anna/ }).waitFor();
  await page.getByRole("button", { name: "Print op A4" }).click();
  await expect(page.locator(".paper")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#app")).toBeHidden();
});

test("who looks along: coaches, log-ins and what others did", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  await page.getByRole("link", { name: "Wie kijkt mee", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Anouk Visser" }).first()).toBeVisible();
  await expect(page.getByText("Dit bent u")).toBeVisible();
  const lines = page.locator(".log li");
  await expect(lines.first()).toContainText("Anouk Visser (coach)");
  await expect(lines.filter({ hasText: /^U / })).toHaveCount(0);
  await page.getByRole("button", { name: "Alles" }).click();
  await expect(lines.filter({ hasText: /^U / }).first()).toBeVisible();
  const shown = await lines.count();
  await page.getByRole("button", { name: "Laat meer zien" }).click();
  await expect.poll(() => lines.count()).toBeGreaterThan(shown);
});

test("my data: taken along after a confirmation", async ({ page, frontEnd }) => {
  const user = await newClient(frontEnd);
  await logIn(page, frontEnd, user);
  await page.getByRole("link", { name: "Gegevens" }).click();
  // The service wants a confirmation ten minutes after the log-in, for which the test does not wait.
  await page.route(
    "**/export*",
    (route) =>
      route.fulfill({
        status: 401,
        contentType: "application/problem+json",
        json: { type: "/problems/confirmation-required" },
      }),
    { times: 1 },
  );
  await page.getByRole("button", { name: "Download mijn gegevens" }).click();
  const dialog = page.getByRole("dialog", { name: "Bent u het zelf?" });
  await expectAccessible(page);
  await dialog.getByLabel("Wachtwoord").fill("verkeerd");
  await dialog.getByRole("button", { name: "Bevestigen" }).click();
  await expect(dialog.getByRole("alert")).toBeFocused();
  await dialog.getByLabel("Wachtwoord").fill(user.password);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Bevestigen" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  await expect(dialog).toBeHidden();
});

test("my data: erasure is asked for, and withdrawn", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, await newClient(frontEnd));
  await page.getByRole("link", { name: "Gegevens" }).click();
  await page.getByRole("button", { name: "Vraag om alles te wissen" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Vraag om alles te wissen" }).click();
  await page.getByRole("button", { name: "Ja, laat alles wissen" }).click();
  await expect(page.getByText(/Alles wordt gewist op/)).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Nee, bewaar alles" }).click();
  await expect(page.getByRole("button", { name: "Vraag om alles te wissen" })).toBeVisible();
});

test("settings: the password changes, and another device is logged out", async ({ page, frontEnd, browser }) => {
  const user = await newClient(frontEnd);
  const elsewhere = await browser.newPage({ locale: "nl-NL" });
  await logIn(elsewhere, frontEnd, user);
  await logIn(page, frontEnd, user);
  await page.getByRole("link", { name: "Instellingen" }).click();
  const others = page.getByRole("button", { name: /^Log uit op/ });
  const count = await others
    .first()
    .waitFor()
    .then(() => others.count());
  await others.first().click();
  await expect(others).toHaveCount(count - 1);
  await page.getByLabel("Wachtwoord van nu").fill(user.password);
  await page.getByLabel("Nieuw wachtwoord").fill("nog een lange zin");
  await page.getByRole("button", { name: "Wachtwoord veranderen" }).click();
  await expect(page.locator(".notice-good")).toHaveText("Uw wachtwoord is veranderd.");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await logIn(page, frontEnd, { ...user, password: "nog een lange zin" });
  await elsewhere.close();
});
