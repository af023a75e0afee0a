import { asUser } from "../support/api.ts";
import { linkFor } from "../support/mails.ts";
import { logInAs } from "../support/staff.ts";
import { expect, test } from "../support/test.ts";

test.use({ clients: 5, viewport: { width: 1280, height: 900 } });
// Two people log in after each other.
test.setTimeout(60_000);

test("an administrator invites a coach, and gives them clients", async ({ page, frontEnd, browser }) => {
  const email = "nieuwe-coach@example.nl";
  const password = "een lange zin is sterk";
  await logInAs(page, frontEnd, frontEnd.demo.users.admin, "/#/admin/invitations");
  await page.getByRole("button", { name: "Iemand uitnodigen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mailadres").fill("geen adres");
  await dialog.getByRole("button", { name: "Uitnodigen", exact: true }).click();
  await expect(dialog.getByLabel("E-mailadres")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("E-mailadres").fill(email);
  await expect(dialog.getByRole("checkbox", { name: "Coach" })).toBeChecked();
  await dialog.getByLabel("Taal van de mail").selectOption("en");
  await dialog.getByRole("button", { name: "Uitnodigen", exact: true }).click();
  await expect(dialog).toContainText(`De uitnodiging is gemaild aan ${email}.`);
  await dialog.getByRole("button", { name: "Klaar" }).click();
  const row = page.getByRole("row", { name: new RegExp(email) });
  await expect(row).toContainText("Open tot");
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText("Mail: Verstuurd", { timeout: 3000 });
  }).toPass();

  const coach = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await coach.goto(await linkFor(frontEnd.directory, email, "invitation"));
  await coach.locator("input[name=name]").fill("Noor de Vries");
  await coach.locator("input[name=password]").fill(password);
  await coach.locator("form button[type=submit]").click();
  await expect(coach.getByRole("heading", { level: 1, name: /^(Mijn cliënten|My clients)$/ })).toBeVisible();
  await expect(coach.locator(".entry")).toHaveCount(0);

  await page.getByRole("link", { name: "Cliënten", exact: true }).click();
  await page.getByRole("checkbox", { name: "Kies Joost Bakker" }).check();
  await page.getByRole("checkbox", { name: "Kies Henk Dijkstra" }).check();
  await page.getByRole("button", { name: "Geef aan een coach" }).click();
  await dialog.getByLabel("Coach").selectOption({ label: "Noor de Vries" });
  await dialog.getByLabel("Grondslag").fill("Begeleidingsovereenkomst");
  await dialog.getByRole("button", { name: "Toewijzen" }).click();
  await expect(page.getByText("0 cliënten gekozen")).toBeVisible();

  await coach.getByRole("button", { name: /^(Uitloggen|Log out)$/ }).click();
  await logInAs(coach, frontEnd, { email, password });
  await expect(coach.locator(".entry strong")).toHaveText(["Joost Bakker", "Henk Dijkstra"]);
  await coach.context().close();
});

