import { facts, ringLabel, type Scene } from "./describe.js";
import { h, removeOthers, set } from "./dom.js";
import { RINGS, ringOf } from "./people.js";
import type { Host } from "./rings_view.js";

/** The list: for each person a choice between the rings. It has all that the rings have. */
export function listView(host: Host) {
  const rows = new Map<string, HTMLElement>();
  const list = h("ul", { class: "rows" });
  const empty = h("p");

  function rowOf(id: string): HTMLElement {
    const choices = RINGS.map((ring) => {
      const input = h("input", { type: "radio", name: id });
      input.onchange = () => host.move(id, ring);
      return h("label", {}, input, h("span"));
    });
    return h(
      "li",
      {},
      h("fieldset", {}, h("legend", { dir: "auto" }), h("p"), h("div", { class: "choices" }, ...choices)),
    );
  }

  return {
    root: h("div", {}, list, empty),
    draw(scene: Scene): void {
      const { people, labels, readonly, dimmed, highlight } = scene;
      removeOthers(rows, people);
      people.forEach((person, at) => {
        const { id } = person;
        let row = rows.get(id);
        if (!row) rows.set(id, (row = rowOf(id)));
        if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
        row.className = `${dimmed.includes(id) ? "dimmed" : ""} ${highlight.includes(id) ? "highlighted" : ""}`;
        const ring = ringLabel(labels, ringOf(person));
        const [name, known, choices] = row.firstElementChild!.children as unknown as [
          HTMLElement,
          HTMLElement,
          HTMLElement,
        ];
        name.textContent = person.name;
        known.textContent = [...(readonly ? [ring] : []), ...facts(person, scene)].join(" · ");
        choices.hidden = readonly;
        RINGS.forEach((ring, at) => {
          const [input, text] = choices.children[at]!.children as unknown as [HTMLInputElement, HTMLElement];
          text.textContent = ringLabel(labels, ring);
          input.checked = ring === ringOf(person);
        });
      });
      set(list, "aria-label", labels.people);
      list.hidden = !people[0];
      empty.textContent = people[0] ? "" : labels.empty;
    },
  };
}
