import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { Page } from "../core/frame.tsx";
import { asMoment } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import type { Params } from "../core/router.ts";
import { omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { PagesOf, usePages } from "../staff/pages.tsx";
import { type Column, Table } from "../staff/table.tsx";
import { staff } from "../staff/texts.ts";
import { Chips } from "../ui/chips.tsx";
import { texts } from "./texts.ts";

type AuditEvent = Schemas["AuditEvent"];
type Filter = "all" | Schemas["Outcome"];

/** The access log of the organisation; with a client in the address, that client's. */
export default function Log({ params: { clientId } }: { params: Params }) {
  const words = texts().log;
  const vocabulary = useLoad(readWords);
  return (
    <Page title={words.title} {...(clientId && { back: { path: `/admin/clients/${clientId}`, text: words.back } })}>
      <p>{words.text}</p>
      <Await of={vocabulary}>{(known) => <Lines clientId={clientId} vocabulary={known} />}</Await>
    </Page>
  );
}

function Lines({ clientId, vocabulary }: { clientId: string | undefined; vocabulary: Words }) {
  const words = texts().log;
  const [filter, setFilter] = useState<Filter>("all");
  const events = usePages(
    () =>
      omringd.accessLog.listAuditEvents({
        limit: 50,
        ...(clientId && { clientId }),
        ...(filter !== "all" && { outcome: filter }),
      }),
    [filter, clientId],
  );
  return (
    <>
      <Chips
        label={words.filter}
        chips={[
          { value: "all" as Filter, text: words.all },
          ...vocabulary.vocabulary.outcomes.map(({ code }) => ({
            value: code as Filter,
            text: vocabulary.of("outcomes", code),
          })),
        ]}
        chosen={filter}
        choose={setFilter}
      />
      <PagesOf of={events}>
        {(items) => (
          <Table label={words.title} rows={items} id={({ id }) => id} columns={columns(vocabulary, !clientId)} />
        )}
      </PagesOf>
    </>
  );
}

function columns(vocabulary: Words, withClient: boolean): Column<AuditEvent>[] {
  const words = texts().log;
  const client: Column<AuditEvent> = {
    title: words.client,
    cell: ({ clientId }) => clientId && <a href={`#/admin/clients/${clientId}`}>{words.openClient}</a>,
  };
  return [
    { title: words.when, cell: ({ at }) => asMoment(at) },
    {
      title: words.who,
      cell: ({ actor, capacity }) => (
        <>
          {actor.name ?? vocabulary.of("actorKinds", actor.kind) ?? staff().unknown}
          {capacity && <span class="hint">{vocabulary.of("capacities", capacity)}</span>}
        </>
      ),
    },
    { title: words.what, cell: ({ operation }) => <code>{operation}</code> },
    { title: words.outcome, cell: ({ outcome }) => vocabulary.of("outcomes", outcome) },
    ...(withClient ? [client] : []),
  ];
}
