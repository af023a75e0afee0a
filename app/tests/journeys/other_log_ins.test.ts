// Log-in without a password of Omringd: with a mailed code, and at the organisation's identity provider.
import type { Page } from "@playwright/test";
import { asUser, newClient } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import type { FrontEnd } from "../support/front_end.ts";
import { digitsFor } from "../support/mails.ts";
import { CLIENT_ID, CLIENT_SECRET, startProvider } from "../support/provider.ts";
import { logInAs } from "../support/staff.ts";
import { expect, test } from "../support/test.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test.describe("a mailed code", () => {
  test.beforeEach(async ({ frontEnd }) => {
    const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
    await admin.organisation.open();
    await admin.organisation.update({ clientsLogInByMail: true });
  });

  async function askForCode(page: Page, { url }: FrontEnd, email: string) {
    await page.goto(url);
    await page.getByRole("button", { name: "Met een code per mail" }).click();
    await page.getByLabel("E-mailadres").fill(email);
    await page.getByRole("button", { name: "Stuur mij een code" }).click();
    await expect(heading(page)).toHaveText("Kijk in uw mail");
  }
  async function enter(page: Page, digits: string) {
    await page.getByLabel("De zes cijfers").fill(digits);
    await page.getByRole("button", { name: "Inloggen", exact: true }).click();
  }
  /** Other digits than those that were mailed. */
  const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");

  test("logs a client in, also after the phone closed the page; on their own device it comes first", async ({
    page,
    frontEnd,
  }) => {
    const { email } = await newClient(frontEnd);
    await page.goto(frontEnd.url);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Met een code per mail" }).click();
    await page.getByRole("button", { name: "Stuur mij een code" }).click();
    await expect(page.getByRole("alert")).toBeFocused();
    await page.getByLabel("E-mailadres").fill(email);
    await page.getByRole("button", { name: "Stuur mij een code" }).click();
    await expect(heading(page)).toHaveText("Kijk in uw mail");
    await expect(heading(page)).toBeFocused();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByText(email)).toBeVisible();
    const digits = await digitsFor(frontEnd.directory, email);
    await enter(page, wrong(digits));
    await expect(page.getByRole("alert")).toHaveText("Deze cijfers kloppen niet. Kijk in de nieuwste mail.");
    await enter(page, `${digits.slice(0, 3)} ${digits.slice(3)}`);
    await expect(heading(page)).toHaveText(/^Dag Kim/);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.getByRole("button", { name: "Uitloggen" }).click();
    await expect(page.getByRole("button", { name: "Stuur mij een code" })).toBeVisible();
    await expect(page.getByLabel("E-mailadres")).toHaveValue(email);
  });

  test("five wrong attempts use it up; a new one works", async ({ page, frontEnd }) => {
    const { email } = await newClient(frontEnd);
    await askForCode(page, frontEnd, email);
    const digits = await digitsFor(frontEnd.directory, email);
    for (let attempt = 1; attempt <= 5; attempt++) {
      const refused = page.waitForResponse((response) => response.url().endsWith("/v1/sessions"));
      await enter(page, wrong(digits));
      expect((await refused).status()).toBe(401);
    }
    await expect(heading(page)).toHaveText("Deze code werkt niet meer");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Stuur een nieuwe code" }).click();
    await expect(heading(page)).toHaveText("Kijk in uw mail");
    await enter(page, await digitsFor(frontEnd.directory, email, [digits]));
    await expect(heading(page)).toHaveText(/^Dag Kim/);
  });

  test("after ten minutes the screen says that it is over", async ({ page, frontEnd }) => {
    await page.clock.install();
    await askForCode(page, frontEnd, "niemand@example.nl");
    await page.clock.fastForward("10:01");
    await enter(page, "123456");
    await expect(heading(page)).toHaveText("Deze code werkt niet meer");
    await page.getByRole("button", { name: "Anders inloggen" }).click();
    await expect(heading(page)).toHaveText("Inloggen");
  });
});

