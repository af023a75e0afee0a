import type { Omringd } from "@omringd/client";
import type { Page } from "@playwright/test";
import { asUser, newClient } from "../support/api.ts";
import type { FrontEnd } from "../support/front_end.ts";
import { expect, logIn, test } from "../support/test.ts";
import { measureTraffic } from "../support/traffic.ts";

const NAMES = ["Anna", "Bram", "Carla", "Dirk", "Els", "Fatima", "Gerard", "Hanneke", "Ilse", "Jan"];

interface Begun {
  user: { email: string; password: string };
  omringd: Omringd;
  mapId: string;
}

/** A client with an empty map. */
async function withMap(frontEnd: FrontEnd): Promise<Begun> {
  const user = await newClient(frontEnd);
  const omringd = await asUser(frontEnd, user);
  const { state } = omringd.session;
  if (state.is !== "in") throw new Error("The client is not logged in");
  const { id: mapId } = await omringd.maps.create(state.current.clientId!, { theme: "een burn-out" });
  return { user, omringd, mapId };
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const status = (page: Page, text: string) => expect(page.locator(".save-status")).toHaveText(text);
const forward = (page: Page, step: string) => page.getByRole("link", { name: `Verder: ${step}` }).click();

async function nameEveryone(page: Page) {
  const field = page.getByLabel("Met wie woont u?");
  await field.fill("Anna");
  await field.press("Enter");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, cancelable: true, bubbles: true }),
    );
  }, NAMES.slice(1).join("\n"));
  await expect(page.getByRole("heading", { name: "10 mensen op uw kaart" })).toBeVisible();
  await page.getByLabel("Ik heb iedereen genoemd").check();
}

async function placeEveryone(page: Page) {
  await page.getByRole("button", { name: "Lijst" }).click();
  const rings = ["Binnenste ring", "Middelste ring", "Buitenste ring"];
  for (const [at, name] of NAMES.entries()) {
    await page
      .getByRole("group", { name, exact: true })
      .getByRole("radio", { name: rings[at % 3]! })
      .check();
  }
}

async function supportOfEveryone(page: Page) {
  for (const [at, name] of NAMES.entries()) {
    await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
    if (at % 3 === 2) await page.getByRole("button", { name: "Niets van dit alles" }).click();
    else {
      const practical = page.getByRole("group", { name: "Praktische hulp" });
      await practical.getByRole("button", { name: at % 3 ? "Zou ik kunnen vragen" : "Krijg ik nu" }).click();
    }
    if (at < NAMES.length - 1) await page.getByRole("button", { name: "Volgende" }).click();
  }
}

async function situation(page: Page) {
  for (const [part, answer] of [
    ["Contact", "Wekelijks"],
    ["Spanning", "Geen spanning"],
    ["Belasting", "Licht belast"],
  ] as const) {
    await page.getByRole("button", { name: part, exact: true }).click();
    for (const name of NAMES) {
      await page.getByRole("group", { name, exact: true }).getByRole("button", { name: answer, exact: true }).click();
    }
  }
  await page.getByRole("button", { name: "Wie kent wie", exact: true }).click();
  await page.getByRole("group", { name: "Wie kent wie" }).getByRole("button", { name: "Anna" }).click();
  const known = page.getByRole("group", { name: "Wie kent Anna?" });
  await known.getByRole("button", { name: "Bram" }).click();
  await known.getByRole("button", { name: "Els" }).click();
  await page.getByLabel("Hoe goed kennen Anna en Bram elkaar?").selectOption("Heel hecht");
  await page.getByRole("button", { name: "Wat u nodig hebt", exact: true }).click();
  for (const type of ["Luisteren, hart luchten", "Praktische hulp", "Advies", "Gezelschap", "Waardering"]) {
    await page.getByRole("group", { name: type }).getByRole("button", { name: "Nodig", exact: true }).click();
  }
}

