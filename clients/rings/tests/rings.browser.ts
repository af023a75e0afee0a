import { expect, type Locator, type Page, test } from "@playwright/test";

interface Person {
  id: string;
  name: string;
  closeness: string | null;
}
type Moves = { personId: string; closeness: string | null; previous: string | null }[];
declare global {
  interface Window {
    moves: Moves;
    errors: string[];
  }
}

/** Opens the demo and collects the moves, and what the content security policy refused. */
async function open(page: Page, query = ""): Promise<void> {
  const wrong: string[] = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(`/?${query}`);
  await page.evaluate(() => {
    window.moves = [];
    document.addEventListener("omringd-move", (event) =>
      window.moves.push((event as CustomEvent<Moves[number]>).detail),
    );
  });
  await expect(page.locator(".switch")).toBeVisible();
  expect(wrong).toEqual([]);
}

const moves = (page: Page) => page.evaluate(() => window.moves.map(({ closeness, previous }) => [previous, closeness]));
const mark = (page: Page, name: string) => page.getByRole("option", { name: new RegExp(`^${name};`) });
const status = (page: Page) => page.getByRole("status");
const people = (page: Page) =>
  page.evaluate(() => document.querySelector("omringd-rings")!.people as unknown as Person[]);

/** The middle of an element. */
async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
/** A position in a ring: its distance from the client, as a part of the board, to the left where few people are. */
async function inRing(page: Page, part: number): Promise<{ x: number; y: number }> {
  const { x, y, width } = (await page.locator(".board").boundingBox())!;
  return { x: x + width / 2 - (width / 2) * part * 0.94, y: y + width / 2 - (width / 2) * part * 0.34 };
}
const MIDDLE = 0.6;
const OUTER = 0.9;

test.describe("mouse", () => {
  test("dragging a person to a ring fires one event, moves them and announces it", async ({ page }) => {
    await open(page);
    const from = await middle(mark(page, "Anna"));
    const to = await inRing(page, OUTER);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await expect(page.locator(".ring.outer")).toHaveClass(/over/);
    await page.mouse.up();
    expect(await moves(page)).toEqual([["inner", "outer"]]);
    await expect(status(page)).toHaveText("Anna: Buitenste ring");
    await expect(page.locator(".ring.over")).toHaveCount(0);
    // She lands in the ring in her own sector, not where she was dropped.
    const board = (await page.locator(".board").boundingBox())!;
    const at = await middle(mark(page, "Anna"));
    const away = Math.hypot(at.x - board.x - board.width / 2, at.y - board.y - board.width / 2) / (board.width / 2);
    expect(away).toBeGreaterThan(0.73);
    expect(Math.hypot(at.x - to.x, at.y - to.y)).toBeGreaterThan(100);
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await expect(mark(page, "Anna")).toHaveAccessibleName(/^Anna; Binnenste ring/);
  });

  test("dragging to the tray, and nowhere", async ({ page }) => {
    await open(page);
    const tray = (await page.locator(".tray").boundingBox())!;
    for (const to of [
      { x: tray.x + 200, y: tray.y + tray.height / 2 },
      { x: tray.x - 100, y: 300 },
    ]) {
      const from = await middle(mark(page, "Sem"));
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    }
    expect(await moves(page)).toEqual([["inner", null]]);
    await expect(status(page)).toHaveText("Sem blijft: Nog niet in een ring");
  });

  test("Escape ends a drag", async ({ page }) => {
    await open(page);
    const from = await middle(mark(page, "Anna"));
    const to = await inRing(page, OUTER);
    await mark(page, "Anna").focus();
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect(await moves(page)).toEqual([]);
    expect(await middle(mark(page, "Anna"))).toEqual(from);
  });

  test("a page can refuse a move", async ({ page }) => {
    await open(page);
    await page.evaluate(() => document.addEventListener("omringd-move", (event) => event.preventDefault()));
    await mark(page, "Anna").click();
    await page.getByRole("button", { name: "Buitenste ring" }).click();
    await expect(status(page)).toHaveText("Anna kan nu niet verplaatst worden");
    await expect(mark(page, "Anna")).toHaveAccessibleName(/^Anna; Binnenste ring/);
    expect((await people(page)).find(({ name }) => name === "Anna")!.closeness).toBe("inner");
  });

  test("people that arrive during a drag are shown after it", async ({ page }) => {
    await open(page);
    const from = await middle(mark(page, "Anna"));
    const to = await inRing(page, MIDDLE);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.evaluate(() => {
      const rings = document.querySelector("omringd-rings")!;
      rings.people = [...rings.people, { id: "new", name: "Nieuw", closeness: "outer" }];
    });
    await page.mouse.up();
    await expect(mark(page, "Nieuw")).toBeVisible();
    expect(await moves(page)).toEqual([["inner", "middle"]]);
  });
});

