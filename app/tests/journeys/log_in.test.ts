import { asUser, newClient, newLogIn, removeMember } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkFor } from "../support/mails.ts";
import { expect, logIn, test } from "../support/test.ts";
import { totp } from "../support/totp.ts";

test("errors are at their fields, and the summary has the focus", async ({ page, frontEnd }) => {
  await page.goto(frontEnd.url);
  await page.getByLabel("E-mailadres").fill("geen adres");
  await page.getByLabel("Wachtwoord", { exact: true }).fill("x");
  await page.getByRole("button", { name: "Inloggen", exact: true }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  const field = page.getByLabel("E-mailadres");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/./);
  await summary.getByRole("button").click();
  await expect(field).toBeFocused();
});

test("a wrong password is refused in words; the right one lasts until log-out", async ({ page, frontEnd }) => {
  const user = frontEnd.demo.users.client;
  await page.goto(frontEnd.url);
  await page.getByLabel("E-mailadres").fill(user.email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill("verkeerd");
  await page.getByRole("button", { name: "Inloggen", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Het e-mailadres of het wachtwoord klopt niet.");
  await logIn(page, frontEnd, user);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dag Saskia");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inloggen");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inloggen");
});

test("logging out in one tab logs out the other", async ({ page, frontEnd, context }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  const other = await context.newPage();
  await other.goto(frontEnd.url);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Dag Saskia");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Inloggen");
});

test("a session that the service ended: told, and after the log-in back at the same screen", async ({
  page,
  frontEnd,
}) => {
  const user = await newClient(frontEnd);
  await logIn(page, frontEnd, user);
  const elsewhere = await asUser(frontEnd, user);
  const { items } = await elsewhere.sessions.list();
  for (const { id, current } of items) if (!current) await elsewhere.sessions.end(id);
  await page.getByRole("link", { name: "Gegevens" }).click();
  await expect(page.getByText("U bent uitgelogd. Log opnieuw in.")).toBeVisible();
  await page.getByLabel("E-mailadres").fill(user.email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(user.password);
  await page.getByRole("button", { name: "Inloggen", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mijn gegevens");
});

test("an app as second step: added, asked for, and its recovery codes shown once", async ({ page, frontEnd }) => {
  const user = await newClient(frontEnd);
  await logIn(page, frontEnd, user);
  await page.getByRole("link", { name: "Instellingen" }).click();
  await page.getByRole("button", { name: "App toevoegen" }).click();
  const secret = (await page.locator("code").textContent())!;
  await expectAccessible(page);
  await page.getByLabel("De zes cijfers").fill(totp(secret));
  await page.getByRole("button", { name: "Klaar" }).click();
  await expect(page.locator(".codes li")).toHaveCount(10);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ik heb ze bewaard" }).click();
  await expect(page.getByText("U hebt nog 10 herstelcodes.")).toBeVisible();
  await page.getByRole("button", { name: "Uitloggen" }).click();

  await page.getByLabel("E-mailadres").fill(user.email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(user.password);
  await page.getByRole("button", { name: "Inloggen", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bent u het?");
  await expectAccessible(page);
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByLabel("Code").fill(totp(secret, 1));
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Dag Kim/);
});

test("a passkey: added, and enough to log in with", async ({ page, frontEnd }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const user = await newClient(frontEnd);
  await logIn(page, frontEnd, user);
  await page.getByRole("link", { name: "Instellingen" }).click();
  await page.getByRole("button", { name: "Passkey toevoegen" }).click();
  await page.getByRole("button", { name: "Ik heb ze bewaard" }).click();
  await expect(page.getByText("Mijn passkey", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await page.getByRole("button", { name: "Met een passkey" }).click();
  await page.getByLabel("E-mailadres").fill(user.email);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Inloggen met een passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Dag Kim/);
  // On a device of the user's own, the way in that worked comes first.
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByRole("button", { name: "Inloggen met een passkey" })).toBeVisible();
  await expect(page.getByLabel("E-mailadres")).toHaveValue(user.email);
});

test("a forgotten password: by the link of the mail to a new one", async ({ page, frontEnd }) => {
  const user = await newClient(frontEnd);
  await page.goto(frontEnd.url);
  await page.getByRole("link", { name: "Wachtwoord vergeten?" }).click();
  await page.getByLabel("E-mailadres").fill(user.email);
  await page.getByRole("button", { name: "Stuur de mail" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kijk in uw mail");
  await expectAccessible(page);
  await page.goto(await linkFor(frontEnd.directory, user.email, "password-reset"));
  await page.getByLabel("Nieuw wachtwoord").fill("kort");
  await page.getByRole("button", { name: "Wachtwoord opslaan" }).click();
  await expect(page.getByLabel("Nieuw wachtwoord")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Nieuw wachtwoord").fill("een heel andere lange zin");
  await page.getByRole("button", { name: "Wachtwoord opslaan" }).click();
  await page.getByRole("button", { name: "Inloggen" }).click();
  expect(page.url()).toBe(`${frontEnd.url}/#/`);
  await logIn(page, frontEnd, { ...user, password: "een heel andere lange zin" });
});

test("an invitation: by the link of the mail into the app", async ({ page, frontEnd }) => {
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const client = await admin.clients.create({ name: "Noor" });
  await admin.invitations.create({ email: "noor@example.nl", roles: [], clientId: client.id });
  await page.goto(await linkFor(frontEnd.directory, "noor@example.nl", "invitation"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zorgpunt De Linde nodigt u uit");
  await expectAccessible(page);
  await expect(page.getByText("noor@example.nl")).toBeVisible();
  await page.getByLabel("Uw naam").fill("Noor Bakker");
  await page.getByLabel("Wachtwoord").fill("een lange zin is sterk");
  await page.getByRole("button", { name: "Uitnodiging aannemen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bewaar deze code");
  await expectAccessible(page);
  await expect(page.locator(".code")).toHaveText(/^[0-9A-Z-]{20,}$/);
  await page.getByRole("button", { name: "Ik heb de code bewaard" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dag Noor");
});

test("a later log-in of a client sees nothing until the code of the first one confirms it", async ({
  page,
  frontEnd,
}) => {
  const first = await newClient(frontEnd);
  await removeMember(frontEnd, first.email);
  await logIn(page, frontEnd, await newLogIn(frontEnd, first.clientId));
  await expectAccessible(page);
  await page.getByLabel("Code").fill("7K2MX-0QH4T-9V1WD-3RBCE");
  await page.getByRole("button", { name: "Bevestigen" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByLabel("Code").fill(first.confirmationCode!);
  await page.getByRole("button", { name: "Bevestigen" }).click();
  await expect(page.getByText("U hebt nog geen kaart.")).toBeVisible();
});

test("a used invitation is refused in words", async ({ page, frontEnd }) => {
  await page.goto(`${frontEnd.url}/invitation#vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E`);
  await expect(page.getByRole("alert")).toContainText(/uitnodiging/i);
});

test("of two organisations one is chosen, and comes first the next time", async ({ page, frontEnd }) => {
  const user = await newClient(frontEnd);
  const operator = await asUser(frontEnd, frontEnd.demo.users.operator);
  await operator.organisations.create({ name: "Aan de Vaart", admin: { email: user.email } });
  await page.goto(await linkFor(frontEnd.directory, user.email, "invitation", "Aan de Vaart"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aan de Vaart nodigt u uit");
  await page.getByLabel("Wachtwoord").fill(user.password);
  await page.getByRole("button", { name: "Uitnodiging aannemen" }).click();
  await page.getByRole("heading", { level: 1, name: "Cliënten" }).waitFor();
  await page.getByRole("button", { name: "Uitloggen" }).click();

  const choices = page.locator(".card-button strong");
  for (const time of ["first", "second"]) {
    await page.getByLabel("E-mailadres").fill(user.email);
    await page.getByLabel("Wachtwoord", { exact: true }).fill(user.password);
    await page.getByRole("button", { name: "Inloggen", exact: true }).click();
    await expect(choices).toHaveCount(2);
    await expectAccessible(page);
    if (time === "second") await expect(choices.first()).toHaveText("Aan de Vaart");
    await page.getByRole("button", { name: /Aan de Vaart/ }).click();
    await page.getByRole("heading", { level: 1, name: "Cliënten" }).waitFor();
    await page.getByRole("button", { name: "Uitloggen" }).click();
  }
});
