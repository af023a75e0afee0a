// The start of a map, the days to take along into a calendar, and codes for a camera.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { asUser, newClient } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { readCode } from "../support/camera.ts";
import { logInAs } from "../support/staff.ts";
import { expect, logIn, test } from "../support/test.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function savedDay(page: Page, about: RegExp): Promise<string> {
  const button = page.getByRole("button", { name: about });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return (await readFile(await file.path(), "utf8")).replace(/\r\n /g, "");
}

test("a client begins their first map", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, await newClient(frontEnd));
  await page.getByRole("link", { name: "Begin uw kaart" }).click();
  await expect(heading(page)).toHaveText("Een nieuwe kaart");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Beginnen" }).click();
  await expect(page.getByLabel("Mijn leven met")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Mijn leven met").fill("een burn-out");
  await page.getByRole("button", { name: "Beginnen" }).click();
  await expect(heading(page)).toHaveText("Wie?");
  await expect(page.getByText("Mijn leven met een burn-out")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: /Stap 1 van 5/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Begin een nieuwe kaart" })).toBeVisible();
});

test("a coach begins a map of a client", async ({ page, frontEnd }) => {
  const { admin, coach } = frontEnd.demo.users;
  const asAdmin = await asUser(frontEnd, admin);
  const asCoach = await asUser(frontEnd, coach);
  const { id: clientId } = await asAdmin.clients.create({ name: "Joost Mulder" });
  const { user } = await asCoach.sessions.currentSession();
  await asAdmin.assignments.create(clientId, { coachId: user.id, basis: "behandeling" });
  await logInAs(page, frontEnd, coach, `/#/coach/clients/${clientId}`);
  await page.getByRole("link", { name: "Nieuwe kaart" }).click();
  await page.getByRole("link", { name: "Terug" }).click();
  await expect(heading(page)).toHaveText("Joost Mulder");
  await page.getByRole("link", { name: "Nieuwe kaart" }).click();
  await page.getByLabel("Mijn leven met").fill("dementie");
  await page.getByRole("button", { name: "Beginnen" }).click();
  await expect(heading(page)).toHaveText("Wie?");
});

test("the review day and an agreement go into a calendar", async ({ page, frontEnd }) => {
  const user = await newClient(frontEnd);
  const omringd = await asUser(frontEnd, user);
  const map = await omringd.maps.create(user.clientId, { theme: "een burn-out" });
  const { id } = await omringd.agreements.create(map.id, { text: "Wandelen; daarna thee", dueOn: "2031-04-05" });
  await logIn(page, frontEnd, user);
  expect(await savedDay(page, /Zet in mijn agenda.*Wandelen/)).toContain(`UID:${id}@omringd\r\n`);

  await page.goto(`${frontEnd.url}/#/maps/${map.id}/card`);
  await page.getByLabel("Of kies zelf een dag").fill("2031-05-06");
  const review = await savedDay(page, /Zet in mijn agenda.*Samen/);
  expect(review).toContain("DTSTART;VALUE=DATE:20310506\r\n");
  expect(review).toContain("SUMMARY:Samen weer naar de kaart kijken\r\n");
  await expect(page.getByRole("status")).toContainText("komt de dag in uw agenda");
  const agreement = await savedDay(page, /Zet in mijn agenda.*Wandelen/);
  expect(agreement).toContain("DTSTART;VALUE=DATE:20310405\r\n");
  expect(agreement).toContain("SUMMARY:Wandelen\\; daarna thee\r\n");
  await expectAccessible(page);
});

test("an app for codes reads its key with the camera", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, await newClient(frontEnd));
  await page.getByRole("link", { name: "Instellingen" }).click();
  await page.getByRole("button", { name: "App toevoegen" }).click();
  const code = page.getByRole("img", { name: "QR-code met de sleutel voor uw app" });
  await expect(code.locator("path")).toHaveAttribute("d", /^M0 0/);
  const key = (await page.locator("code").textContent())!.replaceAll(" ", "");
  const address = new URL(readCode((await code.locator("path").getAttribute("d"))!)!);
  expect(address.protocol).toBe("otpauth:");
  expect(address.searchParams.get("secret")).toBe(key);
});

test("an invitation without a mail is read with the camera", async ({ page, frontEnd }) => {
  const asAdmin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const { id } = await asAdmin.clients.create({ name: "Mo Yilmaz" });
  await logInAs(page, frontEnd, frontEnd.demo.users.admin, `/#/admin/clients/${id}`);
  await page.getByRole("button", { name: "Nodig de cliënt uit" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Uitnodigen" }).click();
  const code = page.getByRole("img", { name: "QR-code van deze uitnodiging" });
  await expect(code.locator("path")).toHaveAttribute("d", /^M0 0/);
  await expectAccessible(page);
  const link = await page.getByRole("dialog").getByRole("textbox").inputValue();
  expect(link).toMatch(`${frontEnd.url}/invitation#`);
  expect(readCode((await code.locator("path").getAttribute("d"))!)).toBe(link);
});
