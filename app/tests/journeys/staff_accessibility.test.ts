import type { Page } from "@playwright/test";
import { violations } from "../support/axe.ts";
import { asUser } from "../support/api.ts";
import type { FrontEnd } from "../support/front_end.ts";
import { show, type ScreenShown } from "../support/screens.ts";
import { logInAs } from "../support/staff.ts";
import { expect, test } from "../support/test.ts";

const waitFor = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();
const press = (selector: string, shown: string) => async (page: Page) => {
  await page.locator(selector).first().click();
  await page.locator(shown).first().waitFor();
};

/** Every screen of the coach and the administrator, with the dialogs that they open. */
async function screens(frontEnd: FrontEnd): Promise<Record<"coach" | "admin", ScreenShown[]>> {
  const coach = await asUser(frontEnd, frontEnd.demo.users.coach);
  const { mapId } = frontEnd.demo;
  const { clientId } = await coach.maps.open(mapId);
  return {
    coach: [
      { name: "caseload", path: "/#/coach/caseload", open: waitFor(".entry") },
      { name: "client", path: `/#/coach/clients/${clientId}`, open: waitFor(".differences") },
      { name: "begin", path: `/#/begin/${clientId}`, open: waitFor("form") },
      { name: "what if", path: `/#/coach/maps/${mapId}/what-if`, open: press(".chip", "table") },
      { name: "session", path: `/#/coach/maps/${mapId}/session`, open: waitFor("img.sheet") },
    ],
    admin: [
      { name: "clients", path: "/#/admin/clients", open: press(".tick input", ".selection button") },
      { name: "new client", path: "/#/admin/clients", open: press(".toolbar button", "dialog form") },
      { name: "client", path: `/#/admin/clients/${clientId}`, open: waitFor(".rows button") },
      { name: "assign", path: `/#/admin/clients/${clientId}`, open: press(".section-head button", "dialog select") },
      { name: "members", path: "/#/admin/members", open: waitFor("table") },
      { name: "member", path: "/#/admin/members", open: press("table button", "dialog form") },
      { name: "invitations", path: "/#/admin/invitations", open: waitFor("table button") },
      { name: "invite", path: "/#/admin/invitations", open: press(".actions button", "dialog select") },
      { name: "import", path: "/#/admin/invitations", open: press(".actions button ~ button", "dialog form") },
      { name: "log", path: "/#/admin/log", open: waitFor("table") },
      { name: "log of a client", path: `/#/admin/log/${clientId}`, open: waitFor("table") },
      { name: "organisation", path: "/#/admin/organisation", open: waitFor("form") },
      {
        name: "support types",
        path: "/#/admin/support-types",
        open: press("form .actions button ~ button", "fieldset"),
      },
      { name: "retention", path: "/#/admin/retention", open: waitFor(".notice") },
    ],
  };
}

test.use({ clients: 6 });

for (const language of ["nl", "en"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ colorScheme, locale: language === "nl" ? "nl-NL" : "en-GB", viewport: { width: 1280, height: 900 } });
      test.setTimeout(180_000);

      for (const role of ["coach", "admin"] as const) {
        test(`axe finds nothing: ${role}`, async ({ page, frontEnd }) => {
          const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
          const email = `${role}-${language}-${colorScheme}@example.nl`;
          await admin.invitations.create({ email, roles: ["coach"] });
          const shown = (await screens(frontEnd))[role];
          await logInAs(page, frontEnd, frontEnd.demo.users[role]);
          const found: Record<string, string[]> = {};
          for (const screen of shown) {
            await show(page, frontEnd, screen);
            found[screen.name] = await violations(page);
          }
          expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
          expect(Object.keys(found)).toHaveLength(shown.length);
        });
      }
    });
  }
}

for (const width of [320, 820]) {
  test(`nothing is cut off at ${width} pixels`, async ({ page, frontEnd }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    const all = await screens(frontEnd);
    for (const role of ["coach", "admin"] as const) {
      await page.context().clearCookies();
      await logInAs(page, frontEnd, frontEnd.demo.users[role]);
      for (const screen of all[role]) {
        await show(page, frontEnd, screen);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${screen.name} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
}