async function agreeAndMake(page: Page) {
  await expect(page.getByRole("img", { name: /Anna/ })).toBeVisible();
  await page.getByLabel("Wie vraagt u?").selectOption("Bram");
  await page.getByLabel("Wat vraagt u?").fill("Op dinsdag samen wandelen");
  await page.getByLabel("Uiterlijk op").fill("2027-01-15");
  await page.getByRole("button", { name: "Zet de afspraak erbij" }).click();
  await page.getByRole("button", { name: "Over 3 maanden" }).click();
  await page.getByRole("button", { name: "Maak de kaart" }).click();
  await expect(page.getByRole("heading", { name: "Kaart 1 is gemaakt" })).toBeVisible();
}

test("five steps with ten people, within 25 requests and 60 KB", async ({ page, frontEnd }) => {
  test.setTimeout(120_000);
  const { user, omringd, mapId } = await withMap(frontEnd);
  await logIn(page, frontEnd, user);
  const traffic = await measureTraffic(page);
  await page.getByRole("link", { name: /Stap 1 van 5/ }).click();
  await expect(heading(page, "Wie?")).toBeFocused();
  await nameEveryone(page);
  await forward(page, "Hoe dichtbij?");
  await placeEveryone(page);
  await forward(page, "Waarvoor?");
  await supportOfEveryone(page);
  await forward(page, "Hoe is het?");
  await situation(page);
  await forward(page, "Mijn kaart en afspraken");
  await agreeAndMake(page);
  await status(page, "Bewaard");

  console.log(`five steps: ${traffic.requests.length} requests, ${traffic.bytes} bytes`);
  expect(traffic.requests.length, traffic.requests.join("\n")).toBeLessThanOrEqual(25);
  expect(traffic.bytes).toBeLessThanOrEqual(60 * 1024);
  const map = await omringd.maps.open(mapId);
  expect(map.steps.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "done"]);
  expect(map.persons.map(({ alias }) => alias).sort()).toEqual(NAMES);
  expect(map.ties.map(({ strength }) => strength).sort()).toEqual([4, null]);
  expect(map.agreements).toMatchObject([{ text: "Op dinsdag samen wandelen", dueOn: "2027-01-15", status: "planned" }]);
  const { items } = await omringd.cards.list(mapId);
  expect(items).toHaveLength(1);
});

test("flight mode in the middle: kept on the device, saved later", async ({ page, context, frontEnd }) => {
  const { user, omringd, mapId } = await withMap(frontEnd);
  await logIn(page, frontEnd, user, { own: true });
  await page.getByRole("link", { name: /Stap 1 van 5/ }).click();
  await page.getByLabel("Met wie woont u?").fill("Anna");
  await page.keyboard.press("Enter");
  await status(page, "Bewaard");
  await page.evaluate(() => navigator.serviceWorker.ready);

  await context.setOffline(true);
  await page.getByLabel("Met wie woont u?").fill("Bram");
  await page.keyboard.press("Enter");
  await status(page, "Bewaard op dit apparaat");
  await forward(page, "Hoe dichtbij?");
  await page.getByRole("button", { name: "Lijst" }).click();
  await page.getByRole("group", { name: "Bram" }).getByRole("radio", { name: "Binnenste ring" }).check();
  await page.reload();
  await expect(heading(page, "Hoe dichtbij?")).toBeVisible();
  await status(page, "Bewaard op dit apparaat");
  await page.getByRole("button", { name: "Lijst" }).click();
  await expect(page.getByRole("group", { name: "Bram" }).getByRole("radio", { name: "Binnenste ring" })).toBeChecked();

  await context.setOffline(false);
  await status(page, "Bewaard");
  const map = await omringd.maps.open(mapId);
  expect(map.persons.map(({ alias }) => alias)).toEqual(["Anna", "Bram"]);
  expect(map.supporters.map(({ closeness }) => closeness)).toEqual([null, "inner"]);
});

