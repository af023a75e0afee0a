// What is known of a person besides the ring and the support: the name, the phone number for the hard day, the relationship.
import type { Schemas } from "@omringd/client";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { type Named, report, useEditing } from "./editing.ts";
import { texts } from "./texts.ts";

export function PersonDialog({ person: { id, name, person }, close }: { person: Named; close: () => void }) {
  const { session, words: vocabulary } = useEditing();
  const words = texts().who;

  function save(event: SubmitEvent) {
    event.preventDefault();
    const values = new FormData(event.currentTarget as HTMLFormElement);
    const value = (field: string) => String(values.get(field) ?? "").trim() || null;
    const alias = value("alias") ?? name;
    const phone = value("phone");
    const relationship = value("relationship") as Schemas["Relationship"] | null;
    const before = session.getSnapshot().map;
    session.tell(id, { alias, phone, relationship });
    if (session.getSnapshot().map !== before) report(session, words.changed(alias));
    close();
  }

  return (
    <Dialog title={name} close={close}>
      <form class="form" onSubmit={save}>
        <div class="field">
          <label for="alias">{words.name}</label>
          <input id="alias" name="alias" defaultValue={name} maxLength={200} autocomplete="off" />
        </div>
        <div class="field">
          <label for="phone">{words.phone}</label>
          <p class="hint" id="phone-hint">
            {words.phoneHint}
          </p>
          <input
            id="phone"
            name="phone"
            type="tel"
            defaultValue={person.phone ?? ""}
            maxLength={200}
            autocomplete="off"
            aria-describedby="phone-hint"
          />
        </div>
        <div class="field">
          <label for="relationship">{words.relationship}</label>
          <select id="relationship" name="relationship">
            <option value="">{words.unknown}</option>
            {vocabulary.list("relationships").map(({ value, text }) => (
              <option key={value} value={value} selected={value === person.relationship}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <div class="actions">
          <Button type="submit" kind="primary">
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
