import type { Point, Scene } from "./describe.js";
import { s, set } from "./dom.js";
import type { Labels } from "./labels.js";
import { CLIENT_RADIUS, type Radii, RADIUS } from "./layout.js";
import { CLOSENESS, type Ring } from "./people.js";

/** The picture behind the people, in ring units: the rings with their names, the client, and the ties. Hidden from screen readers. */
export function picture() {
  const circles = CLOSENESS.map((ring) => s("circle", { class: `ring ${ring}` }));
  const names = CLOSENESS.map(() => s("text"));
  const lines = s("g");
  const [me, my] = [s("circle", { class: "me", r: CLIENT_RADIUS }), s("text", { class: "my" })];
  const box = [-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS].join(" ");
  const root = s(
    "svg",
    { viewBox: box, "aria-hidden": "true" },
    ...circles.map((_, at) => circles[2 - at]!),
    lines,
    ...names,
    me,
    my,
  );

  return {
    root,

    /** Draws the rings, with names of this font size. Returns the widths of the names. */
    rings(labels: Labels, radii: Radii, font: number): number[] {
      root.style.fontSize = `${font}px`;
      circles.forEach((circle, at) => set(circle, "r", radii[at]! - 1));
      my.textContent = labels.me;
      return names.map((name, at) => {
        name.textContent = labels[CLOSENESS[at]!];
        set(name, "y", font * 1.5 - radii[at]!);
        return name.getComputedTextLength();
      });
    },

    /** Draws the ties, emphasised for one person. */
    ties(scene: Scene, middles: ReadonlyMap<string, Point>, near: string): void {
      lines.replaceChildren(...(scene.card?.lines(scene, middles, near) ?? []));
    },

    /** Emphasises the ring under the pointer. */
    over(ring: Ring | undefined): void {
      circles.forEach((circle, at) => circle.classList.toggle("over", CLOSENESS[at] === ring));
    },
  };
}
