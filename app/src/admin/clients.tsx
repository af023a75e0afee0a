import { useState } from "preact/hooks";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { go } from "../core/router.ts";
import { omringd } from "../core/service.ts";
import { PagesOf, usePages } from "../staff/pages.tsx";
import { SearchField } from "../staff/search_field.tsx";
import { Table } from "../staff/table.tsx";
import { staff } from "../staff/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { AssignDialog } from "./assign_dialog.tsx";
import { clientBody, ClientFields } from "./client_fields.tsx";
import { texts } from "./texts.ts";
import { useDelayed } from "./delayed.ts";

export default function Clients() {
  const words = texts().clients;
  const [typed, setTyped] = useState("");
  const searched = useDelayed(typed.trim());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<"new" | "assign">();
  const clients = usePages(
    () => (searched ? omringd.clients.search({ name: searched }) : omringd.clients.list({ limit: 50 })),
    [searched],
  );

  function tick(id: string) {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  }

  return (
    <Page title={words.title}>
      <div class="toolbar">
        <SearchField label={words.search} text={typed} search={setTyped} />
        <Button kind="primary" icon="plus" onClick={() => setOpen("new")}>
          {words.new}
        </Button>
      </div>
      <div class="actions selection">
        <p role="status">{words.chosen(ticked.size)}</p>
        {ticked.size > 0 && (
          <>
            <Button icon="people" onClick={() => setOpen("assign")}>
              {words.assign}
            </Button>
            <Button kind="quiet" onClick={() => setTicked(new Set())}>
              {words.clear}
            </Button>
          </>
        )}
      </div>
      <PagesOf of={clients}>
        {(items) => (
          <Table
            label={words.title}
            rows={items}
            id={({ id }) => id}
            name={({ name }) => name}
            ticked={ticked}
            tick={tick}
            columns={[
              {
                title: words.name,
                cell: ({ id, name, preferredName }) => (
                  <>
                    <a href={`#/admin/clients/${id}`}>{name}</a>
                    {preferredName && <span class="hint">{preferredName}</span>}
                  </>
                ),
              },
              {
                title: words.dateOfBirth,
                cell: ({ dateOfBirth }) => (dateOfBirth ? asDate(dateOfBirth) : staff().unknown),
              },
              {
                title: words.number,
                cell: ({ externalIdentifiers }) => externalIdentifiers.map(({ value }) => value).join(", ") || "–",
              },
              {
                title: words.login,
                cell: ({ userId, loginConfirmed }) =>
                  userId ? (loginConfirmed ? words.ownLogin : words.unconfirmed) : words.noLogin,
              },
            ]}
          />
        )}
      </PagesOf>
      {open === "new" && <NewClient close={() => setOpen(undefined)} />}
      {open === "assign" && (
        <AssignDialog
          clientIds={[...ticked]}
          close={() => setOpen(undefined)}
          assigned={() => {
            setOpen(undefined);
            setTicked(new Set());
          }}
        />
      )}
    </Page>
  );
}

function NewClient({ close }: { close: () => void }) {
  const words = texts().clients;
  async function create(values: Values) {
    const client = await withConfirmation(() => omringd.clients.create(clientBody(values)));
    if (client) go(`/admin/clients/${client.id}`);
  }
  return (
    <Dialog title={words.new} close={close}>
      <Form action={words.create} submit={create}>
        <ClientFields />
      </Form>
    </Dialog>
  );
}
