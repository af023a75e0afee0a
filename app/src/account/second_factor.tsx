import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { hasPasskeys } from "../core/passkey.ts";
import { PasskeyButton } from "../core/confirm.tsx";
import { omringd, session } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { AddApp } from "./second_factors.tsx";

/** The second step of a log-in; or its set-up, where a role needs one that the account lacks. */
export default function SecondFactor() {
  const state = session.value;
  if (state.is !== "second-factor") return null;
  const texts = shell().secondFactor;
  const leave = <Button onClick={() => void omringd.session.logOut().catch(() => {})}>{shell().cancel}</Button>;
  if (state.current.secondFactor === "missing") {
    return (
      <Page title={texts.title} narrow>
        <p>{texts.missing}</p>
        <AddApp done={() => void omringd.session.refresh()} />
        {leave}
      </Page>
    );
  }
  return (
    <Page title={texts.title} narrow>
      <p>{texts.text}</p>
      <Form action={texts.action} beside={leave} submit={({ code }: Values) => omringd.session.confirm({ code })}>
        <Field name="code" label={texts.code} inputMode="numeric" autocomplete="one-time-code" />
      </Form>
      {hasPasskeys() && (
        <div class="beneath">
          <PasskeyButton done={() => {}} />
        </div>
      )}
    </Page>
  );
}
