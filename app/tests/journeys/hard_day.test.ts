import type { Page } from "@playwright/test";
import { newClient } from "../support/api.ts";
import { expect, logIn, test } from "../support/test.ts";

/** The requests to the service while `work` runs. */
async function requests(page: Page, work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const note = (request: { url(): string; method(): string }) => {
    const { pathname } = new URL(request.url());
    if (/^\/(v1|oauth2)\//.test(pathname)) seen.push(`${request.method()} ${pathname}`);
  };
  page.on("request", note);
  await work();
  await page.waitForTimeout(500);
  page.off("request", note);
  return seen;
}

/** Until the service worker has stored the app. */
const untilStored = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

test("five words, then people with one reason and a large button", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  await page.getByRole("link", { name: /Wie kan ik bellen/ }).click();
  await expect(page.locator("a.need")).toHaveCount(5);
  await page.getByRole("link", { name: "Luisteren, hart luchten" }).click();
  const people = page.locator(".person");
  await expect(people).toHaveCount(3);
  const anna = people.filter({ has: page.getByRole("heading", { name: "Anna" }) });
  await expect(anna).toContainText("Anna doet dit nu al voor u.");
  const call = anna.getByRole("link", { name: "Bel Anna" });
  await expect(call).toHaveAttribute("href", "tel:+31600113404");
  expect((await call.boundingBox())!.height).toBeGreaterThanOrEqual(64);
  await page.getByRole("button", { name: "Meer mensen" }).click();
  expect(await people.count()).toBeGreaterThan(3);
  // Lotte is one the client would not ask to listen.
  await expect(page.getByRole("heading", { name: "Lotte" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Bel 113" })).toHaveAttribute("href", "tel:113");
});

test("nobody on the map: the organisation, 113 and the doctor are there", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, await newClient(frontEnd));
  await page.getByRole("link", { name: /Wie kan ik bellen/ }).click();
  await page.getByRole("link", { name: "Advies" }).click();
  await expect(page.getByText(/staat nu niemand op uw kaart/)).toBeVisible();
  await expect(page.locator(".person")).toHaveCount(0);
  for (const name of ["113", "huisartsenpost", "Zorgpunt De Linde", "112"]) {
    await expect(page.locator(".always").getByText(name).first()).toBeVisible();
  }
});

test("one request from a cold start, none from a warm one", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client, { own: true });
  const hardDay = `${frontEnd.url}/#/client/hard-day`;
  await page.goto("about:blank");
  const cold = await requests(page, async () => {
    await page.goto(hardDay);
    await page.locator("a.need").first().waitFor();
  });
  expect(cold.filter((request) => !/oauth2|sessions\/current/.test(request))).toEqual([
    expect.stringMatching(/\/helpers$/),
    // The stream of live updates, for the whole visit, begins after it.
    "GET /v1/events",
  ]);
  expect(cold).toHaveLength(4);
  const warm = await requests(page, async () => {
    await page.getByRole("link", { name: "Praktische hulp" }).click();
    await page.locator(".person").first().waitFor();
    await page.getByRole("link", { name: "Iets anders nodig" }).click();
    await page.locator("a.need").first().waitFor();
  });
  // The stream may have to connect again: the service notices late that the pages of other journeys were closed.
  expect(warm.filter((request) => request !== "GET /v1/events")).toEqual([]);
});

test("works in flight mode, from a cold start", async ({ page, frontEnd, context }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client, { own: true });
  await page.getByRole("link", { name: /Wie kan ik bellen/ }).click();
  await page.locator("a.need").first().waitFor();
  await untilStored(page);
  await context.setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${frontEnd.url}/#/client/hard-day/emotional`);
  await expect(page.getByRole("link", { name: "Bel Anna" })).toHaveAttribute("href", "tel:+31600113404");
  await expect(page.getByText(/U hebt nu geen verbinding/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/U hebt nu geen verbinding/)).toBeHidden();
});

test("the last card is there in flight mode too", async ({ page, frontEnd, context }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client, { own: true });
  await page.getByRole("link", { name: "Mijn kaart", exact: true }).click();
  await page.getByRole("img", { name: /Anna/ }).waitFor();
  await untilStored(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("img", { name: /Anna/ })).toBeVisible();
});

test("what is on the device cannot be read, and is gone after log-out", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client, { own: true });
  await page.getByRole("link", { name: /Wie kan ik bellen/ }).click();
  await page.locator("a.need").first().waitFor();
  await expect.poll(() => entries(page)).toContain("app/hard-day");
  const readable = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("omringd");
      opening.onsuccess = () => resolve(opening.result);
    });
    const read = (name: string) =>
      new Promise<unknown>((resolve) => {
        const request = database.transaction("omringd").objectStore("omringd").get(name);
        request.onsuccess = () => resolve(request.result);
      });
    const { bytes } = (await read("app/hard-day")) as { bytes: ArrayBuffer };
    const key = (await read("key")) as CryptoKey;
    const exported = await crypto.subtle.exportKey("raw", key).catch(() => "refused");
    database.close();
    return { text: new TextDecoder().decode(bytes), extractable: key.extractable, exported };
  });
  expect(readable.text).not.toContain("Anna");
  expect(readable).toMatchObject({ extractable: false, exported: "refused" });
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await page.getByRole("heading", { name: "Inloggen" }).waitFor();
  await expect.poll(() => entries(page)).toEqual([]);
});

test("on a shared device nothing stays", async ({ page, frontEnd }) => {
  await logIn(page, frontEnd, frontEnd.demo.users.client);
  await page.getByRole("link", { name: /Wie kan ik bellen/ }).click();
  await page.locator("a.need").first().waitFor();
  await page.waitForTimeout(300);
  expect(await entries(page)).toEqual([]);
});

/** The names of what is stored on the device. */
function entries(page: Page): Promise<IDBValidKey[]> {
  return page.evaluate(
    () =>
      new Promise<IDBValidKey[]>((resolve) => {
        const opening = indexedDB.open("omringd", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("omringd");
        opening.onsuccess = () => {
          const request = opening.result.transaction("omringd").objectStore("omringd").getAllKeys();
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result);
          };
        };
      }),
  );
}
