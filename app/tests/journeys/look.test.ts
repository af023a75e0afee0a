import { logIn, test } from "../support/test.ts";
const shots = process.env.SHOTS ?? "/tmp/shots";
for (const width of [390, 1280]) for (const scheme of ["light", "dark"] as const) for (const language of ["nl", "en"] as const)
  test(`${width} ${scheme} ${language}`, async ({ browser, frontEnd }) => {
    test.skip(process.env.ALL !== "1" && !((width === 390 && scheme === "light" && language === "nl") || (width === 1280 && scheme === "dark" && language === "en") ));
    const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme: scheme, locale: language === "nl" ? "nl-NL" : "en-GB" });
    page.on("pageerror", e => console.log("ERR", e)); page.on("console", m => m.type() === "error" && console.log(m.text()));
    const shot = (name: string) => page.waitForTimeout(900).then(() => page.screenshot({ path: `${shots}/${name}-${width}-${scheme}-${language}.png`, fullPage: true }));
    await page.goto(frontEnd.url); await shot("login");
    await logIn(page, frontEnd, frontEnd.demo.users.client, { language, own: true });
    await shot("home");
    for (const at of ["hard-day", "hard-day/emotional", "card", "who-looks-along", "my-data"]) { await page.goto(`${frontEnd.url}/#/client/${at}`); await shot(at.replace("/", "_")); }
    await page.goto(`${frontEnd.url}/#/settings`); await shot("settings");
    await page.close();
  });
