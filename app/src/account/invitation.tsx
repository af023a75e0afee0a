import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { asMoment } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { leaveLink, linkSecret } from "./secret.ts";

export default function Invitation() {
  const [secret] = useState(linkSecret);
  const [code, setCode] = useState<string>();
  const offered = useLoad(() => omringd.invitations.lookUpInvitation({ secret }));
  const texts = shell().invitation;
  if (code) {
    return (
      <Page key="code" title={texts.codeTitle} narrow>
        <p>{texts.code}</p>
        <p class="code">{code}</p>
        <Button kind="primary" onClick={leaveLink}>
          {texts.codeSaved}
        </Button>
      </Page>
    );
  }
  async function accept({ name, email, password = "" }: Values) {
    const accepted = await omringd.session.accept({ secret, password, ...(name && { name }), ...(email && { email }) });
    if (accepted.confirmationCode) setCode(accepted.confirmationCode);
    else leaveLink();
  }
  return (
    <Page title={offered.data ? texts.invites(offered.data.organisationName) : texts.title} narrow>
      <Await of={offered}>{(invitation) => <Acceptance invitation={invitation} accept={accept} />}</Await>
    </Page>
  );
}

interface AcceptanceProps {
  invitation: Schemas["OfferedInvitation"];
  accept: (values: Values) => Promise<void>;
}

function Acceptance({ invitation, accept }: AcceptanceProps) {
  const { invitedByName, email, again, expiresAt } = invitation;
  const texts = shell().invitation;
  return (
    <>
      {invitedByName && <p>{texts.by(invitedByName)}</p>}
      {email && <p>{texts.for(email)}</p>}
      <p class="hint">{texts.until(asMoment(expiresAt))}</p>
      <Form action={texts.action} submit={accept}>
        {!again && <Field name="name" label={texts.name} autocomplete="name" />}
        {email ? (
          <input type="hidden" autocomplete="username" value={email} />
        ) : (
          <Field name="email" label={texts.email} type="email" autocomplete="username" />
        )}
        <Field
          name="password"
          label={texts.password}
          hint={again ? texts.again : texts.hint}
          type="password"
          autocomplete="new-password"
        />
      </Form>
    </>
  );
}
