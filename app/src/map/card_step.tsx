// Step 5: what the card looks like, what to talk about, whom to ask what, when to look again; then the card itself.
import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { asDate } from "../core/language.ts";
import { omringd, ownClientId } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { CalendarButton } from "../ui/calendar_button.tsx";
import { Agreements } from "./agreements.tsx";
import { report, useEditing } from "./editing.ts";
import { inMonths } from "./months.ts";
import { Preview } from "./preview.tsx";
import { Questions } from "./questions.tsx";
import { texts } from "./texts.ts";

export default function CardStep() {
  return (
    <div class="card-step">
      <div>
        <Preview />
        <Questions />
      </div>
      <div>
        <Agreements />
        <Review />
        <Paper />
        <Make />
      </div>
    </div>
  );
}

const MONTHS = [3, 6, 12];

function Review() {
  const { session, map } = useEditing();
  const words = texts().card;
  const choose = (reviewOn: string) => {
    session.describe({ reviewOn });
    report(session, words.reviewDone(asDate(reviewOn)));
  };
  return (
    <section>
      <h2>{words.review}</h2>
      {map.reviewOn && (
        <>
          <p>{words.reviewDone(asDate(map.reviewOn))}</p>
          <div class="actions">
            <CalendarButton id={`${session.mapId}-review`} day={map.reviewOn} title={shell().calendar.review} />
          </div>
        </>
      )}
      <div class="chips" role="group" aria-label={words.review}>
        {MONTHS.map((count) => (
          <button
            type="button"
            class="chip"
            key={count}
            aria-pressed={map.reviewOn === inMonths(count)}
            onClick={() => choose(inMonths(count))}
          >
            {words.months(count)}
          </button>
        ))}
      </div>
      <div class="field">
        <label for="review-on">{words.otherDay}</label>
        <input
          id="review-on"
          type="date"
          min={inMonths(0)}
          value={map.reviewOn ?? ""}
          onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
        />
      </div>
    </section>
  );
}

function Paper() {
  const words = texts().card;
  return (
    <section>
      <h2>{words.paper}</h2>
      <p>{words.paperText}</p>
      <ul class="dashes">
        {words.paperItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Make() {
  const { session } = useEditing();
  const action = useAction();
  const [card, setCard] = useState<Schemas["CardHead"]>();
  const [unsaved, setUnsaved] = useState(false);
  const words = texts().card;

  async function make() {
    await session.save();
    const isSaved = session.getSnapshot().status === "saved";
    setUnsaved(!isSaved);
    if (!isSaved) return announce(words.notSaved);
    const made = await omringd.cards.create(session.mapId, {});
    setCard(made);
    announce(words.made(made.number));
  }

  if (card) return <Made card={card} />;
  return (
    <section class="make">
      <p class="hint">{words.makeText}</p>
      {unsaved && <p class="notice">{words.notSaved}</p>}
      {action.problem}
      <Button kind="primary" icon="card" busy={action.busy} onClick={() => action.run(make)}>
        {words.make}
      </Button>
    </section>
  );
}

function Made({ card: { number } }: { card: Schemas["CardHead"] }) {
  const words = texts().card;
  return (
    <section class="notice made">
      <h2>{words.made(number)}</h2>
      <p>{words.madeText}</p>
      {ownClientId() && (
        <div class="actions">
          <LinkButton href="#/client/card" kind="primary" icon="card">
            {words.open}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