test("two change the same: both values are shown, and the user chooses", async ({ page, context, frontEnd }) => {
  const { user, omringd, mapId } = await withMap(frontEnd);
  await logIn(page, frontEnd, user);
  await page.getByRole("link", { name: /Stap 1 van 5/ }).click();
  await page.getByLabel("Met wie woont u?").fill("Anna");
  await page.keyboard.press("Enter");
  await status(page, "Bewaard");
  await forward(page, "Hoe dichtbij?");
  await page.getByRole("button", { name: "Lijst" }).click();

  await context.setOffline(true);
  await page.getByRole("group", { name: "Anna" }).getByRole("radio", { name: "Binnenste ring" }).check();
  await status(page, "Bewaard op dit apparaat");
  const { supporters } = await omringd.maps.open(mapId);
  await omringd.supporters.update(supporters[0]!.id, { closeness: "outer" });
  await context.setOffline(false);

  await expect(page.getByRole("heading", { name: "Iemand anders veranderde dit ook" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Anna – Plek" })).toBeVisible();
  await expect(page.locator(".conflicts").getByRole("button", { name: /Buitenste ring/ })).toBeVisible();
  await page
    .locator(".conflicts")
    .getByRole("button", { name: /Binnenste ring/ })
    .click();
  await expect(page.locator(".conflicts")).toHaveCount(0);
  await status(page, "Bewaard");
  expect((await omringd.maps.open(mapId)).supporters[0]!.closeness).toBe("inner");
});

test("undo takes back a pasted list as a whole, and a removal", async ({ page, frontEnd }) => {
  const { user } = await withMap(frontEnd);
  await logIn(page, frontEnd, user);
  await page.getByRole("link", { name: /Stap 1 van 5/ }).click();
  await expect(heading(page, "Wie?")).toBeFocused();
  await nameEveryone(page);
  await page.getByRole("button", { name: "Haal Carla van de kaart" }).click();
  await expect(page.getByText("Carla is van de kaart", { exact: true }).last()).toBeVisible();
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page.getByRole("button", { name: /^Carla:/ })).toBeVisible();
  await page.getByLabel("Met wie woont u?").fill("Karin, Loes; Mo");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "13 mensen op uw kaart" })).toBeVisible();
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page.getByRole("heading", { name: "10 mensen op uw kaart" })).toBeVisible();
});

test("the five steps by keyboard alone", async ({ page, frontEnd }) => {
  test.setTimeout(90_000);
  const { user, omringd, mapId } = await withMap(frontEnd);
  await logIn(page, frontEnd, user);
  const tabTo = async (selector: string, name: string | RegExp) => {
    const target = page.locator(selector).filter({ hasText: name });
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if (await target.evaluateAll((found) => found.some((one) => one.matches(":focus")))) return;
    }
    throw new Error(`${name} was not reached`);
  };
  const press = async (selector: string, name: string | RegExp, key = "Enter") => {
    await tabTo(selector, name);
    await page.keyboard.press(key);
  };
  await press("a", "Stap 1 van 5");
  await expect(heading(page, "Wie?")).toBeFocused();
  await tabTo("#name", "");
  await page.keyboard.type("Anna, Bram");
  await page.keyboard.press("Enter");
  await press("a", "Verder: Hoe dichtbij?");

  await expect(heading(page, "Hoe dichtbij?")).toBeFocused();
  const anna = page.getByRole("option", { name: /^Anna/ });
  await anna.waitFor();
  // Tab reaches one of the people, an arrow the other.
  await tabTo("omringd-rings [role=option]", "");
  if (!(await anna.evaluate((one) => one.matches(":focus")))) await page.keyboard.press("ArrowRight");
  await expect(anna).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await press("a", "Verder: Waarvoor?");

  await expect(heading(page, "Waarvoor?")).toBeFocused();
  await press(".segment-button", "Krijg ik nu", " ");
  await press("a", "Verder: Hoe is het?");

  await expect(heading(page, "Hoe is het?")).toBeFocused();
  await press(".option", "Dagelijks");
  await press("a", "Verder: Mijn kaart en afspraken");

  await expect(heading(page, "Mijn kaart en afspraken")).toBeFocused();
  await press("button", "Over een jaar", " ");
  await press("button", "Maak de kaart");
  await expect(page.getByRole("heading", { name: "Kaart 1 is gemaakt" })).toBeVisible();

  const { supporters, reviewOn } = await omringd.maps.open(mapId);
  expect(supporters[0]).toMatchObject({ contactFrequency: "daily", supports: [{ availability: "received-now" }] });
  expect(supporters[0]!.closeness).not.toBeNull();
  expect(reviewOn).not.toBeNull();
});
