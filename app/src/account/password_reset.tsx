import { useState } from "preact/hooks";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { leaveLink, linkSecret } from "./secret.ts";

export default function PasswordReset() {
  const [secret] = useState(linkSecret);
  const [done, setDone] = useState(false);
  const texts = shell().reset;
  if (done) {
    return (
      <Page key="done" title={texts.doneTitle} narrow>
        <p>{texts.done}</p>
        <Button kind="primary" onClick={leaveLink}>
          {shell().logIn.action}
        </Button>
      </Page>
    );
  }
  async function save({ newPassword = "" }: Values) {
    await omringd.me.resetPassword({ secret, newPassword });
    setDone(true);
  }
  return (
    <Page title={texts.title} narrow>
      <Form action={texts.action} submit={save}>
        <Field
          name="newPassword"
          label={texts.password}
          hint={texts.hint}
          type="password"
          autocomplete="new-password"
        />
      </Form>
    </Page>
  );
}
