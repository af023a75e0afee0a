import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { shell } from "../locales/shell.ts";
import { Icon } from "./icon.tsx";

/** A modal dialog. The browser keeps the focus inside, and gives it back; Escape closes. */
export function Dialog({ title, close, children }: { title: string; close: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the browser paints: Escape then closes it from the first moment.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="dialog-title" onClose={close}>
      <div class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="icon-button" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
          <span class="visually-hidden">{shell().close}</span>
        </button>
      </div>
      {children}
    </dialog>
  );
}
