// The five steps of the demo's map: how to get to each, and to its parts.
import type { ScreenShown } from "./screens.ts";

/** The same at every start of the demo. */
const MAP = "019b76da-a820-7000-8000-000000000020";

const step = (name: string): ScreenShown => ({ name: `step-${name}`, path: `/#/maps/${MAP}/${name}` });
const part = (number: number): ScreenShown => ({
  name: `situation-${number}`,
  path: `/#/maps/${MAP}/situation`,
  open: (page) => page.locator(".chip-row").first().locator("button").nth(number).click(),
});

export const steps: ScreenShown[] = [
  { ...step("who"), open: (page) => page.locator(".name-chip").first().waitFor() },
  {
    ...step("who"),
    name: "person",
    open: (page) => page.locator(".name-chip-name").first().click(),
  },
  { ...step("closeness"), open: (page) => page.getByText("Mark", { exact: true }).first().waitFor() },
  step("support"),
  step("situation"),
  part(3),
  {
    ...part(3),
    name: "ties-of-one",
    open: async (page) => {
      await part(3).open!(page);
      await page.locator(".panel .chips button").nth(1).click();
    },
  },
  part(4),
  { ...step("card"), open: (page) => page.locator("img.map-picture, .questions li").nth(1).waitFor() },
];
