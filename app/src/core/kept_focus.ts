import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Call the result before new data is drawn: the focus then stays. The browser takes it from an element that moves within the page;
 * if the element is gone, the heading gets it.
 */
export function useKeptFocus(): () => void {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const had = focused.current;
    focused.current = null;
    if (!had || had === document.activeElement || document.activeElement !== document.body) return;
    const target = had.isConnected ? had : document.querySelector("h1");
    (target as HTMLElement | null)?.focus({ preventScroll: true });
  });
  return () => (focused.current = document.activeElement);
}
