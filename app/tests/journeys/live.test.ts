// What others change appears on the screens of the client and the coach, without moving the reader.
import type { Page } from "@playwright/test";
import type { Login } from "@omringd/client/testing";
import { asUser, newClient } from "../support/api.ts";
import type { FrontEnd } from "../support/front_end.ts";
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
  const kim = await newClient(frontEnd);
  const opened = streamOpened(page);
  await logIn(page, frontEnd, kim);
  await page.getByRole("link", { name: "Wie kijkt mee" }).first().click();
  await page.getByText("Er is nu geen coach die uw kaart kan zien.").waitFor();
  await opened;

  const { userId } = await memberOf(frontEnd, frontEnd.demo.users.coach);
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  await admin.assignments.create(kim.clientId, { coachId: userId, basis: "Waarneming" });
  await expect(page.locator("section").first()).toContainText("Anouk Visser");
  await expect(page.getByRole("status")).toHaveText(/^Bijgewerkt: Coaches gewijzigd/);
});

async function memberOf(frontEnd: FrontEnd, { email }: Login) {
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const { items } = await admin.members.list({ limit: 200 });
  return items.find((member) => member.email === email)!;
}

test.describe("on a desktop", () => {
  test.use({ viewport: { width: 1280, height: 700 } });

  test("the caseload moves a client, and neither the focus nor what is read", async ({ page, frontEnd }) => {
    const { users } = frontEnd.demo;
    const opened = streamOpened(page);
    await logInAs(page, frontEnd, users.coach);
    await page.getByRole("button", { name: /Laat alle/ }).click();
    const rows = page.locator(".entry");
    await rows.nth(29).waitFor();
    await opened;
    const named = async (at: number) => {
      const name = await rows.nth(at).locator("strong").textContent();
      return page.locator(".entry", { hasText: name! });
    };
    const [read, changed] = [await named(12), await named(14)];
    const clientId = (await changed.getAttribute("href"))!.split("/").at(-1)!;
    await changed.focus();
    await page.waitForTimeout(500);
    const before = (await read.boundingBox())!.y;

    const client = await asUser(frontEnd, users.coach);
    await client.maps.create(clientId, { theme: "verhuizing" });
    await expect(changed).toContainText("verhuizing");
    await expect(changed).toBeFocused();
    expect(Math.abs((await read.boundingBox())!.y - before)).toBeLessThanOrEqual(1);
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
