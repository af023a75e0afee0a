import { useState } from "preact/hooks";
import { Form } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { leaveLink, linkSecret } from "./secret.ts";

export default function EmailChange() {
  const [secret] = useState(linkSecret);
  const [done, setDone] = useState(false);
  const texts = shell().emailChange;
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
  async function accept() {
    await omringd.me.acceptEmailChange({ secret });
    setDone(true);
  }
  return (
    <Page title={texts.title} narrow>
      <p>{texts.text}</p>
      <Form action={texts.action} submit={accept} />
    </Page>
  );
}
