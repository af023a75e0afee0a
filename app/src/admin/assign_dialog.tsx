import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Await, useLoad } from "../core/load.tsx";
import { omringd } from "../core/service.ts";
import { Select } from "../staff/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { readMembers } from "./members_list.ts";
import { texts } from "./texts.ts";

interface AssignDialogProps {
  clientIds: readonly string[];
  close: () => void;
  assigned: () => void;
}

/** Assigns one or more clients to a coach: all of them, or none. */
export function AssignDialog({ clientIds, close, assigned }: AssignDialogProps) {
  const words = texts().assign;
  const members = useLoad(readMembers);
  const coaches = members.data?.filter(({ roles }) => roles.includes("coach")) ?? [];

  async function assign({ coachId = "", basis = "", endsAt }: Values) {
    const body = { clientIds: [...clientIds], coachId, basis, ...(endsAt && { endsAt: endOf(endsAt) }) };
    if (!(await withConfirmation(() => omringd.assignments.createMany(body)))) return;
    announce(words.done(coaches.find(({ userId }) => userId === coachId)?.name ?? ""));
    assigned();
  }

  return (
    <Dialog title={words.title(clientIds.length)} close={close}>
      <Await of={members}>
        {() =>
          coaches.length === 0 ? (
            <p>{words.noCoach}</p>
          ) : (
            <Form action={words.action} submit={assign}>
              <Select
                name="coachId"
                label={words.coach}
                choices={coaches.map(({ userId, name }) => ({ value: userId, text: name }))}
              />
              <Field name="basis" label={words.basis} hint={words.basisHint} />
              <Field name="endsAt" label={words.until} hint={words.untilHint} type="date" />
            </Form>
          )
        }
      </Await>
    </Dialog>
  );
}

/** The end of a day here, as the instant at which the next one begins. */
function endOf(day: string): string {
  const next = new Date(`${day}T00:00`);
  next.setDate(next.getDate() + 1);
  return next.toISOString();
}
