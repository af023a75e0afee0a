import { useLayoutEffect, useRef } from "preact/hooks";

interface Place {
  focused: Element | null;
  /** What is on the screen, from top to bottom, and where. */
  read: { element: Element; top: number }[];
}

/**
 * Call the result before new data is drawn: the focus then stays, and what is read does not move. The browser takes the focus from an
 * element that moves within the page; if the element is gone, the heading gets it.
 */
export function useKeptPlace(): () => void {
  const place = useRef<Place | undefined>(undefined);
  useLayoutEffect(() => {
    if (!place.current) return;
    const { focused, read } = place.current;
    place.current = undefined;
    if (focused !== document.activeElement && document.activeElement === document.body) {
      const target = focused?.isConnected ? focused : document.querySelector("h1");
      (target as HTMLElement | null)?.focus({ preventScroll: true });
    }
    scrollBy(0, moved(read));
  });
  return () => {
    const read = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((height) => {
      const element = document.elementFromPoint(innerWidth / 2, innerHeight * height);
      return element ? [{ element, top: element.getBoundingClientRect().top }] : [];
    });
    place.current = { focused: document.activeElement, read };
  };
}

/** How far most of it moved: a row that went elsewhere in a list is not followed. */
function moved(read: Place["read"]): number {
  const still = read.filter(({ element }) => element.isConnected);
  const distances = still.map(({ element, top }) => element.getBoundingClientRect().top - top).sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 0;
}
