import type { Schemas } from "@omringd/client";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { clientChanges } from "../core/live.ts";
import type { Params } from "../core/router.ts";
import { omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { shell } from "../locales/shell.ts";
import { beginPath } from "../map/steps.ts";
import { identityOf } from "../staff/identity.ts";
import { LinkButton } from "../ui/button.tsx";
import { CalendarButton } from "../ui/calendar_button.tsx";
import { CardTimeline } from "./card_timeline.tsx";
import { Notes } from "./notes.tsx";
import { sessionPath, stepsPath, whatIfPath } from "./paths.ts";
import { texts } from "./texts.ts";

async function readClient(clientId: string) {
  const [overview, words] = await Promise.all([omringd.clients.overview(clientId), readWords()]);
  return { overview, words };
}

export default function ClientPage({ params: { clientId = "" } }: { params: Params }) {
  const loaded = useLoad(() => readClient(clientId), [clientId], clientChanges(clientId));
  const client = loaded.data?.overview.client;
  const words = texts().client;
  return (
    <Page title={client?.preferredName ?? client?.name ?? ""} back={{ path: "/coach/caseload", text: words.back }}>
      <Await of={loaded}>
        {({ overview, words: vocabulary }) => (
          <>
            <About client={overview.client} />
            <div class="sides">
              <div>
                <Maps client={overview.client} maps={overview.maps} vocabulary={vocabulary} />
                <CardTimeline clientId={clientId} />
              </div>
              <div>
                <Agreements agreements={overview.agreements} vocabulary={vocabulary} />
                <Notes clientId={clientId} />
                <Coaches coaches={overview.coaches} />
                <Consents clientId={clientId} vocabulary={vocabulary} />
              </div>
            </div>
          </>
        )}
      </Await>
    </Page>
  );
}

function About({ client }: { client: Schemas["Client"] }) {
  const { name, preferredName, dateOfBirth, externalIdentifiers } = client;
  return (
    <p class="hint">
      {preferredName && `${name} · `}
      {identityOf(dateOfBirth, externalIdentifiers)}
    </p>
  );
}

interface MapsProps {
  client: Schemas["Client"];
  maps: Schemas["MapOverview"][];
  vocabulary: Words;
}

function Maps({ client, maps, vocabulary }: MapsProps) {
  const words = texts().client;
  return (
    <section>
      <div class="section-head">
        <h2>{words.maps}</h2>
        <LinkButton icon="plus" href={`#${beginPath(client.id)}`}>
          {words.newMap}
        </LinkButton>
      </div>
      {maps.length === 0 && <p>{words.noMap}</p>}
      {maps.map((map) => (
        <MapPanel key={map.id} map={map} client={client} vocabulary={vocabulary} />
      ))}
    </section>
  );
}

interface MapPanelProps {
  map: Schemas["MapOverview"];
  client: Schemas["Client"];
  vocabulary: Words;
}

function MapPanel({ map, client: { name, preferredName }, vocabulary }: MapPanelProps) {
  const words = texts().client;
  const day = asDate(map.updatedAt);
  return (
    <article class="panel">
      <div>
        <h3>{map.theme}</h3>
        <p class="hint">
          {texts().caseload.people(map.supporters)} ·{" "}
          {map.updatedBy?.name ? words.changedBy(map.updatedBy.name, day) : words.changedOn(day)}
          {map.reviewOn && ` · ${texts().caseload.review(asDate(map.reviewOn))}`}
        </p>
        {map.private && <p class="hint">{words.private}</p>}
      </div>
      <ol class="progress">
        {map.steps.map(({ step, state }) => (
          <li key={step} class={`progress-${state}`}>
            {vocabulary.of("steps", step)}
            <span class="hint">{vocabulary.of("stepStates", state)}</span>
          </li>
        ))}
      </ol>
      <div class="actions">
        <LinkButton
          kind="primary"
          icon="next"
          href={`#${stepsPath(map.id, map.steps.find(({ state }) => state !== "done")?.step)}`}
        >
          {words.steps}
        </LinkButton>
        <LinkButton icon="eye" href={`#${sessionPath(map.id)}`}>
          {words.session}
        </LinkButton>
        {map.supporters > 0 && (
          <LinkButton icon="people" href={`#${whatIfPath(map.id)}`}>
            {words.whatIf}
          </LinkButton>
        )}
        {map.reviewOn && (
          <CalendarButton
            id={`${map.id}-review`}
            day={map.reviewOn}
            title={`${shell().calendar.review}: ${preferredName ?? name}`}
          />
        )}
      </div>
    </article>
  );
}

function Agreements({ agreements, vocabulary }: { agreements: Schemas["AgreementsOverview"]; vocabulary: Words }) {
  const words = texts().client;
  return (
    <section>
      <h2>{words.agreements}</h2>
      {agreements.items.length === 0 && <p>{words.noAgreements}</p>}
      <ul class="rows">
        {agreements.items.map(({ id, text, dueOn, status, supporter }) => (
          <li key={id}>
            <span>
              {text}
              <span class="hint">
                {vocabulary.of("agreementStatuses", status)}
                {dueOn && ` · ${words.due(asDate(dueOn))}`}
              </span>
            </span>
            {dueOn && <CalendarButton id={id} day={dueOn} title={supporter ? `${supporter.name}: ${text}` : text} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Coaches({ coaches }: { coaches: Schemas["ClientCoach"][] }) {
  const words = texts().client;
  return (
    <section>
      <h2>{words.coaches}</h2>
      {coaches.length === 0 && <p>{words.noCoaches}</p>}
      <ul class="rows">
        {coaches.map(({ coach, since, until, basis }) => (
          <li key={coach.id}>
            <span>
              <strong>{coach.name}</strong>
              <span class="hint">
                {words.since(asDate(since))} {until && words.until(asDate(until))} · {basis}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Consents({ clientId, vocabulary }: { clientId: string; vocabulary: Words }) {
  const words = texts().client;
  const consents = useLoad(() => omringd.consents.list(clientId), [clientId]);
  return (
    <section>
      <h2>{words.consents}</h2>
      <Await of={consents}>
        {({ items }) => (
          <ul class="rows">
            {items.length === 0 && <li>{words.noConsents}</li>}
            {items.map(({ id, receiver, purpose, manner, givenAt, withdrawnAt }) => (
              <li key={id}>
                <span>
                  <strong>{receiver.name}</strong>: {vocabulary.of("consentPurposes", purpose)}
                  <span class="hint">
                    {withdrawnAt
                      ? words.withdrawn(asDate(withdrawnAt))
                      : words.given(asDate(givenAt), vocabulary.of("consentManners", manner))}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Await>
    </section>
  );
}
