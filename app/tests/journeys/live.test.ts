// What others change appears on the screens of the client and the coach, without moving the reader.
import type { Page } from "@playwright/test";
import { asUser } from "../support/api.ts";
import { logInAs } from "../support/staff.ts";
import { expect, logIn, test } from "../support/test.ts";

test.use({ clients: 30 });

const isStream = (url: string) => new URL(url).pathname === "/v1/events";

/** The streams that a page opens. */
function streamsOf(page: Page): string[] {
  const streams: string[] = [];
  page.on("request", (request) => {
    if (isStream(request.url())) streams.push(request.url());
  });
  return streams;
}

const streamOpened = (page: Page) => page.waitForResponse((response) => isStream(response.url()));

test("the client's home and hard day follow the coach; all tabs have one stream", async ({ page, frontEnd }) => {
  const { users, mapId } = frontEnd.demo;
  const streams = streamsOf(page);
  const opened = streamOpened(page);
  await logIn(page, frontEnd, users.client);
  await page.locator("img.picture").waitFor();
  await opened;
  const second = await page.context().newPage();
  const streamsOfSecond = streamsOf(second);
  await second.goto(`${frontEnd.url}/#/client/hard-day/emotional`);
  await second.getByRole("link", { name: "Bel Anna" }).waitFor();

  const coach = await asUser(frontEnd, users.coach);
  const map = await coach.maps.open(mapId);
  const anna = map.persons.find(({ alias }) => alias === "Anna")!;
  await coach.agreements.create(mapId, { text: "Samen naar de markt" });
  await coach.persons.update(anna.id, { phone: "0612345678" });

  await expect(page.getByText("Samen naar de markt")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Bijgewerkt: Kaart gewijzigd door Anouk Visser");
  await expect(second.getByRole("link", { name: "Bel Anna" })).toHaveAttribute("href", "tel:+31612345678");
  expect(streams.length + streamsOfSecond.length).toBe(1);
  await coach.persons.update(anna.id, { phone: anna.phone });
});

test("who looks along shows a new coach at once", async ({ page, frontEnd }) => {
  const { users } = frontEnd.demo;
  const opened = streamOpened(page);
  await logIn(page, frontEnd, users.client);
  await page.getByRole("link", { name: "Wie kijkt mee" }).first().click();
  const coaches = page.locator("section").first().locator("li");
  await coaches.first().waitFor();
  await opened;
  const before = await coaches.count();

  const admin = await asUser(frontEnd, users.admin);
  const { items } = await admin.members.list({ limit: 200 });
  const client = await asUser(frontEnd, users.client);
  const { clientId } = (client.session.state as { current: { clientId: string } }).current;
  const known = (await client.assignments.listCoaches(clientId)).items.map(({ coach }) => coach.id);
  const newCoach = items.find(({ roles, userId }) => roles.includes("coach") && !known.includes(userId))!;
  await admin.assignments.create(clientId, { coachId: newCoach.userId, basis: "Waarneming" });
  await expect(coaches).toHaveCount(before + 1);
  await expect(page.getByRole("status")).toHaveText(/^Bijgewerkt: Coaches gewijzigd/);
});

test.describe("on a desktop", () => {
  test.use({ viewport: { width: 1280, height: 700 } });

  test("the caseload moves a client, and neither the focus nor what is read", async ({ page, frontEnd }) => {
    const { users } = frontEnd.demo;
    const opened = streamOpened(page);
    await logInAs(page, frontEnd, users.coach);
    await page.getByRole("button", { name: /Laat alle/ }).click();
    const rows = page.locator(".entry");
    await expect(rows).toHaveCount(30);
    await opened;
    const last = rows.last();
    await last.focus();
    const name = await last.locator("strong").textContent();
    const row = page.locator(".entry", { hasText: name! });
    const clientId = (await row.getAttribute("href"))!.split("/").at(-1)!;
    const before = await page.evaluate(() => scrollY);

    const client = await asUser(frontEnd, users.coach);
    await client.maps.create(clientId, { theme: "verhuizing" });
    await expect(row).toContainText("verhuizing");
    await expect(row).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  test("the client's page gets a new card, and keeps the slider where it is", async ({ page, frontEnd }) => {
    const { users, mapId } = frontEnd.demo;
    const coach = await asUser(frontEnd, users.coach);
    const { clientId } = await coach.maps.open(mapId);
    const opened = streamOpened(page);
    await logInAs(page, frontEnd, users.coach, `/#/coach/clients/${clientId}`);
    await expect(page.locator(".timeline li")).toHaveCount(2);
    await opened;
    await page.getByRole("slider").fill("80");
    await page.getByRole("slider").focus();
    const client = await asUser(frontEnd, users.client);
    await client.maps.open(mapId);
    await client.cards.create(mapId, {});
    await expect(page.locator(".timeline li")).toHaveCount(3);
    await expect(page.getByRole("slider")).toBeFocused();
    await expect(page.getByRole("slider")).toHaveValue("80");
    await expect(page.getByRole("status")).toHaveText(/^Bijgewerkt: .*door Saskia de Wit/);
  });
});
