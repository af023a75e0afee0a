import { useState } from "preact/hooks";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { recall } from "../core/preferences.ts";
import { omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Field } from "../ui/field.tsx";

export default function ForgottenPassword() {
  const [sent, setSent] = useState(false);
  const texts = shell().forgotten;
  const back = { path: "/", text: texts.back };
  if (sent) {
    return (
      <Page key="sent" title={texts.sentTitle} narrow back={back}>
        <p>{texts.sent}</p>
      </Page>
    );
  }
  async function send({ email = "" }: Values) {
    await omringd.me.requestPasswordReset({ email });
    setSent(true);
  }
  return (
    <Page title={texts.title} narrow back={back}>
      <p>{texts.text}</p>
      <Form action={texts.action} submit={send}>
        <Field
          name="email"
          label={shell().logIn.email}
          type="email"
          autocomplete="username"
          defaultValue={recall("email") ?? ""}
        />
      </Form>
    </Page>
  );
}
