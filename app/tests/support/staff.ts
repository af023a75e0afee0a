// The coach and the administrator, on a desktop.
import type { Page } from "@playwright/test";
import type { Login } from "@omringd/client/testing";
import type { FrontEnd } from "./front_end.ts";

/** Logs in by the form of the page that is open, or of the start of the app. */
export async function logInAs(page: Page, frontEnd: FrontEnd, user: Login, path = "/"): Promise<void> {
  await page.goto("about:blank");
  await page.goto(frontEnd.url + path);
  await page.locator("input[name=email]").fill(user.email);
  await page.locator("input[name=password]").fill(user.password);
  await page.locator("form button[type=submit]").click();
  await page.locator(".account").waitFor();
}
