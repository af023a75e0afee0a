import { arrange, INITIALS, radiiOf, SIZES, SMALL } from "./arrange.js";
import { about, description, type Point, ringLabel, type Scene } from "./describe.js";
import { button, h, removeOthers, set } from "./dom.js";
import { draggable } from "./drag.js";
import { RADIUS, type Rect } from "./layout.js";
import { face } from "./mark.js";
import { CLOSENESS, type Person, type Ring, RINGS, ringOf } from "./people.js";
import { picture } from "./picture.js";

/** What the views ask of the element. */
export interface Host {
  /** Moves a person, unless the page refuses. */
  move(id: string, ring: Ring): void;
  /** Announces a text. */
  say(text: string): void;
  draw(): void;
}

/** Least width and height of what can be tapped, in pixels. */
const TARGET = 44;
/** Where there is little room: the part of a target that is not shared with another. */
const CLOSE = 30;
/** How far outside the outermost ring a drop still counts, as a factor. */
const EDGE = 1.06;
/** The largest board, and the largest for many people, in multiples of the font size. */
const LARGE = 46;
const LARGEST = 64;
/** What is left of the window for what is around the board, in multiples of the font size. */
const AROUND = 14;

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, "+": -1, "=": -1, ArrowDown: 1, "-": 1 };

