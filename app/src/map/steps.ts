// The five steps, and the addresses of their screens.
import type { Schemas } from "@omringd/client";

export type Step = Schemas["Step"];
export const STEPS: readonly Step[] = ["who", "closeness", "support", "situation", "card"];
export const stepPath = (mapId: string, step: Step) => `/maps/${mapId}/${step}`;
/** The screen on which a map of a client is begun. */
export const beginPath = (clientId: string) => `/begin/${clientId}`;

/** The first step that is not done; the last one if all are. */
export function nextStep(steps: readonly Schemas["StepProgress"][]): Step {
  return (steps.find(({ state }) => state !== "done") ?? steps.at(-1)!).step;
}
