import { announce } from "../core/announcer.tsx";
import { UndoBar } from "../ui/undo_bar.tsx";
import { lastDone, useEditing } from "./editing.ts";
import { texts } from "./texts.ts";

/** What was done last on this map, with the way back. */
export function LastDone() {
  const { session } = useEditing();
  const done = lastDone.value;
  if (done?.mapId !== session.mapId) return null;
  function undo() {
    for (let edit = 0; edit < done!.edits; edit++) session.undo();
    lastDone.value = undefined;
    announce(texts().undone);
    document.querySelector<HTMLElement>("h1")?.focus();
  }
  return (
    <div class="last-done">
      <UndoBar done={done.text} undo={undo} />
    </div>
  );
}
