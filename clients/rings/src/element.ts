import { about, type Card, type Scene } from "./describe.js";
import { button, h, set } from "./dom.js";
import type { Labels } from "./labels.js";
import { listView } from "./list_view.js";
import { type Move, type Person, type Ring, ringOf, type Tie } from "./people.js";
import css from "./rings.css";
import { ringsView } from "./rings_view.js";

type View = "rings" | "list";
const VIEWS: readonly View[] = ["rings", "list"];

/** Below this width the list replaces the rings, in multiples of the font size: larger text has it sooner. */
const NARROW = 20.5;

const DEFAULTS = { people: [], ties: [], highlight: [], dimmed: [], labels: undefined, card: undefined };

// Where there is no document, as on a server that renders pages, importing the module does nothing.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<omringd-rings view="rings|list" readonly>`: who is how close. Nothing is shown until `labels` are set. Fires the cancelable `omringd-move`.
 * Where the rings do not fit, the list is shown anyway.
 */
export class OmringdRings extends Base {
  static readonly observedAttributes = ["view", "readonly"];
  /** The people to show, in the order of the list. A move changes the ring here too; set it again to show something else. */
  declare people: readonly Person[];
  /** Who knows whom. */
  declare ties: readonly Tie[];
  /** The ids of people to emphasise. */
  declare highlight: readonly string[];
  /** The ids of people who are greyed: what if they fall away? */
  declare dimmed: readonly string[];
  /** All texts: `nl` or `en` of `@omringd/rings/labels`, or others. */
  declare labels: Labels;
  /** `card` of `@omringd/rings/card`: shows support and ties. */
  declare card: Card | undefined;

  readonly #values: Record<keyof typeof DEFAULTS, unknown> = { ...DEFAULTS };
  /** The view that the user chose with the switch. */
  #chosen: View | undefined;
  #waiting = false;
  #width = 0;
  readonly #host = {
    move: (id: string, ring: Ring) => this.#move(id, ring),
    say: (text: string) => this.#say(text),
    draw: () => this.#draw(),
  };
  readonly #rings = ringsView(this.#host);
  readonly #list = listView(this.#host);
  readonly #buttons = VIEWS.map((view) =>
    button(() => {
      this.#chosen = view;
      this.#draw();
    }),
  );
  readonly #switch = h("div", { class: "switch", role: "group" }, ...this.#buttons);
  readonly #narrow = h("p");
  readonly #status = h("div", { class: "status", role: "status" });
  readonly #resize = new ResizeObserver(() => this.clientWidth !== this.#width && this.#draw());

  static {
    for (const name of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
      Object.defineProperty(this.prototype, name, {
        get(this: OmringdRings) {
          return this.#values[name];
        },
        set(this: OmringdRings, value) {
          this.#values[name] = value ?? DEFAULTS[name];
          this.#later();
        },
      });
    }
  }

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(
      h("div", { class: "top" }, this.#narrow, this.#switch),
      this.#rings.root,
      this.#list.root,
      this.#status,
    );
  }

  get readonly(): boolean {
    return this.hasAttribute("readonly");
  }
  set readonly(readonly: boolean) {
    this.toggleAttribute("readonly", readonly);
  }

  connectedCallback(): void {
    // Properties that a framework set before the element was defined hide those of the class.
    for (const [name, value] of Object.entries(this)) {
      delete (this as Record<string, unknown>)[name];
      Object.assign(this, { [name]: value });
    }
    this.#resize.observe(this);
    this.#later();
  }

  disconnectedCallback(): void {
    this.#resize.disconnect();
  }

  attributeChangedCallback(): void {
    this.#chosen = undefined;
    this.#later();
  }

  /** Draws once after all properties are set. */
  #later(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  #draw(): void {
    const [rings, list] = [this.#rings, this.#list];
    const { labels, readonly } = this;
    const width = (this.#width = this.clientWidth);
    if (!labels || !width || rings.busy()) return;
    const scene = { ...this.#values, readonly } as unknown as Scene;
    const em = parseFloat(getComputedStyle(this).fontSize);
    const wanted = this.#chosen ?? this.getAttribute("view") ?? "rings";
    rings.root.hidden = false;
    const wide = this.#chosen || width >= NARROW * em;
    const drawn = wanted === "rings" && !!wide && rings.draw(scene, width, em, !!this.#chosen);
    if (!drawn) list.draw(scene);
    rings.root.hidden = !drawn;
    list.root.hidden = drawn;
    set(this.#switch, "aria-label", labels.view);
    VIEWS.forEach((one, at) => {
      this.#buttons[at]!.textContent = labels[one];
      set(this.#buttons[at]!, "aria-pressed", !at === drawn);
    });
    this.#narrow.textContent = wanted === "rings" && !drawn ? labels.narrow : "";
  }

  #move(personId: string, closeness: Ring): void {
    const person = this.people.find(({ id }) => id === personId);
    if (!person) return this.#draw();
    const previous = ringOf(person);
    const detail = { personId, closeness, previous };
    const moves =
      closeness !== previous &&
      this.dispatchEvent(
        new CustomEvent<Move>("omringd-move", { bubbles: true, composed: true, cancelable: true, detail }),
      );
    // The page may have set other people meanwhile.
    if (moves) this.people = this.people.map((one) => (one.id === personId ? { ...one, closeness } : one));
    this.#draw();
    this.#say(about(this.labels, moves ? "moved" : closeness === previous ? "stays" : "refused", person, closeness));
  }

  #say(text: string): void {
    // The same text again would not be announced.
    this.#status.textContent = this.#status.textContent === text ? `${text}\u00a0` : text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "omringd-rings": OmringdRings;
  }
  interface HTMLElementEventMap {
    "omringd-move": CustomEvent<Move>;
  }
}
