import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Table } from "../staff/table.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { texts } from "./texts.ts";

interface Due {
  preview: Schemas["RetentionPreview"];
  waitingDays: number;
  /** Names by id, for the records on the list. */
  names: ReadonlyMap<string, string>;
}

async function readDue(): Promise<Due> {
  const [preview, { erasureWaitingDays: waitingDays }] = await Promise.all([
    omringd.retention.preview(),
    omringd.organisation.open(),
  ]);
  const clients = await Promise.all(preview.clients.map(({ clientId }) => omringd.clients.open(clientId)));
  return { preview, waitingDays, names: new Map(clients.map(({ id, name }) => [id, name])) };
}

export default function Retention() {
  const words = texts().retention;
  const due = useLoad(readDue);
  const [asking, setAsking] = useState(false);
  return (
    <Page title={words.title} back={{ path: "/admin/organisation", text: texts().organisation.back }}>
      <Await of={due}>
        {({ preview, waitingDays, names }) => (
          <>
            <p>{words.text(preview.retentionYears, asDate(preview.changedBefore))}</p>
            {preview.clients.length === 0 ? (
              <p class="notice">{words.none}</p>
            ) : (
              <>
                <Table
                  label={words.title}
                  rows={preview.clients}
                  id={({ clientId }) => clientId}
                  columns={[
                    {
                      title: words.client,
                      cell: ({ clientId }) => <a href={`#/admin/clients/${clientId}`}>{names.get(clientId)}</a>,
                    },
                    { title: words.changed, cell: ({ changedAt }) => asDate(changedAt) },
                  ]}
                />
                {preview.more && <p>{words.more}</p>}
                <div class="actions">
                  <Button kind="danger" onClick={() => setAsking(true)}>
                    {words.action(preview.clients.length)}
                  </Button>
                </div>
              </>
            )}
            {asking && (
              <Sure
                digest={preview.digest}
                waitingDays={waitingDays}
                close={() => setAsking(false)}
                confirmed={() => {
                  setAsking(false);
                  due.reload();
                }}
              />
            )}
          </>
        )}
      </Await>
    </Page>
  );
}

interface SureProps {
  digest: string;
  waitingDays: number;
  close: () => void;
  confirmed: () => void;
}

/** Confirms exactly the list that is shown: the service refuses if it has changed meanwhile. */
function Sure({ digest, waitingDays, close, confirmed }: SureProps) {
  const words = texts().retention;
  async function confirm() {
    const erasures = await withConfirmation(() => omringd.retention.confirm({ digest }));
    if (!erasures) return;
    announce(words.done(erasures.items.length));
    confirmed();
  }
  return (
    <Dialog title={words.sure} close={close}>
      <Form
        action={words.sureAction}
        danger
        submit={confirm}
        beside={<Button onClick={close}>{shell().cancel}</Button>}
      >
        <p>{words.sureText(waitingDays)}</p>
      </Form>
    </Dialog>
  );
}
