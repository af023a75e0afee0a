import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { Page } from "../core/frame.tsx";
import { asDate, asMoment } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { ownChanges } from "../core/live.ts";
import { current, omringd, ownClientId } from "../core/service.ts";
import { Button } from "../ui/button.tsx";
import { Chips } from "../ui/chips.tsx";
import { texts } from "./texts.ts";

export default function WhoLooksAlong() {
  const words = texts().whoLooksAlong;
  return (
    <Page title={words.title} narrow>
      <Coaches />
      <LogIns />
      <AccessLog />
    </Page>
  );
}

function Coaches() {
  const words = texts().whoLooksAlong;
  const coaches = useLoad(() => omringd.assignments.listCoaches(ownClientId()), [], ownChanges("coaches-changed"));
  return (
    <section>
      <h2>{words.coaches}</h2>
      <Await of={coaches}>
        {({ items }) => (
          <ul class="rows">
            {items.length === 0 && <li>{words.noCoaches}</li>}
            {items.map(({ coach, since, until }) => (
              <li key={coach.id}>
                <span>
                  <strong>{coach.name}</strong>
                  <span class="hint">
                    {words.since(asDate(since))} {until && words.until(asDate(until))}
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

function LogIns() {
  const words = texts().whoLooksAlong;
  const logIns = useLoad(() => omringd.logIns.list(ownClientId()), [], ownChanges("client-changed", "map-added"));
  return (
    <section>
      <h2>{words.logIns}</h2>
      <Await of={logIns}>
        {({ items }) => (
          <ul class="rows">
            {items.map((logIn) => (
              <li key={logIn.id}>
                <span>
                  <strong>{logIn.user.name}</strong>
                  <span class="hint">{describe(logIn)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Await>
    </section>
  );
}

function describe({ user, email, linkedBy, unlinkedAt, confirmedAt }: Schemas["ClientLogIn"]): string {
  const words = texts().whoLooksAlong;
  if (unlinkedAt) return words.ended(asDate(unlinkedAt));
  const own = user.id === current()?.user.id && words.you;
  const invited = linkedBy?.name && words.linkedBy(linkedBy.name);
  return [own, email, invited, !confirmedAt && words.unconfirmed].filter(Boolean).join(" · ");
}

/** Sentences of the service, newest first. What others did comes first: that is the question. */
function AccessLog() {
  const words = texts().whoLooksAlong;
  const [only, setOnly] = useState<"others" | "all">("others");
  const [pages, setPages] = useState(1);
  const log = useLoad(() => readLog(only, pages), [only, pages], ownChanges());
  return (
    <section>
      <h2>{words.log}</h2>
      <p>{words.logHint}</p>
      <Chips
        label={words.show}
        chips={[
          { value: "others", text: words.others },
          { value: "all", text: words.all },
        ]}
        chosen={only}
        choose={setOnly}
      />
      <Await of={log}>
        {({ lines, more }) => (
          <>
            <ol class="rows log">
              {lines.length === 0 && <li>{words.empty}</li>}
              {lines.map(({ id, at, sentence }) => (
                <li key={id}>
                  <span>
                    {sentence}
                    <span class="hint">{asMoment(at)}</span>
                  </span>
                </li>
              ))}
            </ol>
            {more && <Button onClick={() => setPages(pages + 1)}>{words.more}</Button>}
          </>
        )}
      </Await>
    </section>
  );
}

const LINES = 20;

/** As many lines as were asked for; the pages of the service are read until there are enough. */
async function readLog(only: "others" | "all", pages: number) {
  const own = current()?.user.id;
  const lines: Schemas["AccessLogLine"][] = [];
  for await (const { items } of omringd.accessLog.list(ownClientId(), { limit: 100 })) {
    lines.push(...items.filter(({ actor }) => only === "all" || actor.id !== own));
    if (lines.length > LINES * pages) break;
  }
  return { lines: lines.slice(0, LINES * pages), more: lines.length > LINES * pages };
}
