import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { Form, type Values } from "../core/form.tsx";
import { asMoment } from "../core/language.ts";
import { current, omringd } from "../core/service.ts";
import { LongText } from "../staff/choice.tsx";
import { PagesOf, usePages } from "../staff/pages.tsx";
import { Button } from "../ui/button.tsx";
import { texts } from "./texts.ts";

/** Notes of coaches, in a colour of their own: they are about the client, not by the client. */
export function Notes({ clientId }: { clientId: string }) {
  const words = texts().notes;
  const notes = usePages(() => omringd.coachNotes.list(clientId), [clientId]);
  const [round, setRound] = useState(0);
  async function add({ text = "" }: Values) {
    await omringd.coachNotes.create(clientId, { text });
    announce(words.added);
    setRound(round + 1);
    notes.reload();
  }
  return (
    <section class="notes">
      <h2>{words.title}</h2>
      <p class="hint">{words.hint}</p>
      <PagesOf of={notes}>
        {(items) => (
          <ul>
            {items.length === 0 && <li>{words.none}</li>}
            {items.map((note) => (
              <Note key={note.id} note={note} removed={notes.reload} />
            ))}
          </ul>
        )}
      </PagesOf>
      <Form key={round} action={words.add} submit={add}>
        <LongText name="text" label={words.new} />
      </Form>
    </section>
  );
}

function Note({ note, removed }: { note: Schemas["CoachNote"]; removed: () => void }) {
  const words = texts().notes;
  const action = useAction();
  const remove = () =>
    action.run(async () => {
      await omringd.coachNotes.delete(note.id, { ifMatch: "*" });
      announce(words.removed);
      removed();
    });
  return (
    <li class="note">
      <p>{note.text}</p>
      <p class="hint">
        {note.author.name} · {asMoment(note.createdAt)}
      </p>
      {action.problem}
      {note.author.id === current()?.user.id && (
        <Button kind="quiet" busy={action.busy} onClick={remove}>
          {words.remove}
        </Button>
      )}
    </li>
  );
}
