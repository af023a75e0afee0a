import { facts, ringLabel, type Scene } from "./describe.js";
import { type Child, h, set } from "./dom.js";
import { type Person, RINGS, ringOf } from "./people.js";
import type { Host } from "./rings_view.js";

/** The list: for each person a choice between the rings. It has all that the rings have. */
export function listView(host: Host) {
  const rows = new Map<string, { root: HTMLElement; draw(person: Person, scene: Scene): void }>();
  const list = h("ul", { class: "rows" });
  const empty = h("p");

  const rowOf = (id: string) => {
    const [name, known, ring] = [h("legend", { dir: "auto" }), h("p"), h("p")];
    const inputs = RINGS.map((ring) => {
      const input = h("input", { type: "radio", name: id });
      input.onchange = () => host.move(id, ring);
      return input;
    });
    const texts = RINGS.map(() => h("span"));
    const choices = h(
      "div",
      { class: "choices" },
      ...inputs.map((input, at) => h("label", {}, input, texts[at] as Child)),
    );
    const root = h("li", {}, h("fieldset", {}, name, known, ring, choices));
    const draw = (person: Person, scene: Scene) => {
      const { labels, readonly, dimmed, highlight } = scene;
      name.textContent = person.name;
      root.classList.toggle("dimmed", dimmed.includes(id));
      root.classList.toggle("highlighted", highlight.includes(id));
      known.textContent = facts(person, scene).join(" · ");
      ring.textContent = ringLabel(labels, ringOf(person));
      ring.hidden = !readonly;
      choices.hidden = readonly;
      RINGS.forEach((ring, at) => {
        texts[at]!.textContent = ringLabel(labels, ring);
        inputs[at]!.checked = ring === ringOf(person);
      });
    };
    return { root, draw };
  };

  return {
    root: h("div", {}, list, empty),
    draw(scene: Scene): void {
      const gone = new Set(rows.keys());
      scene.people.forEach((person, at) => {
        let row = rows.get(person.id);
        if (!row) rows.set(person.id, (row = rowOf(person.id)));
        gone.delete(person.id);
        row.draw(person, scene);
        if (list.children[at] !== row.root) list.insertBefore(row.root, list.children[at] ?? null);
      });
      for (const id of gone) {
        rows.get(id)!.root.remove();
        rows.delete(id);
      }
      set(list, "aria-label", scene.labels.people);
      list.hidden = !scene.people[0];
      empty.textContent = scene.people[0] ? "" : scene.labels.empty;
    },
  };
}
