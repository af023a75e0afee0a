import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { Page } from "../core/frame.tsx";
import { Await, useLoad } from "../core/load.tsx";
import type { Params } from "../core/router.ts";
import { omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { Table } from "../staff/table.tsx";
import { Chips } from "../ui/chips.tsx";
import { clientPath } from "./paths.ts";
import { Rings } from "./rings.tsx";
import { texts } from "./texts.ts";

async function readMap(mapId: string) {
  const [map, vocabulary] = await Promise.all([omringd.maps.open(mapId), readWords()]);
  return { map, vocabulary };
}

export default function WhatIf({ params: { mapId = "" } }: { params: Params }) {
  const words = texts().whatIf;
  const loaded = useLoad(() => readMap(mapId), [mapId]);
  const [gone, setGone] = useState<string>();
  const clientId = loaded.data?.map.clientId;
  return (
    <Page title={words.title} {...(clientId && { back: { path: clientPath(clientId), text: words.back } })}>
      <p>{words.text}</p>
      <Await of={loaded}>
        {({ map, vocabulary }) => {
          const name = nameOf(map);
          return (
            <>
              <Chips
                label={words.who}
                chips={map.supporters.map(({ id }) => ({ value: id, text: name(id) }))}
                chosen={gone}
                choose={setGone}
              />
              <div class="sides sides-even">
                <Rings map={map} without={gone} label={gone ? words.picture(name(gone)) : words.pictureAll} />
                <section>
                  <h2>{gone ? words.without(name(gone)) : words.choose}</h2>
                  {gone && <Consequences mapId={mapId} gone={gone} name={name} vocabulary={vocabulary} />}
                </section>
              </div>
            </>
          );
        }}
      </Await>
    </Page>
  );
}

/** The name of a supporter by id. */
function nameOf({ supporters, persons }: Schemas["WholeMap"]): (supporterId: string) => string {
  const names = new Map(persons.map(({ id, alias }) => [id, alias]));
  const byId = new Map(supporters.map(({ id, personId }) => [id, names.get(personId) ?? ""]));
  return (id) => byId.get(id) ?? "";
}

interface ConsequencesProps {
  mapId: string;
  gone: string;
  name: (supporterId: string) => string;
  vocabulary: Words;
}

function Consequences({ mapId, gone, name, vocabulary }: ConsequencesProps) {
  const words = texts().whatIf;
  const absence = useLoad(() => omringd.insights.absence(mapId, gone), [mapId, gone]);
  return (
    <Await of={absence}>
      {({ sentences, supports, agreementIds }) => (
        <div aria-live="polite" class="consequences">
          {sentences.map((sentence) => (
            <p key={sentence} class="notice">
              {sentence}
            </p>
          ))}
          {agreementIds.length > 0 && <p class="notice">{words.agreements(agreementIds.length)}</p>}
          {supports.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <Table
              label={words.support}
              rows={supports}
              id={({ supportType }) => supportType}
              columns={[
                { title: words.support, cell: ({ label }) => label },
                { title: words.before, cell: ({ before }) => vocabulary.of("coverageStates", before) },
                {
                  title: words.after,
                  cell: ({ before, after }) => {
                    const state = vocabulary.of("coverageStates", after);
                    return before === after ? state : <strong class="worse">{state}</strong>;
                  },
                },
                { title: words.left, cell: ({ left }) => left.map(name).join(", ") || words.nobody },
              ]}
            />
          )}
        </div>
      )}
    </Await>
  );
}
