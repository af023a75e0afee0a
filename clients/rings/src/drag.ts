/** The distance in pixels from which a press is a drag and not a tap. */
const DRAG = 6;

/**
 * Makes the marks in a list draggable by mouse, pen and touch. `over` and `drop` get the position of the pointer in the window, and nothing
 * if the drag ends without a drop. Returns a function that ends the drag.
 */
export function draggable(
  list: HTMLElement,
  over: (event: PointerEvent) => void,
  drop: (mark: HTMLElement, event?: PointerEvent) => void,
): () => void {
  let mark: HTMLElement | undefined;
  let start: PointerEvent;
  let moving = false;

  const end = (event?: PointerEvent): void => {
    const dragged = mark;
    mark = undefined;
    if (!dragged || !moving) return;
    dragged.style.translate = "";
    dragged.classList.remove("dragged");
    drop(dragged, event);
  };

  list.onpointerdown = (event) => {
    moving = false;
    mark = undefined;
    if (event.button || !event.isPrimary) return;
    start = event;
    mark = (event.target as Element).closest<HTMLElement>(".mark:not(.readonly)") ?? undefined;
    // At once: a fast pointer has left the mark before it first moves.
    mark?.setPointerCapture(event.pointerId);
  };
  list.onpointermove = (event) => {
    const [x, y] = [event.clientX - start?.clientX, event.clientY - start?.clientY];
    if (!mark || (!moving && Math.hypot(x, y) < DRAG)) return;
    if (!moving) {
      moving = true;
      mark.classList.add("dragged");
    }
    mark.style.translate = `${x}px ${y}px`;
    over(event);
  };
  list.onpointerup = end;
  list.onpointercancel = () => end();
  // A finger captures what it touched first, and loses it to the mark.
  list.onlostpointercapture = ({ target }) => target === mark && end();
  // The click at the end of a drag is not a tap.
  list.addEventListener("click", (event) => moving && event.stopPropagation(), true);
  return end;
}
