import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { Await, useLoad } from "../core/load.tsx";
import { omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { shell } from "../locales/shell.ts";
import { Table } from "../staff/table.tsx";
import { staff } from "../staff/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { HandOver } from "./hand_over.tsx";
import { readMembers } from "./members_list.ts";
import { RoleBoxes, rolesIn } from "./role_boxes.tsx";
import { texts } from "./texts.ts";

type Member = Schemas["Member"];

async function readList() {
  const [members, vocabulary] = await Promise.all([readMembers(), readWords()]);
  return { members, vocabulary };
}

export default function Members() {
  const words = texts().members;
  const loaded = useLoad(readList);
  const [changing, setChanging] = useState<Member>();
  const [invited, setInvited] = useState<Schemas["CreatedInvitation"]>();
  function close() {
    setChanging(undefined);
    loaded.reload();
  }
  return (
    <Page title={words.title}>
      <Await of={loaded}>
        {({ members, vocabulary }) => (
          <>
            <Table
              label={words.title}
              rows={members}
              id={({ id }) => id}
              columns={[
                { title: words.name, cell: ({ name }) => <strong>{name}</strong> },
                { title: words.email, cell: ({ email }) => email },
                {
                  title: words.roles,
                  cell: ({ roles }) => roles.map((role) => vocabulary.of("roles", role)).join(", "),
                },
                {
                  title: words.actions,
                  actions: true,
                  cell: (member) => (
                    <Button onClick={() => setChanging(member)}>
                      {staff().change}
                      <span class="visually-hidden">: {member.name}</span>
                    </Button>
                  ),
                },
              ]}
            />
            {changing && (
              <MemberDialog
                member={changing}
                vocabulary={vocabulary}
                close={close}
                invited={(invitation) => {
                  close();
                  setInvited(invitation);
                }}
              />
            )}
            {invited && <HandOver invitation={invited} close={() => setInvited(undefined)} />}
          </>
        )}
      </Await>
    </Page>
  );
}

interface MemberDialogProps {
  member: Member;
  vocabulary: Words;
  close: () => void;
  invited: (invitation: Schemas["CreatedInvitation"]) => void;
}

function MemberDialog({ member, vocabulary, close, invited }: MemberDialogProps) {
  const words = texts().members;
  const [removing, setRemoving] = useState(false);
  const action = useAction();

  async function change(values: Values) {
    // The role of a client comes with the client's log-in, and stays.
    const own = member.roles.filter((role) => role === "client");
    const roles = [...own, ...rolesIn(values, "roles")];
    if (!(await withConfirmation(() => omringd.members.update(member.id, { roles }, { ifMatch: "*" })))) return;
    announce(staff().saved);
    close();
  }
  async function remove() {
    const removed = await withConfirmation(() => omringd.members.delete(member.id, { ifMatch: "*" }).then(() => true));
    if (!removed) return;
    announce(words.removed(member.name));
    close();
  }
  const inviteAgain = () =>
    action.run(async () => {
      const invitation = await withConfirmation(() => omringd.members.inviteAgain(member.id));
      if (invitation) invited(invitation);
    });

  return (
    <Dialog title={words.changeTitle(member.name)} close={close}>
      {removing ? (
        <Form
          action={words.removeAction}
          danger
          submit={remove}
          beside={<Button onClick={() => setRemoving(false)}>{shell().cancel}</Button>}
        >
          <p>{words.removeSure(member.name)}</p>
        </Form>
      ) : (
        <>
          <Form action={staff().save} submit={change}>
            <RoleBoxes label={words.rolesOf} member="roles" chosen={member.roles} vocabulary={vocabulary} />
          </Form>
          <div class="beneath">
            <p class="hint">{words.againHint}</p>
            <Button icon="key" busy={action.busy} onClick={inviteAgain}>
              {words.again}
            </Button>
            <Button icon="close" onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          </div>
          {action.problem}
        </>
      )}
    </Dialog>
  );
}
