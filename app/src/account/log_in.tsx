import { OmringdProblem } from "@omringd/client";
import { useState } from "preact/hooks";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { hasPasskeys, isDeclined, logInWithPasskey } from "../core/passkey.ts";
import { recall, remember } from "../core/preferences.ts";
import { omringd, session } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, Field } from "../ui/field.tsx";

/**
 * The address on a device of one's own is kept, so that nobody has to remember it. The last way in comes first: the service does not
 * say whether an account has a passkey.
 */
export default function LogIn() {
  const [way, setWay] = useState(hasPasskeys() && recall("way") === "passkey" ? "passkey" : "password");
  const texts = shell().logIn;

  async function logIn({ email = "", password = "", own }: Values) {
    const kind = own ? "device" : "browser";
    if (way === "passkey") await usePasskey(email, kind);
    else await omringd.session.logIn({ email, password, kind });
    remember("way", own ? way : null);
    remember("email", own ? email : null);
  }

  return (
    <Page title={texts.title} narrow>
      <p class="lead">{shell().tagline}</p>
      {session.value.is === "over" && <p class="notice">{texts.over}</p>}
      <Form action={way === "passkey" ? texts.passkey : texts.action} submit={logIn}>
        <Field
          name="email"
          label={texts.email}
          type="email"
          autocomplete="username webauthn"
          defaultValue={recall("email") ?? ""}
          hint={way === "passkey" ? texts.passkeyHint : undefined}
        />
        {way === "password" && (
          <Field name="password" label={texts.password} type="password" autocomplete="current-password" />
        )}
        <Checkbox name="own" label={texts.own} hint={texts.ownHint} checked={recall("email") !== null} />
      </Form>
      <div class="beneath">
        {hasPasskeys() && (
          <Button icon="key" onClick={() => setWay(way === "passkey" ? "password" : "passkey")}>
            {way === "passkey" ? texts.withPassword : texts.withPasskey}
          </Button>
        )}
        <a href="#/forgotten-password">{texts.forgotten}</a>
      </div>
    </Page>
  );
}

/** A passkey that the browser does not have, or that the user did not use, is told as a problem of the form. */
async function usePasskey(email: string, kind: "device" | "browser"): Promise<void> {
  try {
    await logInWithPasskey(email, kind);
  } catch (thrown) {
    if (!isDeclined(thrown)) throw thrown;
    throw new OmringdProblem("log-in-refused", 0, { detail: shell().logIn.passkeyFailed });
  }
}
