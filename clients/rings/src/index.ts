import { OmringdRings } from "./element.js";

export { OmringdRings };
export type { Card } from "./describe.js";
export type { Labels } from "./labels.js";
export type { Closeness, Move, Person, Ring, Support, Tie } from "./people.js";

const { customElements } = globalThis;
if (customElements && !customElements.get("omringd-rings")) customElements.define("omringd-rings", OmringdRings);