test.describe("the organisation's provider", () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  /** A provider of the demo's organisation. No journey can prove a domain in DNS: the answer that offers it is made here. */
  async function offerProvider(page: Page, frontEnd: FrontEnd, sub: string) {
    const provider = await startProvider(frontEnd.issuer, sub);
    const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
    const { id } = await admin.identityProviders.create({
      name: "De Linde",
      issuer: frontEnd.issuer,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
    });
    const offered = { password: true, providers: [{ id, name: "De Linde", organisation: "Zorgpunt De Linde" }] };
    await page.route("**/v1/log-in-methods", (route) => route.fulfill({ json: offered }));
    return {
      ...provider,
      async stop() {
        await admin.identityProviders.open(id);
        await admin.identityProviders.delete(id);
        await provider.stop();
      },
    };
  }
  const goToWork = async (page: Page, email: string) => {
    await page.getByLabel("E-mailadres").fill(email);
    await page.getByRole("button", { name: "Verder naar mijn werk" }).click();
  };

  test("linked in the settings, it logs in, and confirms; then it is unlinked", async ({ page, frontEnd }) => {
    const { coach } = frontEnd.demo.users;
    const provider = await offerProvider(page, frontEnd, "coach-at-work");
    try {
      await logInAs(page, frontEnd, coach, "/#/settings");
      await page.getByRole("button", { name: "Koppel De Linde" }).click();
      await page.getByRole("link", { name: "Log in" }).click();
      await expect(page.getByText(/^Gekoppeld op/)).toBeVisible();
      expect(page.url()).toBe(`${frontEnd.url}/#/settings`);
      await expectAccessible(page);
      await page.getByRole("button", { name: "Uitloggen" }).click();

      await page.goto("about:blank");
      await page.goto(`${frontEnd.url}/#/coach/caseload`);
      await page.getByRole("button", { name: "Via mijn werk" }).click();
      await page.getByRole("checkbox").check();
      await expectAccessible(page);
      await goToWork(page, coach.email);
      await page.getByRole("link", { name: "Log in" }).click();
      await expect(heading(page)).toHaveText("Mijn cliënten");
      expect(page.url()).toBe(`${frontEnd.url}/#/coach/caseload`);
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      await page.reload();
      await expect(heading(page)).toHaveText("Mijn cliënten");

      // For sensitive things of the organisation, a new log-in there will do.
      await page.getByRole("link", { name: "Instellingen" }).click();
      await page.getByLabel("Wachtwoord van nu").fill(coach.password);
      await page.getByLabel("Nieuw wachtwoord").fill("een lange zin is sterk");
      await page.getByRole("button", { name: "Wachtwoord veranderen" }).click();
      const dialog = page.getByRole("dialog");
      await expectAccessible(page);
      await dialog.getByRole("button", { name: "Log opnieuw in via mijn werk" }).click();
      await page.getByRole("link", { name: "Log in" }).click();
      await expect(heading(page)).toHaveText("Instellingen");
      expect(provider.visits.at(-1)?.get("prompt")).toBe("login");

      // The account itself is shown and changed after a confirmation with what belongs to it.
      await expect(page.getByText("Bevestig eerst dat u het zelf bent.")).toHaveCount(3);
      await page.getByRole("button", { name: "Bevestigen" }).first().click();
      await dialog.getByLabel("Wachtwoord").fill(coach.password);
      await dialog.getByRole("button", { name: "Bevestigen" }).click();
      await expect(page.getByText("Bevestig eerst dat u het zelf bent.")).toHaveCount(0);
      await page.getByRole("button", { name: "Ontkoppel De Linde" }).click();
      // With the identity, its session ends.
      await expect(heading(page)).toHaveText("Inloggen");
      await expect(page.getByRole("button", { name: "Verder naar mijn werk" })).toBeVisible();
    } finally {
      await provider.stop();
    }
  });

  test("a stranger, a stop there and an old link are told in words", async ({ page, frontEnd }) => {
    const provider = await offerProvider(page, frontEnd, "stranger");
    try {
      await page.goto(frontEnd.url);
      await page.getByRole("button", { name: "Via mijn werk" }).click();
      await goToWork(page, "iemand@example.nl");
      await page.getByRole("link", { name: "Log in" }).click();
      await expect(page.getByText(/nog niet gekoppeld/)).toBeVisible();
      await expect(heading(page)).toBeFocused();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Begin opnieuw" }).click();
      await expect(heading(page)).toHaveText("Inloggen");

      await page.getByRole("button", { name: "Via mijn werk" }).click();
      await goToWork(page, "iemand@example.nl");
      await page.getByRole("link", { name: "Stop" }).click();
      await expect(page.getByText(/bij uw werk is gestopt/)).toBeVisible();
      expect(new URL(page.url()).search).toBe("");

      await page.goto(`${frontEnd.url}/provider-log-in/0199f0c1-0000-7000-8000-000000000000?code=a&state=b`);
      await expect(page.getByText(/bij uw werk is gestopt/)).toBeVisible();
      expect(new URL(page.url()).search).toBe("");
    } finally {
      await provider.stop();
    }
  });

  test("an address without one is told so, and the next way starts without that message", async ({
    page,
    frontEnd,
  }) => {
    await page.goto(frontEnd.url);
    await page.getByRole("button", { name: "Via mijn werk" }).click();
    await goToWork(page, "iemand@example.nl");
    await expect(page.getByRole("alert")).toContainText("Kies een andere manier.");
    await page.getByRole("button", { name: "Met een wachtwoord" }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByLabel("E-mailadres")).toHaveValue("iemand@example.nl");
  });
});
