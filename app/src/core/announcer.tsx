// The one live region of the page. Polite: it waits until the screen reader has finished its sentence.
import { signal } from "@preact/signals";

const text = signal("");
let timer: ReturnType<typeof setTimeout> | undefined;

/** Has screen readers say `words`, also if they are the same as before. */
export function announce(words: string): void {
  text.value = "";
  clearTimeout(timer);
  timer = setTimeout(() => (text.value = words), 50);
}

export function Announcer() {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {text.value}
    </div>
  );
}
