import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { Await, type Loaded, useLoad } from "../core/load.tsx";
import type { Params } from "../core/router.ts";
import { omringd } from "../core/service.ts";
import { staff } from "../staff/texts.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { AssignDialog } from "./assign_dialog.tsx";
import { clientBody, ClientFields } from "./client_fields.tsx";
import { HandOver } from "./hand_over.tsx";
import { texts } from "./texts.ts";

type Assignment = Schemas["Assignment"];

export default function ClientOfOrganisation({ params: { clientId = "" } }: { params: Params }) {
  const words = texts().client;
  const client = useLoad(() => omringd.clients.open(clientId), [clientId]);
  return (
    <Page title={client.data?.name ?? ""} back={{ path: "/admin/clients", text: words.back }}>
      <Await of={client}>
        {(data) => (
          <div class="sides sides-even">
            <Data client={data} changed={client.reload} />
            <div>
              <Coaches clientId={clientId} />
              <LogIn client={data} />
              <div class="actions">
                <LinkButton icon="eye" href={`#/admin/log/${clientId}`}>
                  {words.log}
                </LinkButton>
              </div>
            </div>
          </div>
        )}
      </Await>
    </Page>
  );
}

function Data({ client, changed }: { client: Schemas["Client"]; changed: () => void }) {
  async function change(values: Values) {
    if (!(await withConfirmation(() => omringd.clients.update(client.id, clientBody(values, client))))) return;
    announce(staff().saved);
    changed();
  }
  return (
    <section>
      <h2>{texts().client.data}</h2>
      <Form action={staff().save} submit={change}>
        <ClientFields client={client} />
      </Form>
    </section>
  );
}

function Coaches({ clientId }: { clientId: string }) {
  const words = texts().client;
  const [assigning, setAssigning] = useState(false);
  const assignments = useLoad(() => omringd.assignments.list(clientId), [clientId]);
  return (
    <section>
      <div class="section-head">
        <h2>{words.coaches}</h2>
        <Button icon="plus" onClick={() => setAssigning(true)}>
          {texts().clients.assign}
        </Button>
      </div>
      <Await of={assignments}>
        {({ items }) => (
          <ul class="rows">
            {items.length === 0 && <li>{words.noCoaches}</li>}
            {items.map((assignment) => (
              <AssignmentRow key={assignment.id} assignment={assignment} assignments={assignments} />
            ))}
          </ul>
        )}
      </Await>
      {assigning && (
        <AssignDialog
          clientIds={[clientId]}
          close={() => setAssigning(false)}
          assigned={() => {
            setAssigning(false);
            assignments.reload();
          }}
        />
      )}
    </section>
  );
}

function AssignmentRow({ assignment, assignments }: { assignment: Assignment; assignments: Loaded<unknown> }) {
  const words = texts().client;
  const action = useAction();
  const { id, coach, basis, startsAt, endsAt } = assignment;
  const name = coach.name ?? staff().unknown;
  const isOpen = endsAt === null || Date.parse(endsAt) > Date.now();
  const end = () =>
    action.run(async () => {
      // A coach may have changed the end meanwhile; an administrator ends it in any case.
      const body = { endsAt: new Date().toISOString() };
      if (!(await withConfirmation(() => omringd.assignments.update(id, body, { ifMatch: "*" })))) return;
      announce(words.ended(name));
      assignments.reload();
    });
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <span class="hint">
          {words.since(asDate(startsAt))} {endsAt && words.until(asDate(endsAt))} · {basis}
        </span>
      </span>
      {isOpen && (
        <Button busy={action.busy} onClick={end}>
          {words.end(name)}
        </Button>
      )}
      {action.problem}
    </li>
  );
}

function LogIn({ client }: { client: Schemas["Client"] }) {
  const words = texts().client;
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<Schemas["CreatedInvitation"]>();
  async function invite({ email }: Values) {
    const created = await withConfirmation(() =>
      omringd.invitations.create({ clientId: client.id, ...(email && { email }) }),
    );
    if (!created) return;
    setInviting(false);
    setInvited(created);
  }
  return (
    <section>
      <h2>{words.login}</h2>
      <p>{client.userId ? words.hasLogin : words.inviteText}</p>
      {!client.userId && (
        <div class="actions">
          <Button icon="key" onClick={() => setInviting(true)}>
            {words.invite}
          </Button>
        </div>
      )}
      {inviting && (
        <Dialog title={words.invite} close={() => setInviting(false)}>
          <Form action={texts().invitations.create} submit={invite}>
            <Field name="email" type="email" label={words.inviteEmail} hint={words.inviteEmailHint} />
          </Form>
        </Dialog>
      )}
      {invited && <HandOver invitation={invited} close={() => setInvited(undefined)} />}
    </section>
  );
}
