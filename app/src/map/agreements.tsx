// Whom to ask what, and when.
import type { Schemas } from "@omringd/client";
import type { MapContent } from "@omringd/client/sync";
import { useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { asDate } from "../core/language.ts";
import { Button } from "../ui/button.tsx";
import { CalendarButton } from "../ui/calendar_button.tsx";
import { report, useEditing } from "./editing.ts";
import { texts } from "./texts.ts";

type Agreement = MapContent["agreements"][number];

const LONGEST_TEXT = 2000;

export function Agreements() {
  const { map } = useEditing();
  const words = texts().card;
  return (
    <section>
      <h2>{words.agreements}</h2>
      {map.agreements.length === 0 && <p class="hint">{words.noAgreements}</p>}
      <ul class="agreements">
        {map.agreements.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} />
        ))}
      </ul>
      <Composer />
    </section>
  );
}

function AgreementRow({ agreement: { id, supporterId, text, dueOn, status } }: { agreement: Agreement }) {
  const { session, people, words: vocabulary } = useEditing();
  const words = texts().card;
  const name = people.find((one) => one.id === supporterId)?.name;
  return (
    <li class="panel">
      <p>
        {name && <strong>{`${name}: `}</strong>}
        {text}
        {dueOn && <span class="hint agreement-due">{words.due(asDate(dueOn))}</span>}
      </p>
      <div class="agreement-actions">
        <select
          aria-label={words.state(text)}
          value={status}
          onChange={(event) => {
            const next = event.currentTarget.value as Schemas["AgreementStatus"];
            session.agree({ status: next }, id);
            report(session, words.stateDone(vocabulary.of("agreementStatuses", next)));
          }}
        >
          {vocabulary.list("agreementStatuses").map(({ value, text: state }) => (
            <option key={value} value={value}>
              {state}
            </option>
          ))}
        </select>
        <button type="button" class="button" aria-label={words.shareOf(text)} onClick={() => void share(text)}>
          {words.share}
        </button>
        {dueOn && <CalendarButton id={id} day={dueOn} title={name ? `${name}: ${text}` : text} />}
        <button
          type="button"
          class="button button-quiet"
          aria-label={words.remove(text)}
          onClick={() => {
            session.remove(id);
            report(session, words.removed);
          }}
        >
          {texts().card.removeShort}
        </button>
      </div>
    </li>
  );
}

/** By the share sheet of the phone; elsewhere by the clipboard. */
async function share(text: string): Promise<void> {
  if ("share" in navigator) {
    // The user may close the share sheet.
    await navigator.share({ text }).catch(() => {});
    return;
  }
  await (navigator as Navigator).clipboard.writeText(text);
  announce(texts().card.copied);
}

function Composer() {
  const { session, people } = useEditing();
  const words = texts().card;
  const [isEmpty, setEmpty] = useState(false);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    const text = String(values.get("text")).trim();
    setEmpty(text === "");
    if (!text) return form.querySelector("textarea")!.focus();
    const supporterId = String(values.get("supporter")) || null;
    const dueOn = String(values.get("due")) || null;
    session.agree({ text, ...(supporterId && { supporterId }), ...(dueOn && { dueOn }) });
    report(session, words.agreed);
    form.reset();
  }

  return (
    <form class="panel form" onSubmit={submit}>
      <div class="field">
        <label for="ask-who">{words.who}</label>
        <select id="ask-who" name="supporter">
          <option value="">{words.nobody}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="ask-what">{words.what}</label>
        <p class="hint" id="ask-what-hint">
          {words.whatHint}
        </p>
        <textarea
          id="ask-what"
          name="text"
          rows={2}
          maxLength={LONGEST_TEXT}
          aria-invalid={isEmpty}
          aria-describedby={isEmpty ? "ask-what-hint ask-what-error" : "ask-what-hint"}
        />
        {isEmpty && (
          <p class="field-error" id="ask-what-error">
            {words.empty}
          </p>
        )}
      </div>
      <div class="field">
        <label for="ask-when">{words.when}</label>
        <input id="ask-when" name="due" type="date" />
      </div>
      <div class="actions">
        <Button type="submit" icon="plus">
          {words.agree}
        </Button>
      </div>
    </form>
  );
}
