import type { Schemas } from "@omringd/client";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { Await, useLoad } from "../core/load.tsx";
import { omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { LinkButton } from "../ui/button.tsx";
import { Checkbox, Field } from "../ui/field.tsx";
import { RoleBoxes, rolesIn } from "./role_boxes.tsx";
import { texts } from "./texts.ts";

async function readOrganisation() {
  const [organisation, vocabulary] = await Promise.all([omringd.organisation.open(), readWords()]);
  return { organisation, vocabulary };
}

export default function OwnOrganisation() {
  const words = texts().organisation;
  const loaded = useLoad(readOrganisation);
  return (
    <Page title={words.title}>
      <div class="sides sides-even">
        <section>
          <h2>{words.settings}</h2>
          <Await of={loaded}>{(data) => <Settings {...data} saved={loaded.reload} />}</Await>
        </section>
        <div>
          <section>
            <h2>{words.supportTypes}</h2>
            <p>{words.supportTypesText}</p>
            <div class="actions">
              <LinkButton href="#/admin/support-types" icon="people">
                {words.supportTypesAction}
              </LinkButton>
            </div>
          </section>
          <section>
            <h2>{words.retention}</h2>
            <p>{words.retentionText}</p>
            <div class="actions">
              <LinkButton href="#/admin/retention" icon="folder">
                {words.retentionAction}
              </LinkButton>
            </div>
          </section>
        </div>
      </div>
    </Page>
  );
}

interface SettingsProps {
  organisation: Schemas["Organisation"];
  vocabulary: Words;
  saved: () => void;
}

function Settings({ organisation, vocabulary, saved }: SettingsProps) {
  const words = texts().organisation;
  async function save(values: Values) {
    const body: Schemas["UpdateOwnOrganisation"] = {
      name: values.name ?? "",
      phone: values.phone || null,
      timeZone: values.timeZone ?? "",
      retentionYears: Number(values.retentionYears),
      erasureWaitingDays: Number(values.erasureWaitingDays),
      secondFactorFor: rolesIn(values, "secondFactorFor"),
      clientsLogInByMail: values.clientsLogInByMail !== undefined,
    };
    if (!(await withConfirmation(() => omringd.organisation.update(body)))) return;
    announce(words.saved);
    saved();
  }
  return (
    <Form action={words.save} submit={save}>
      <Field name="name" label={words.name} defaultValue={organisation.name} />
      <Field
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        defaultValue={organisation.phone ?? ""}
      />
      <Field
        name="timeZone"
        label={words.timeZone}
        hint={words.timeZoneHint}
        defaultValue={organisation.timeZone}
        autocomplete="off"
      />
      <Field
        name="retentionYears"
        label={words.retentionYears}
        hint={words.retentionYearsHint}
        inputMode="numeric"
        defaultValue={String(organisation.retentionYears)}
      />
      <Field
        name="erasureWaitingDays"
        label={words.erasureWaitingDays}
        inputMode="numeric"
        defaultValue={String(organisation.erasureWaitingDays)}
      />
      <RoleBoxes
        label={words.secondFactor}
        member="secondFactorFor"
        chosen={organisation.secondFactorFor}
        vocabulary={vocabulary}
      />
      <Checkbox name="clientsLogInByMail" label={words.byMail} checked={organisation.clientsLogInByMail} />
    </Form>
  );
}