test("a new client: found, given to a coach and taken back, invited by a link", async ({ page, frontEnd, browser }) => {
  await logInAs(page, frontEnd, frontEnd.demo.users.admin);
  await page.getByRole("button", { name: "Nieuwe cliënt" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Naam", { exact: true }).fill("Wim Jansen");
  await dialog.getByLabel("Nummer", { exact: true }).fill("7001");
  await dialog.getByLabel("Systeem van het nummer").fill("https://ecd.example/clientnummer");
  await dialog.getByRole("button", { name: "Cliënt toevoegen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wim Jansen");

  await page.getByRole("button", { name: "Geef aan een coach" }).click();
  await dialog.getByLabel("Coach").selectOption({ label: "Anouk Visser" });
  await dialog.getByLabel("Grondslag").fill("Overeenkomst");
  await dialog.getByRole("button", { name: "Toewijzen" }).click();
  await page.getByRole("button", { name: "Beëindig begeleiding door Anouk Visser" }).click();
  await expect(page.getByRole("button", { name: "Beëindig begeleiding door Anouk Visser" })).toHaveCount(0);
  await expect(page.locator(".rows li", { hasText: "Anouk Visser" })).toContainText("tot");

  await page.getByRole("button", { name: "Nodig de cliënt uit" }).click();
  await dialog.getByRole("button", { name: "Uitnodigen", exact: true }).click();
  const link = await dialog.getByLabel("Link").inputValue();
  await dialog.getByRole("button", { name: "Klaar" }).click();
  const invited = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await invited.goto(link);
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("Zorgpunt De Linde nodigt u uit");
  await invited.context().close();

  await page.getByLabel("Roepnaam").fill("Willem");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByRole("status")).toHaveText("Opgeslagen.");
  await page.getByRole("link", { name: "Cliënten", exact: true }).click();
  await page.getByLabel("Zoek op naam").fill("jansen");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody tr")).toContainText("Willem");
  await expect(page.locator("tbody tr")).toContainText("7001");
});

test("a table of people: looked at first, then invited; its errors name the row", async ({ page, frontEnd }) => {
  await logInAs(page, frontEnd, frontEnd.demo.users.admin, "/#/admin/invitations");
  await page.getByRole("button", { name: "Uitnodigen uit een bestand" }).click();
  const dialog = page.getByRole("dialog");
  const choose = (text: string) =>
    dialog
      .getByLabel("CSV-bestand")
      .setInputFiles({ name: "team.csv", mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
  await choose("email;roles\nannie@example.nl;baas\n");
  await dialog.getByRole("button", { name: "Eerst kijken" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Rij 2, roles: Dit moet een van de toegestane waarden zijn.");

  await choose("email;roles\nannie@example.nl;coach\ncoach@demo.test;coach\n");
  await dialog.getByRole("button", { name: "Eerst kijken" }).click();
  await expect(dialog.getByRole("row", { name: /annie@example.nl/ })).toContainText("Uitgenodigd");
  await expect(dialog.getByRole("row", { name: /coach@demo.test/ })).toContainText("Al lid");
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const invited = async () => (await admin.invitations.list()).items.some(({ email }) => email === "annie@example.nl");
  expect(await invited()).toBe(false);
  await dialog.getByRole("button", { name: "Nodig 1 persoon uit" }).click();
  await expect(dialog.getByRole("heading", { name: "Dit is er gebeurd" })).toBeVisible();
  expect(await invited()).toBe(true);
  await dialog.locator("button", { hasText: "Sluiten" }).last().click();

  const row = page.getByRole("row", { name: /annie@example.nl/ });
  await row.getByRole("button", { name: /^Intrekken/ }).click();
  await expect(row).toHaveCount(0);
});

test("a member gets another role, and is removed", async ({ page, frontEnd }) => {
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const email = "weg@example.nl";
  await admin.invitations.create({ email, roles: ["coach"] });
  const secret = (await linkFor(frontEnd.directory, email, "invitation")).split("#")[1]!;
  await admin.invitations.accept({ secret, name: "Tijs Weg", password: "een lange zin is sterk" });

  await logInAs(page, frontEnd, frontEnd.demo.users.admin, "/#/admin/members");
  const row = page.getByRole("row", { name: /Tijs Weg/ });
  const dialog = page.getByRole("dialog");
  await row.getByRole("button", { name: /^Veranderen/ }).click();
  await dialog.getByRole("checkbox", { name: "Beheerder" }).check();
  await dialog.getByRole("button", { name: "Opslaan" }).click();
  await expect(row).toContainText("Beheerder");
  await expect(row).toContainText("Coach");
  await row.getByRole("button", { name: /^Veranderen/ }).click();
  await dialog.getByRole("button", { name: "Uit de organisatie halen" }).click();
  await dialog.getByRole("button", { name: "Ja, haal weg" }).click();
  await expect(row).toHaveCount(0);
});

test("the organisation: settings, a support type of its own, retention and log", async ({ page, frontEnd }) => {
  await logInAs(page, frontEnd, frontEnd.demo.users.admin, "/#/admin/organisation");
  await page.getByLabel("Hoeveel jaar een dossier blijft").fill("1000000");
  await page.getByRole("button", { name: "Instellingen opslaan" }).click();
  await expect(page.getByLabel("Hoeveel jaar een dossier blijft")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Hoeveel jaar een dossier blijft").fill("15");
  await page.getByRole("button", { name: "Instellingen opslaan" }).click();
  await expect(page.getByRole("status")).toHaveText("De instellingen zijn opgeslagen.");

  await page.getByRole("link", { name: "Bekijk de oude dossiers" }).click();
  await expect(page.getByText("Een dossier blijft 15 jaar na de laatste verandering.")).toBeVisible();
  await expect(page.getByText("Er zijn nu geen dossiers die oud genoeg zijn.")).toBeVisible();
  await page.getByRole("link", { name: "Organisatie" }).last().click();

  await page.getByRole("link", { name: "Bekijk de steunsoorten" }).click();
  await page.getByRole("button", { name: "Steunsoort toevoegen" }).click();
  await page.getByLabel("Nederlands").fill("Zingeving");
  await page.getByLabel("Engels").fill("Meaning");
  await page.getByLabel("Code").fill("zingeving");
  await page.getByRole("button", { name: "Steunsoorten opslaan" }).click();
  await expect(page.getByRole("status")).toHaveText("De steunsoorten zijn opgeslagen.");
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  expect((await admin.vocabulary.open()).supportTypes.at(-1)).toMatchObject({ code: "zingeving", builtIn: false });
  await page.getByRole("button", { name: "Haal Zingeving weg" }).click();
  await page.getByRole("button", { name: "Steunsoorten opslaan" }).click();
  await expect
    .poll(async () => (await admin.vocabulary.open()).supportTypes.every(({ builtIn }) => builtIn))
    .toBe(true);

  await page.getByRole("link", { name: "Logboek" }).click();
  await expect(page.getByRole("row", { name: /Mirjam Postma/ }).first()).toContainText("Gelukt");
  await page.getByRole("button", { name: "Geweigerd" }).click();
  await expect(page.locator("tbody tr", { hasText: "Gelukt" })).toHaveCount(0);
});