test.describe("touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 700 } });

  /** A finger that goes from one position to another, as the browser sees it. */
  async function finger(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const client = await page.context().newCDPSession(page);
    const at = (x: number, y: number) => ({ touchPoints: [{ x, y }] });
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", ...at(from.x, from.y) });
    for (let step = 1; step <= 8; step++) {
      const [x, y] = [from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8];
      await client.send("Input.dispatchTouchEvent", { type: "touchMove", ...at(x, y) });
    }
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  test("a finger on a person drags and does not scroll; beside them it scrolls", async ({ page }) => {
    await open(page);
    await page.addStyleTag({ url: "/demo/long.css" });
    const from = await middle(mark(page, "Anna"));
    const to = await inRing(page, OUTER);
    await finger(page, from, to);
    expect(await moves(page)).toEqual([["inner", "outer"]]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const board = (await page.locator(".board").boundingBox())!;
    await finger(page, { x: board.x + 8, y: board.y + board.width - 8 }, { x: board.x + 8, y: board.y + 100 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect(await moves(page)).toHaveLength(1);
  });

  test("tap a person, then a ring", async ({ page }) => {
    await open(page);
    await mark(page, "Anna").tap();
    await expect(page.getByText("Waar hoort Anna?")).toBeVisible();
    const to = await inRing(page, MIDDLE);
    await page.touchscreen.tap(to.x, to.y);
    expect(await moves(page)).toEqual([["inner", "middle"]]);
    await expect(page.getByText("Waar hoort Anna?")).toBeHidden();
    // Or one of the buttons; a tap on another name takes that person instead.
    await mark(page, "Sem").tap();
    await mark(page, "Yusuf").tap();
    await page.getByRole("button", { name: "Nog niet in een ring" }).tap();
    expect((await moves(page))[1]).toEqual(["inner", null]);
    await expect(status(page)).toHaveText("Yusuf: Nog niet in een ring");
  });
});

test.describe("keyboard only", () => {
  test("Tab enters, arrows go from person to person, Enter picks up, arrows move, Enter puts down", async ({
    page,
  }) => {
    await open(page);
    const focused = () =>
      page.evaluate(
        () =>
          document
            .querySelector("omringd-rings")!
            .shadowRoot!.activeElement?.getAttribute("aria-label")
            ?.split(";")[0] ?? null,
      );
    for (let tab = 0; tab < 3; tab++) await page.keyboard.press("Tab");
    const first = (await focused())!;
    const order = [first];
    for (let at = 1; at < 13; at++) {
      await page.keyboard.press("ArrowRight");
      order.push((await focused())!);
    }
    expect(new Set(order).size).toBe(13);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe(order[12]);
    await page.keyboard.press("Home");
    expect(await focused()).toBe(first);

    await page.keyboard.press("Enter");
    await expect(status(page)).toHaveText(new RegExp(`^${first} opgepakt`));
    await page.keyboard.press("ArrowDown");
    await expect(status(page)).toHaveText(`${first}: Middelste ring`);
    await page.keyboard.press("-");
    await page.keyboard.press("ArrowDown");
    await expect(status(page)).toHaveText(`${first}: Nog niet in een ring`);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("+");
    expect(await moves(page)).toEqual([]);
    await page.keyboard.press(" ");
    expect(await moves(page)).toEqual([["inner", "outer"]]);
    await expect(status(page)).toHaveText(`${first}: Buitenste ring`);
    expect(await focused()).toBe(first);
  });

  test("Escape puts back, and so does leaving", async ({ page }) => {
    await open(page);
    for (const leave of ["Escape", "Shift+Tab"]) {
      await mark(page, "Anna").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowDown");
      await expect(mark(page, "Anna")).toHaveAccessibleName(/Middelste ring/);
      await page.keyboard.press(leave);
      await expect(mark(page, "Anna")).toHaveAccessibleName(/Binnenste ring/);
      await expect(status(page)).toHaveText(/^Anna blijft: Binnenste ring/);
    }
    expect(await moves(page)).toEqual([]);
  });

  test("the question's buttons give the focus back to the person", async ({ page }) => {
    await open(page);
    await mark(page, "Anna").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await moves(page)).toEqual([["inner", "middle"]]);
    await expect(mark(page, "Anna")).toBeFocused();
    // Enter acts once: she is not picked up again.
    await expect(page.locator(".ask")).toBeHidden();
  });

  test("readonly: people can be read, not moved", async ({ page }) => {
    await open(page, "readonly");
    await mark(page, "Anna").focus();
    await page.keyboard.press("Enter");
    await mark(page, "Sem").click();
    await expect(page.locator(".ask")).toBeHidden();
    await page.getByRole("button", { name: "Lijst" }).click();
    await expect(page.getByRole("radio")).toHaveCount(0);
    expect(await moves(page)).toEqual([]);
  });
});

test("the list moves people with radio buttons", async ({ page }) => {
  await open(page, "view=list&lang=en");
  const anna = page.getByRole("group", { name: "Anna" });
  await expect(anna.getByRole("radio", { name: "Inner ring" })).toBeChecked();
  await anna.getByRole("radio", { name: "Not in a ring yet" }).check();
  expect(await moves(page)).toEqual([["inner", null]]);
  await expect(status(page)).toHaveText("Anna: Not in a ring yet");
  await page.keyboard.press("ArrowUp");
  expect((await moves(page))[1]).toEqual([null, "outer"]);
  await expect(anna.getByRole("radio", { name: "Outer ring" })).toBeFocused();
  await page.getByRole("button", { name: "Rings" }).click();
  await expect(mark(page, "Anna")).toHaveAccessibleName(/^Anna; Outer ring/);
});

test("properties set before the element is defined are kept", async ({ page }) => {
  await open(page);
  const shown = await page.evaluate(async () => {
    const { OmringdRings } = (await import("/dist/index.js" as string)) as { OmringdRings: new () => HTMLElement };
    const late = document.createElement("late-rings") as HTMLElement & { people: unknown; labels: unknown };
    late.people = [{ id: "a", name: "Anna" }];
    late.labels = document.querySelector("omringd-rings")!.labels;
    document.body.append(late);
    customElements.define("late-rings", class extends OmringdRings {});
    await new Promise(requestAnimationFrame);
    return late.shadowRoot!.querySelectorAll("[role=option]").length;
  });
  expect(shown).toBe(1);
});
