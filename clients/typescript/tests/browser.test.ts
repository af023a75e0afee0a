// In a real browser: locks, channels, cookies and the database of seven tabs.
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type * as Client from "../src/client/index.js";
import type * as SyncEntry from "../src/sync/index.js";
import { createOmringd, type Omringd } from "../src/client/index.js";
import { type Demo, startDemo } from "../src/testing/index.js";
import { builtBinary } from "./support/demo.js";
import { openSite, type Site } from "./support/site.js";

/** What the page has in `window`. */
type Tab = Window &
  typeof Client &
  typeof SyncEntry & {
    omringd: Omringd;
    heard: string[];
    map: Awaited<ReturnType<SyncEntry.Sync["open"]>>;
  };
declare const self: Tab;

let site: Site;
let demo: Demo;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  site = await openSite();
  demo = await startDemo({ binary: builtBinary(), settings: { OMRINGD_CORS_ORIGINS: site.url } });
  site.serviceUrl = demo.url;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.stop();
  site.close();
});
beforeEach(async () => void (context = await browser.newContext()));
afterEach(() => context.close());

/** A tab that continues the session of the browser, if there is one. */
async function openTab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.url);
  return page;
}

const start = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    self.omringd = self.createOmringd({ tokens: "cookie", language: "nl" });
    return (await self.omringd.session.start()).is;
  });

async function logIn(page: Page): Promise<void> {
  await start(page);
  expect(await page.evaluate(async (user) => (await self.omringd.session.logIn(user)).is, demo.users.client)).toBe(
    "in",
  );
}

const stateOf = (page: Page): Promise<string> => page.evaluate(() => self.omringd.session.state.is);
const count = (request: string): number => site.requests.filter((one) => one === request).length;

async function sevenTabs(): Promise<Page[]> {
  const first = await openTab();
  await logIn(first);
  const others = await Promise.all(Array.from({ length: 6 }, openTab));
  const before = count("POST /oauth2/token");
  expect(await Promise.all(others.map(start))).toEqual(Array.from({ length: 6 }, () => "in"));
  expect(count("POST /oauth2/token") - before).toBe(1);
  return [first, ...others];
}

describe("seven tabs", { timeout: 30_000 }, () => {
  it("renew once, read over one stream, hear every change, and log out together", async () => {
    const tabs = await sevenTabs();
    const listen = () => {
      self.heard = [];
      self.omringd.events((event) => self.heard.push(event.type === "change" ? event.data.kind : event.type));
    };
    for (const tab of tabs) await tab.evaluate(listen);
    await expect.poll(() => site.streams()).toBe(1);
    await expect.poll(() => tabs[0]!.evaluate(() => self.heard)).toContain("reset");

    const coach = createOmringd({ baseUrl: demo.url });
    await coach.session.logIn(demo.users.coach);
    const heardBy = (pages: Page[], times: number) =>
      expect
        .poll(
          () =>
            Promise.all(
              pages.map((page) => page.evaluate(() => self.heard.filter((kind) => kind === "map-changed").length)),
            ),
          { timeout: 3000 },
        )
        .toEqual(pages.map(() => times));
    await coach.supporters.create(demo.mapId, { person: { alias: "Anna" } });
    await heardBy(tabs, 1);

    await tabs[0]!.close();
    const rest = tabs.slice(1);
    await expect.poll(() => site.streams()).toBe(1);
    await coach.supporters.create(demo.mapId, { person: { alias: "Bram" } });
    await heardBy(rest, 2);

    await rest[3]!.evaluate(() => self.omringd.session.logOut());
    await expect.poll(() => Promise.all(rest.map(stateOf))).toEqual(rest.map(() => "out"));
    await expect.poll(() => site.streams()).toBe(0);
    const later = await openTab();
    expect(await start(later)).toBe("out");
  });

  it("keep the refresh token from scripts", async () => {
    const page = await openTab();
    await logIn(page);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: "__Host-omringd-refresh", httpOnly: true, sameSite: "Strict" });
    expect(await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe(
      "{}",
    );
  });
});

describe("a map", { timeout: 30_000 }, () => {
  const open = async (page: Page): Promise<void> => {
    await page.evaluate(async (mapId) => void (self.map = await self.createSync(self.omringd).open(mapId)), demo.mapId);
  };
  const aliases = (page: Page): Promise<string[]> =>
    page.evaluate(() => self.map.getSnapshot().map.persons.map(({ alias }) => alias));

  it("that was edited in flight mode is saved at the next visit, and removed at log-out", async () => {
    const page = await openTab();
    await logIn(page);
    await open(page);
    await context.setOffline(true);
    await page.evaluate(async () => {
      self.map.name("Annabel");
      await self.map.save();
      await self.map.stored();
    });
    expect(await page.evaluate(() => self.map.getSnapshot().status)).toBe("offline");
    const stored = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open("omringd");
          request.onsuccess = () => {
            const all = request.result.transaction("omringd").objectStore("omringd").getAll();
            all.onsuccess = () =>
              resolve(
                all.result
                  .map((one) =>
                    one instanceof CryptoKey ? `extractable: ${one.extractable}` : new TextDecoder().decode(one.bytes),
                  )
                  .join(),
              );
          };
        }),
    );
    expect(stored).toContain("extractable: false");
    expect(stored).not.toContain("Annabel");
    await page.close();

    await context.setOffline(false);
    const next = await openTab();
    expect(await start(next)).toBe("in");
    await open(next);
    expect(await aliases(next)).toContain("Annabel");
    await expect.poll(() => next.evaluate(() => self.map.getSnapshot().status)).toBe("saved");

    await next.evaluate(() => self.omringd.session.logOut());
    const kept = () =>
      next.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const request = indexedDB.open("omringd");
            request.onsuccess = () => {
              const number = request.result.transaction("omringd").objectStore("omringd").count();
              number.onsuccess = () => resolve(number.result);
            };
          }),
      );
    await expect.poll(kept).toBe(0);
  });

  it("shows in one tab what another does, at once", async () => {
    const [one, other] = [await openTab(), await openTab()];
    await logIn(one);
    expect(await start(other)).toBe("in");
    await open(one);
    await open(other);
    await one.evaluate(() => self.map.name("Gezien"));
    await expect.poll(() => aliases(other), { timeout: 3000 }).toContain("Gezien");
  });
});
