// Every screen of log-in, account and client: how to get there, from the start of the app.
import type { Page } from "@playwright/test";
import type { FrontEnd } from "./front_end.ts";
import { steps } from "./map_screens.ts";

export interface ScreenShown {
  name: string;
  path: string;
  /** What to do there first. */
  open?: (page: Page) => Promise<unknown>;
}

export const outside: ScreenShown[] = [
  { name: "log-in", path: "/" },
  { name: "log-in-refused", path: "/", open: (page) => page.locator("button[type=submit]").click() },
  { name: "log-in-by-mail", path: "/", open: (page) => page.locator(".beneath button").nth(-2).click() },
  {
    name: "mailed-code",
    path: "/",
    async open(page) {
      await page.locator("input[name=email]").fill(`kim-${Date.now()}@example.nl`);
      await page.locator(".beneath button").nth(-2).click();
      await page.locator("button[type=submit]").click();
      await page.locator("input[name=digits]").waitFor();
      await page.evaluate(() => sessionStorage.clear());
    },
  },
  { name: "log-in-at-work", path: "/", open: (page) => page.locator(".beneath button").nth(-1).click() },
  { name: "provider-log-in", path: "/provider-log-in/0199f0c1-0000-7000-8000-000000000000?error=access_denied" },
  { name: "forgotten-password", path: "/#/forgotten-password" },
  { name: "password-reset", path: "/password-reset#secret" },
  { name: "email-change", path: "/email-change#secret" },
  { name: "invitation-refused", path: "/invitation#secret", open: (page) => page.getByRole("alert").waitFor() },
];

export const inside: ScreenShown[] = [
  { name: "home", path: "/#/client/home", open: (page) => page.locator("img.picture").waitFor() },
  { name: "hard-day", path: "/#/client/hard-day", open: (page) => page.locator("a.need").first().waitFor() },
  {
    name: "people",
    path: "/#/client/hard-day/emotional",
    open: (page) =>
      page.locator(".person ~ .person, .person").last().locator("xpath=../following-sibling::button").click(),
  },
  { name: "card", path: "/#/client/card", open: (page) => page.locator("img.picture").waitFor() },
  {
    name: "who-looks-along",
    path: "/#/client/who-looks-along",
    open: (page) => page.locator(".log li").first().waitFor(),
  },
  { name: "my-data", path: "/#/client/my-data", open: (page) => page.locator("section button").nth(1).waitFor() },
  { name: "sure", path: "/#/client/my-data", open: (page) => page.locator("section button").nth(1).click() },
  { name: "settings", path: "/#/settings", open: (page) => page.locator(".rows li").first().waitFor() },
  { name: "begin", path: "/#/begin/019b76da-a820-7000-8000-000000000001" },
  ...steps,
  { name: "not-found", path: "/#/client/nowhere" },
];

/** Opens a screen from another one, so that it starts anew. */
export async function show(page: Page, { url }: FrontEnd, { path, open }: ScreenShown): Promise<void> {
  await page.goto("about:blank");
  await page.goto(url + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await open?.(page);
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
}