/** The rings: people as options of a list box, to drag, to tap, or to move by keyboard. */
export function ringsView(host: Host) {
  const drawing = picture();
  const tray = h("div", { class: "tray", "aria-hidden": "true" });
  const list = h("div", { class: "people", role: "listbox" });
  const board = h("div", { class: "board" }, drawing.root, tray, list);
  const hint = h("p", { class: "hint" });
  const question = h("p");
  const answers = RINGS.map((ring) => button(() => answer(ring)));
  const cancel = button(() => answer(), "quiet");
  const ask = h("div", { class: "ask" }, question, ...answers, cancel);
  const root = h("div", {}, board, hint, ask);
  const marks = new Map<string, HTMLElement>();

  let scene: Scene;
  let side = 0;
  let size = 0;
  /** Pixels per ring unit. */
  let scale = 1;
  /** The people in the order of the arrow keys. */
  let order: string[] = [];
  const middles = new Map<string, Point>();
  /** The person whom Tab enters at. */
  let current = "";
  /** The person who was picked up, and the ring where they are for now. */
  let carried: { id: string; ring: Ring } | undefined;
  let dragging = false;

  const personOf = (id = carried?.id) => scene.people.find((one) => one.id === id);
  const focus = (id: string | undefined) => marks.get(id!)?.focus();
  const say = (text: "picked" | "moved" | "stays", person: Person, ring = ringOf(person)) =>
    host.say(about(scene.labels, text, person, ring));

  /** Draws all, unless not everyone has a place of their own. With `anyway` marks may overlap. Returns whether it was drawn. */
  function draw(shown: Scene, width: number, em: number, anyway: boolean): boolean {
    if (shown.readonly || !shown.people.some(({ id }) => id === carried?.id)) carried = undefined;
    const people = shown.people.map((one) => (one.id === carried?.id ? { ...one, closeness: carried.ring } : one));
    scene = { ...shown, people };
    const { labels, readonly } = scene;
    drawMarks();
    const places = placeAll(width, em, anyway);
    if (!places) return false;
    tray.textContent = people[0] ? labels.unplaced : labels.empty;
    middles.clear();
    for (const [id, mark] of marks) {
      const place = places.get(id);
      const { style, offsetLeft, offsetTop, offsetWidth: w, offsetHeight: h } = mark;
      const [x, y] = place
        ? [(place.x + place.w / 2) * scale, (place.y + place.h / 2) * scale]
        : [offsetLeft + w / 2 - side / 2, offsetTop + h / 2 - side / 2];
      style.left = place ? `${side / 2 + x - w / 2}px` : "";
      style.top = place ? `${side / 2 + y - h / 2}px` : "";
      middles.set(id, [x / scale, y / scale]);
    }
    // From the inner ring outward, clockwise, and along the tray.
    const turn = ([x, y]: Point) => Math.atan2(-x, y);
    const key = (person: Person) => RINGS.indexOf(ringOf(person)) * 10 + turn(middles.get(person.id)!);
    order = [...people].sort((one, other) => key(one) - key(other)).map(({ id }) => id);
    enterAt(marks.has(current) ? current : order[0]!);
    const person = personOf();
    hint.textContent = labels.hint;
    hint.hidden = readonly || !!person || !people[0];
    ask.hidden = !person;
    board.classList.toggle("asking", !!person);
    if (person) question.textContent = about(labels, "where", person, null);
    RINGS.forEach((ring, at) => {
      answers[at]!.textContent = ringLabel(labels, ring);
      set(answers[at]!, "aria-pressed", ring === carried?.ring);
    });
    cancel.textContent = labels.cancel;
    return true;
  }

  /** Tab enters at this person. Their ties are emphasised while the people have the focus. */
  function enterAt(id: string): void {
    current = id;
    for (const [one, mark] of marks) mark.tabIndex = one === id ? 0 : -1;
    drawing.ties(scene, middles, list.matches(":focus-within") ? id : "");
  }

  function drawMarks(): void {
    const { people, labels, readonly, highlight, dimmed } = scene;
    for (const person of people) {
      const { id, past, pending } = person;
      let mark = marks.get(id);
      if (!mark) {
        marks.set(id, (mark = h("div", { role: "option", "data-id": id })));
        list.append(mark);
      }
      const text = description(person, scene);
      set(mark, "aria-label", text);
      // The same text as the accessible name, which screen readers do not repeat.
      mark.title = text;
      const picked = id === carried?.id;
      set(mark, "aria-selected", picked);
      const looks = {
        mark: true,
        readonly,
        past,
        pending,
        picked,
        unplaced: !ringOf(person),
        highlighted: highlight.includes(id),
        dimmed: dimmed.includes(id),
      };
      mark.className = Object.entries(looks)
        .flatMap(([look, on]) => (on ? look : []))
        .join(" ");
      mark.replaceChildren(face(person, scene));
    }
    removeOthers(marks, people);
    set(list, "aria-label", labels.people);
    set(list, "aria-description", readonly ? "" : labels.keys);
    list.hidden = !people[0];
  }

  /** Tries names on a board within the window from the largest size, then on a larger board, then with less room, then initials. */
  function placeAll(width: number, em: number, anyway: boolean): Map<string, Rect> | undefined {
    const large = Math.min(width, LARGEST * em);
    const usual = Math.max(Math.min(width, 20 * em), Math.min(width, LARGE * em, innerHeight - AROUND * em));
    for (const target of [TARGET, CLOSE]) {
      for (const from of [0, SMALL]) {
        for (const one of [usual, large]) {
          for (let at = from; at < (from ? INITIALS : SMALL); at++) {
            const found = tryPlacing(one, at, em, target);
            if (found) return found;
          }
        }
      }
    }
    return tryPlacing(large, INITIALS, em, TARGET) ?? (anyway ? tryPlacing(large, INITIALS, em, 0, true) : undefined);
  }

  function tryPlacing(
    newSide: number,
    newSize: number,
    em: number,
    target: number,
    anyway = false,
  ): Map<string, Rect> | undefined {
    [side, size] = [newSide, newSize];
    scale = side / 2 / RADIUS;
    board.style.width = `${side}px`;
    board.style.setProperty("--side", `${side}px`);
    list.style.fontSize = `${SIZES[size]! * em}px`;
    list.dataset["size"] = String(size);
    // Names on two lines are narrower than the room that they were given.
    const names = [...list.querySelectorAll<HTMLElement>(".name")];
    for (const name of names) name.style.width = "";
    const widths = names.map((name) => {
      const [text, box] = [document.createRange(), name.getBoundingClientRect().width];
      text.selectNodeContents(name);
      return name.scrollHeight > name.clientHeight + 2 ? box : Math.min(text.getBoundingClientRect().width, box);
    });
    names.forEach((name, at) => (name.style.width = `${Math.ceil(widths[at]!)}px`));
    const measured = [...marks].map(([id, mark]) => {
      const { offsetWidth, offsetHeight } = mark.firstElementChild as HTMLElement;
      return [id, [offsetWidth / scale, (offsetHeight + 4) / scale] as const] as const;
    });
    const [radii, font] = [radiiOf(size), (0.75 * em) / scale];
    const ringNames = drawing.rings(scene.labels, radii, font);
    return arrange(scene.people, new Map(measured), ringNames, font, radii, target / scale, anyway);
  }

  /** The ring at the pointer: null is the tray, undefined is neither. */
  function ringAt({ clientX, clientY }: MouseEvent): Ring | undefined {
    const { left, top, bottom } = board.getBoundingClientRect();
    const [x, y] = [clientX - left - side / 2, clientY - top - side / 2];
    const away = Math.hypot(x, y) / scale;
    const at = radiiOf(size).findIndex((radius, ring) => away <= radius * (ring > 1 ? EDGE : 1));
    return CLOSENESS[at] ?? (y > side / 2 && clientY < bottom + TARGET && Math.abs(x) < side / 2 ? null : undefined);
  }

  function showOver(ring: Ring | undefined): void {
    drawing.over(ring);
    tray.classList.toggle("over", ring === null);
  }

  const endDrag = draggable(
    list,
    (event) => {
      dragging = true;
      showOver(ringAt(event));
    },
    (mark, event) => {
      dragging = false;
      carried = undefined;
      showOver(undefined);
      const person = personOf(mark.dataset["id"]);
      const ring = event && ringAt(event);
      if (person) host.move(person.id, ring === undefined ? ringOf(person) : ring);
      else host.draw();
    },
  );

  function pickUp(id: string): void {
    carried = undefined;
    host.draw();
    const person = personOf(id);
    if (!person) return;
    carried = { id, ring: ringOf(person) };
    host.draw();
    focus(id);
    say("picked", person);
  }

  /** Puts the person down in a ring, or back. */
  function putDown(ring?: Ring): void {
    const id = carried?.id;
    carried = undefined;
    if (id === undefined) return;
    if (ring !== undefined) return host.move(id, ring);
    host.draw();
    say("stays", personOf(id)!);
  }

  function answer(ring?: Ring): void {
    const id = carried?.id;
    // Before the button that has the focus disappears.
    focus(id);
    putDown(ring);
  }

  /** Handles a key while a person is picked up. */
  function carry(key: string): boolean {
    const { id, ring } = carried!;
    if (key === "Tab") return false;
    if (key === "Escape") putDown();
    if (key === "Enter" || key === " ") putDown(ring);
    const next = RINGS[RINGS.indexOf(ring) + (STEPS[key] ?? NaN)];
    if (next !== undefined) {
      carried = { id, ring: next };
      host.draw();
      say("moved", personOf()!);
    }
    return true;
  }

  /** Handles a key while nobody is picked up. */
  function go(key: string): boolean {
    if (key === "Escape") return dragging && (endDrag(), true);
    if (key === "Enter" || key === " ") return scene.readonly || (pickUp(current), true);
    const [at, last] = [order.indexOf(current), order.length - 1];
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[key];
    if (to !== undefined) focus(order[Math.min(Math.max(to, 0), last)]);
    return to !== undefined;
  }

  list.onkeydown = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (carried ? carry(event.key) : go(event.key)) event.preventDefault();
  };
  list.addEventListener("focusin", ({ target }) => enterAt((target as HTMLElement).dataset["id"]!));
  board.onclick = (event) => {
    const id = (event.target as Element).closest<HTMLElement>(".mark")?.dataset["id"];
    if (scene.readonly) return;
    if (id === undefined) putDown(ringAt(event));
    else if (id === carried?.id) putDown();
    else pickUp(id);
  };
  root.addEventListener("focusout", ({ relatedTarget }) => {
    enterAt(current);
    if (relatedTarget && !root.contains(relatedTarget as Node)) putDown();
  });

  return { root, draw, busy: () => dragging };
}
