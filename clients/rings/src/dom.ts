/* Builds elements without markup, so that Trusted Types hold. */

export type Child = Node | string | false;
type Attributes = Readonly<Record<string, string | number>>;

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const name in attributes) set(element, name, attributes[name]!);
  element.append(...children.filter((child) => child !== false));
  return element;
}

export const h = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]) =>
  filled(document.createElement(tag), attributes, children);

export const s = <K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]) =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

export const set = (element: Element, name: string, value: string | number | boolean): void =>
  element.setAttribute(name, String(value));

export const button = (pressed: () => void, look = ""): HTMLButtonElement => {
  const made = h("button", { type: "button", class: look });
  made.onclick = pressed;
  return made;
};

/** Removes the elements of those who are not there any more. */
export function removeOthers(elements: Map<string, HTMLElement>, people: readonly { id: string }[]): void {
  for (const [one, element] of elements) {
    if (people.some(({ id }) => id === one)) continue;
    element.remove();
    elements.delete(one);
  }
}
