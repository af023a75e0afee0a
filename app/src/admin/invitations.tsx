import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { asDate, language } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { Select } from "../staff/choice.tsx";
import { PagesOf, usePages } from "../staff/pages.tsx";
import { Table } from "../staff/table.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { HandOver } from "./hand_over.tsx";
import { ImportDialog } from "./import_dialog.tsx";
import { RoleBoxes, rolesIn } from "./role_boxes.tsx";
import { texts } from "./texts.ts";

type Invitation = Schemas["Invitation"];
type Created = Schemas["CreatedInvitation"];

export default function Invitations() {
  const words = texts().invitations;
  const vocabulary = useLoad(readWords);
  const invitations = usePages(() => omringd.invitations.list({ limit: 50 }));
  const [open, setOpen] = useState<"new" | "import">();
  const [created, setCreated] = useState<Created>();
  function show(invitation: Created) {
    setOpen(undefined);
    setCreated(invitation);
    invitations.reload();
  }
  return (
    <Page title={words.title}>
      <div class="actions">
        <Button kind="primary" icon="plus" onClick={() => setOpen("new")}>
          {words.new}
        </Button>
        <Button icon="folder" onClick={() => setOpen("import")}>
          {words.import}
        </Button>
      </div>
      <Await of={vocabulary}>
        {(known) => (
          <>
            <PagesOf of={invitations}>
              {(items) => (
                <InvitationTable items={items} vocabulary={known} changed={invitations.reload} delivered={show} />
              )}
            </PagesOf>
            {open === "new" && <NewInvitation vocabulary={known} close={() => setOpen(undefined)} created={show} />}
            {open === "import" && (
              <ImportDialog vocabulary={known} close={() => setOpen(undefined)} imported={invitations.reload} />
            )}
          </>
        )}
      </Await>
      {created && <HandOver invitation={created} close={() => setCreated(undefined)} />}
    </Page>
  );
}

interface InvitationTableProps {
  items: Invitation[];
  vocabulary: Words;
  changed: () => void;
  delivered: (invitation: Created) => void;
}

function InvitationTable({ items, vocabulary, changed, delivered }: InvitationTableProps) {
  const words = texts().invitations;
  return (
    <Table
      label={words.title}
      rows={items}
      id={({ id }) => id}
      columns={[
        {
          title: words.to,
          cell: ({ email, invitedBy }) => (
            <>
              <strong>{email ?? words.withoutEmail}</strong>
              {invitedBy.name && <span class="hint">{words.by(invitedBy.name)}</span>}
            </>
          ),
        },
        { title: words.roles, cell: ({ roles }) => roles.map((role) => vocabulary.of("roles", role)).join(", ") },
        {
          title: words.state,
          cell: (invitation) => (
            <>
              {stateOf(invitation)}
              <span class="hint">
                {invitation.mail
                  ? words.mail(vocabulary.of("mailStates", invitation.mail.state))
                  : vocabulary.of("deliveries", invitation.delivery)}
              </span>
            </>
          ),
        },
        {
          title: words.actions,
          actions: true,
          cell: (invitation) =>
            invitation.acceptedAt === null && (
              <InvitationActions invitation={invitation} changed={changed} delivered={delivered} />
            ),
        },
      ]}
    />
  );
}

function stateOf({ acceptedAt, expiresAt }: Invitation): string {
  const words = texts().invitations;
  if (acceptedAt) return words.accepted(asDate(acceptedAt));
  return Date.parse(expiresAt) < Date.now() ? words.expired(asDate(expiresAt)) : words.open(asDate(expiresAt));
}

interface InvitationActionsProps {
  invitation: Invitation;
  changed: () => void;
  delivered: (invitation: Created) => void;
}

function InvitationActions({ invitation, changed, delivered }: InvitationActionsProps) {
  const words = texts().invitations;
  const action = useAction();
  const { id, email, delivery } = invitation;
  const whose = <span class="visually-hidden">: {email ?? words.withoutEmail}</span>;
  const deliver = () =>
    action.run(async () => {
      const again = await withConfirmation(() => omringd.invitations.deliver(id));
      if (again) delivered(again);
    });
  const withdraw = () =>
    action.run(async () => {
      if (!(await withConfirmation(() => omringd.invitations.delete(id, { ifMatch: "*" }).then(() => true)))) return;
      announce(words.withdrawn);
      changed();
    });
  return (
    <div class="actions">
      <Button busy={action.busy} onClick={deliver}>
        {delivery === "email" ? words.again : words.showAgain}
        {whose}
      </Button>
      <Button kind="quiet" busy={action.busy} onClick={withdraw}>
        {words.withdraw}
        {whose}
      </Button>
      {action.problem}
    </div>
  );
}

interface NewInvitationProps {
  vocabulary: Words;
  close: () => void;
  created: (invitation: Created) => void;
}

function NewInvitation({ vocabulary, close, created }: NewInvitationProps) {
  const words = texts().invitations;
  async function create(values: Values) {
    const invitation = await withConfirmation(() =>
      omringd.invitations.create({
        email: values.email ?? "",
        language: values.language as Schemas["Language"],
        roles: rolesIn(values, "roles"),
      }),
    );
    if (invitation) created(invitation);
  }
  return (
    <Dialog title={words.new} close={close}>
      <Form action={words.create} submit={create}>
        <Field name="email" type="email" label={words.email} autocomplete="off" />
        <RoleBoxes label={words.roles} member="roles" chosen={["coach"]} vocabulary={vocabulary} />
        <Select
          name="language"
          label={words.language}
          value={language.value}
          choices={vocabulary.vocabulary.languages.map(({ code }) => ({
            value: code,
            text: vocabulary.of("languages", code),
          }))}
        />
      </Form>
    </Dialog>
  );
}
