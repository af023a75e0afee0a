import { useEffect, useRef } from "preact/hooks";

/** A field that searches while the user types. `/` moves the focus to it. */
export function SearchField({ label, text, search }: { label: string; text: string; search: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "/" || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div class="field search">
      <label for="search">{label}</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        ref={input}
        value={text}
        onInput={(event) => search(event.currentTarget.value)}
      />
    </div>
  );
}

/** Whether a key is meant for a field, a dialog or the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return (event.target as Element).closest("input, textarea, select, dialog") !== null;
}
