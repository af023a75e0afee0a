import { asUser } from "../support/api.ts";
import { logInAs } from "../support/staff.ts";
import { expect, test } from "../support/test.ts";

test.use({ clients: 50, viewport: { width: 1280, height: 900 } });

const SASKIA = "Saskia de Wit";

test("the dashboard of fifty clients is two requests of at most 8 KB", async ({ page, frontEnd }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const paths = new Map<string, string>();
  const sizes = new Map<string, number>();
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => {
    const { pathname } = new URL(request.url);
    if (/^\/(v1|oauth2)\//.test(pathname)) paths.set(requestId, pathname);
  });
  devtools.on("Network.dataReceived", ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, (sizes.get(requestId) ?? 0) + encodedDataLength),
  );
  await logInAs(page, frontEnd, frontEnd.demo.users.coach);
  await expect(page.locator(".entry")).toHaveCount(20);
  // The stream of live updates, for the whole visit, begins after what is shown.
  await expect.poll(() => [...paths.values()].at(-1)).toBe("/v1/events");

  const log = [...paths].map(([id, path]) => ({ path, bytes: sizes.get(id) ?? 0 }));
  const logIn = log.findLastIndex(({ path }) => path.startsWith("/v1/sessions"));
  expect(logIn).toBeGreaterThanOrEqual(0);
  const dashboard = log.slice(logIn + 1, -1);
  expect(dashboard.map(({ path }) => path).sort()).toEqual(["/v1/caseload", "/v1/vocabulary"]);
  for (const { bytes } of dashboard) expect(bytes).toBeGreaterThan(1000);
  expect(dashboard.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(8 * 1024);

  await page.getByRole("button", { name: "Laat alle 50 zien" }).click();
  await expect(page.locator(".entry")).toHaveCount(50);
});

test("the caseload: reasons as filters, search by name and number, keys", async ({ page, frontEnd }) => {
  await logInAs(page, frontEnd, frontEnd.demo.users.coach);
  const rows = page.locator(".entry");
  await expect(rows).toHaveCount(20);
  await expect(rows.first()).toContainText("Terugkijken was");
  const filter = page.getByRole("button", { name: /^Steun van één persoon/ });
  const count = Number(await filter.locator(".chip-count").textContent());
  await filter.click();
  await expect(rows).toHaveCount(count);
  await page.getByRole("button", { name: /^Alle/ }).click();

  await page.keyboard.press("/");
  await expect(page.getByLabel("Zoek op naam of nummer")).toBeFocused();
  await page.keyboard.type("1204");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(SASKIA);
  await page.getByLabel("Zoek op naam of nummer").fill("AMRANI fat");
  await expect(rows).toContainText(["Fatima el Amrani"]);
  await page.getByLabel("Zoek op naam of nummer").fill("niemand");
  await expect(page.getByText("Er is geen cliënt die hierbij past.")).toBeVisible();
  await page.getByLabel("Zoek op naam of nummer").fill("");

  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(rows.first()).toBeFocused();
  const name = await rows.first().locator("strong").textContent();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name!);
});

test("a link of another system opens a client's page after the log-in", async ({ page, frontEnd }) => {
  const coach = await asUser(frontEnd, frontEnd.demo.users.coach);
  const { items } = await coach.caseload.list({ limit: 200 });
  const { clientId } = items.find(({ name }) => name === SASKIA)!;
  await logInAs(page, frontEnd, frontEnd.demo.users.coach, `/clients/${clientId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(SASKIA);
  await expect(page.getByRole("heading", { level: 3, name: "kanker" })).toBeVisible();
});

test("a client's page: two cards compared, and notes apart", async ({ page, frontEnd }) => {
  await logInAs(page, frontEnd, frontEnd.demo.users.coach);
  await page.getByLabel("Zoek op naam of nummer").fill(SASKIA);
  await page.getByRole("link", { name: SASKIA }).click();
  await expect(page.locator(".timeline li")).toHaveCount(2);
  await expect(page.getByText("Petra is erbij gekomen.")).toBeVisible();
  const slider = page.getByRole("slider", { name: "Schuif van kaart 1 naar kaart 2" });
  await slider.fill("100");
  await expect(page.locator(".compare-over")).toHaveCSS("clip-path", "inset(0px 0px 0px 0%)");
  await page.getByLabel("Vergelijk").selectOption({ index: 1 });
  await expect(page.getByText("Er is niets veranderd.")).toBeVisible();

  const notes = page.locator(".notes");
  await notes.getByLabel("Nieuwe notitie").fill("Bel volgende week.");
  await notes.getByRole("button", { name: "Notitie bewaren" }).click();
  const note = notes.locator(".note", { hasText: "Bel volgende week." });
  await expect(note).toContainText("Anouk Visser");
  await expect(notes.getByLabel("Nieuwe notitie")).toHaveValue("");
  await note.getByRole("button", { name: "Notitie weghalen" }).click();
  await expect(note).toHaveCount(0);
  await expect(notes.locator(".note")).toHaveCount(1);
});

test("what if a person falls away: greyed, with the consequences beside", async ({ page, frontEnd }) => {
  await logInAs(page, frontEnd, frontEnd.demo.users.coach, `/#/coach/maps/${frontEnd.demo.mapId}/what-if`);
  await page.getByRole("button", { name: "Mark", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Zonder Mark" })).toBeVisible();
  await expect(page.getByText(/^Zonder Mark kennen deze mensen elkaar niet meer/)).toBeVisible();
  await expect(page.locator(".place.gone")).toHaveText("Mark");
  await expect(page.getByRole("row", { name: /^Waardering/ })).toContainText("Anna, Els");
});

test("a session on two screens shows who changed what", async ({ page, frontEnd }) => {
  const { users, mapId } = frontEnd.demo;
  await logInAs(page, frontEnd, users.coach, `/#/coach/maps/${mapId}/session`);
  const picture = page.locator("img.sheet");
  await picture.waitFor();
  const before = await picture.getAttribute("src");
  await expect(page.getByText("Er is nog niets veranderd")).toBeVisible();

  const client = await asUser(frontEnd, users.client);
  const map = await client.maps.open(mapId);
  const petra = map.persons.find(({ alias }) => alias === "Petra")!;
  const { id, closeness } = map.supporters.find(({ personId }) => personId === petra.id)!;
  const moved = closeness === "inner" ? "middle" : "inner";
  await client.supporters.update(id, { closeness: moved });

  const ring = moved === "inner" ? "binnenste ring" : "middelste ring";
  const line = page.locator(".session-line").first();
  await expect(line).toHaveText(`${SASKIA} zette Petra in: ${ring}`);
  await expect(page.getByRole("status")).toHaveText(`${SASKIA} zette Petra in: ${ring}`);
  await expect(picture).not.toHaveAttribute("src", before!);
  await client.supporters.update(id, { closeness: closeness! });
});
