import { shell } from "../locales/shell.ts";
import { Button } from "./button.tsx";

/** Says what was just done, with the way back. It stays until the next action: nobody has to hurry. */
export function UndoBar({ done, undo }: { done: string; undo: () => void }) {
  return (
    <div class="undo-bar">
      <p>{done}</p>
      <Button icon="undo" onClick={undo}>
        {shell().undo}
      </Button>
    </div>
  );
}
