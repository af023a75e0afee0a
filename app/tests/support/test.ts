// A page of the app, and the service behind it: started once, for all journeys of a worker.
import { test as base, type Page } from "@playwright/test";
import type { Login } from "@omringd/client/testing";
import { type FrontEnd, startFrontEnd } from "./front_end.ts";

interface Worker {
  /** How many clients the demo has. Journeys with another number have a service of their own. */
  clients: number;
  frontEnd: FrontEnd;
}

export const test = base.extend<object, Worker>({
  clients: [4, { option: true, scope: "worker" }],
  frontEnd: [
    async ({ clients }, use) => {
      const frontEnd = await startFrontEnd(clients);
      await use(frontEnd);
      await frontEnd.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // The browser reports every refused request; those of the policy are defects.
      if (message.type() === "error" && /Content Security|Trusted/i.test(message.text()))
        complaints.push(message.text());
    });
    await use(page);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  },
});

export { expect } from "@playwright/test";

interface LogInOptions {
  /** On a device of the user's own. */
  own?: boolean;
  language?: "nl" | "en";
}

/** Logs in by the form, in Dutch unless told otherwise. */
export async function logIn(page: Page, { url }: FrontEnd, user: Login, { own, language = "nl" }: LogInOptions = {}) {
  const words = language === "nl" ? ["E-mailadres", "Wachtwoord", "Inloggen"] : ["Email address", "Password", "Log in"];
  await page.goto(url);
  await page.getByLabel(words[0]!).fill(user.email);
  await page.getByLabel(words[1]!, { exact: true }).fill(user.password);
  if (own) await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: words[2]!, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: language === "nl" ? /^Dag / : /^Hello / }).waitFor();
}
