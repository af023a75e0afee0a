import type { Schemas } from "@omringd/client";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { ownChanges } from "../core/live.ts";
import { current, omringd, ownClientId, session } from "../core/service.ts";
import { LinkButton } from "../ui/button.tsx";
import { CalendarButton } from "../ui/calendar_button.tsx";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { beginPath, nextStep, stepPath } from "../map/steps.ts";
import { CardPicture } from "./card_picture.tsx";
import { texts } from "./texts.ts";

export default function Home() {
  const words = texts().home;
  const name = current()?.user.name?.split(" ")[0] ?? "";
  return (
    <Page title={words.title(name).trim()}>
      <a class="call-home" href="#/client/hard-day">
        <Icon name="phone" />
        <span>
          <strong>{words.call}</strong>
          <span>{words.callHint}</span>
        </span>
      </a>
      {session.value.is === "in" && <Overview />}
    </Page>
  );
}

function Overview() {
  const overview = useLoad(() => omringd.clients.overview(ownClientId()), [], ownChanges());
  const words = texts().home;
  return (
    <Await of={overview}>
      {({ client, maps, agreements, coaches }) =>
        !client.loginConfirmed ? (
          <ConfirmLogIn done={overview.reload} />
        ) : (
          <div class="columns">
            <LastCard card={maps.find(({ lastCard }) => lastCard)?.lastCard} />
            <div>
              <GoOn maps={maps} />
              <LinkButton href={`#${beginPath(client.id)}`} icon="plus" kind={maps.length === 0 ? "primary" : "plain"}>
                {maps.length === 0 ? words.beginFirst : words.begin}
              </LinkButton>
              {agreements.items.length > 0 && <Agreements items={agreements.items} />}
              {coaches.length > 0 && (
                <section>
                  <h2>{words.coaches}</h2>
                  <p>{coaches.map(({ coach }) => coach.name).join(", ")}</p>
                  <LinkButton href="#/client/who-looks-along" icon="eye">
                    {words.whoLooksAlong}
                  </LinkButton>
                </section>
              )}
            </div>
          </div>
        )
      }
    </Await>
  );
}

/** A later log-in of a client sees nothing private until it is confirmed. */
function ConfirmLogIn({ done }: { done: () => void }) {
  const words = texts().home;
  async function confirm({ code = "" }: Values) {
    await omringd.logIns.confirm(ownClientId(), { code: code.trim() });
    done();
  }
  return (
    <div class="panel">
      <p>{words.unconfirmed}</p>
      <Form action={words.confirm} submit={confirm}>
        <Field name="code" label={words.code} autocomplete="off" />
      </Form>
    </div>
  );
}

/** Back to the map that was worked on last, at the first step that is not done. */
function GoOn({ maps }: { maps: Schemas["MapOverview"][] }) {
  const words = texts().home;
  const map = maps.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
  if (!map) return null;
  const step = nextStep(map.steps);
  const number = map.steps.findIndex((one) => one.step === step) + 1;
  return (
    <section class="go-on">
      <h2>{words.goOn}</h2>
      <a class="card-button" href={`#${stepPath(map.id, step)}`}>
        <span>
          <strong>{words.goOnStep(number)}</strong>
          <span class="hint">{words.goOnMap(map.theme)}</span>
        </span>
        <Icon name="next" />
      </a>
    </section>
  );
}

function LastCard({ card }: { card: Schemas["LastCard"] | null | undefined }) {
  const words = texts().home;
  if (!card) return <p>{words.noCard}</p>;
  return (
    <section>
      <h2>{words.card}</h2>
      <a class="picture-link" href="#/client/card">
        <CardPicture cardId={card.id} sheet="phone" />
      </a>
      <LinkButton href="#/client/card" icon="card">
        {words.open}
      </LinkButton>
    </section>
  );
}

function Agreements({ items }: { items: Schemas["AgreementOverview"][] }) {
  const words = texts().home;
  return (
    <section>
      <h2>{words.agreements}</h2>
      <ul class="rows">
        {items.map(({ id, text, dueOn, supporter }) => (
          <li key={id}>
            <span>
              {text}
              {dueOn && <span class="hint">{words.due(asDate(dueOn))}</span>}
            </span>
            {dueOn && <CalendarButton id={id} day={dueOn} title={supporter ? `${supporter.name}: ${text}` : text} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
