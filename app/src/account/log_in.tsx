import { OmringdProblem, type Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { hasPasskeys, isDeclined, logInWithPasskey } from "../core/passkey.ts";
import { pending } from "../core/pending.ts";
import { recall } from "../core/preferences.ts";
import { logInAtProvider, rememberWay, type Way } from "../core/provider.ts";
import { omringd, session } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { mailCode, MailCode, type MailedCode } from "./mail_code.tsx";

const waysHere = (): Way[] => ["password", ...(hasPasskeys() ? (["passkey"] as const) : []), "code", "provider"];

interface Offered {
  providers: Schemas["OfferedProvider"][];
  ownEmail: string | null;
}

/**
 * The address on a device of one's own is kept, so that nobody has to remember it. The last way in comes first: the service does not
 * say which ways an account has.
 */
export default function LogIn() {
  const ways = waysHere();
  const [way, setWay] = useState(ways.find((one) => one === recall("way")) ?? "password");
  const [mailed, setMailed] = useState(() => pending<MailedCode>("mail-code"));
  const [offered, setOffered] = useState<Offered>();
  const texts = shell().logIn;

  async function logIn({ email = "", password = "", own }: Values) {
    const ownEmail = own ? email : null;
    const kind = own ? "device" : "browser";
    if (way === "code") return setMailed(await mailCode(email, own !== undefined));
    if (way === "provider") {
      const { providers } = await omringd.sessions.findLogInMethods({ email });
      if (providers.length > 1) return setOffered({ providers, ownEmail });
      if (providers[0]) return logInAtProvider(providers[0].id, ownEmail);
      throw new OmringdProblem("log-in-refused", 0, { detail: texts.noProvider });
    }
    if (way === "passkey") await usePasskey(email, kind);
    else await omringd.session.logIn({ email, password, kind });
    rememberWay(way, ownEmail);
  }

  if (mailed) return <MailCode mailed={mailed} change={setMailed} />;
  if (offered) return <Providers {...offered} leave={() => setOffered(undefined)} />;
  return (
    <Page title={texts.title} narrow>
      <p class="lead">{shell().tagline}</p>
      {session.value.is === "over" && <p class="notice">{texts.over}</p>}
      <Form action={texts.actions[way]} submit={logIn}>
        <Field
          name="email"
          label={texts.email}
          type="email"
          autocomplete="username webauthn"
          defaultValue={recall("email") ?? ""}
          hint={way === "password" ? undefined : texts.hints[way]}
        />
        {way === "password" && (
          <Field name="password" label={texts.password} type="password" autocomplete="current-password" />
        )}
        <Checkbox name="own" label={texts.own} hint={texts.ownHint} checked={recall("email") !== null} />
      </Form>
      <div class="beneath">
        <div class="actions">
          {ways
            .filter((one) => one !== way)
            .map((one) => (
              <Button key={one} onClick={() => setWay(one)}>
                {texts.ways[one]}
              </Button>
            ))}
        </div>
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

/** Where several organisations have proven the domain of the address. */
function Providers({ providers, ownEmail, leave }: Offered & { leave: () => void }) {
  const action = useAction();
  const texts = shell().provider;
  return (
    <Page key="providers" title={texts.choose} narrow>
      {action.problem}
      <ul class="cards">
        {providers.map(({ id, name, organisation }) => (
          <li key={id}>
            <button type="button" class="card-button" onClick={() => action.run(() => logInAtProvider(id, ownEmail))}>
              <span>
                <strong>{organisation}</strong>
                <span class="hint">{name}</span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
      <div class="beneath">
        <Button kind="quiet" icon="back" onClick={leave}>
          {shell().mailCode.back}
        </Button>
      </div>
    </Page>
  );
}
