import type { Scene } from "./describe.js";
import { h, s } from "./dom.js";
import type { Person } from "./people.js";

/** The zigzag of tension, stretched to the width of a mark. */
const ZIGZAG = "M0 4L5 0L15 8L25 0L35 8L45 0L55 8L65 0L75 8L85 0L95 8L100 4";

/** The letters that stand for a name where there is no room for it. */
export const initialsOf = ({ initials, name }: Person): string =>
  initials || (name.match(/(?<!\S)[\p{L}\p{N}]/gu) ?? [name]).slice(0, 2).join("").toUpperCase();

/** The face of a mark, as on the card: the name, the signs of support, a zigzag for tension. */
export function face(person: Person, { labels, card }: Scene): HTMLElement {
  const { name, tension } = person;
  return h(
    "span",
    { class: "face", "aria-hidden": "true" },
    h("span", { class: "name", dir: "auto" }, name),
    h("b", { class: "initials", "data-text": initialsOf(person) }),
    h("span", { class: "signs" }, ...(card?.signs(person, labels) ?? [])),
    !!tension &&
      s(
        "svg",
        { class: "zigzag", viewBox: "0 0 100 8", preserveAspectRatio: "none" },
        s("path", { d: ZIGZAG }),
        s("path", { d: ZIGZAG, "stroke-width": 1 + 0.3 * tension }),
      ),
  );
}
