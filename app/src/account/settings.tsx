import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { LanguageSwitch, Page, ThemeSwitch } from "../core/frame.tsx";
import { asMoment } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { current, omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Identities } from "./identities.tsx";
import { SecondFactors } from "./second_factors.tsx";

export default function Settings() {
  const texts = shell().settingsPage;
  return (
    <Page title={texts.title} narrow>
      <section>
        <h2>{texts.look}</h2>
        <div class="switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </section>
      <Password />
      <SecondFactors />
      <Identities />
      <Devices />
    </Page>
  );
}

function Password() {
  const [round, setRound] = useState(0);
  const texts = shell().settingsPage;
  async function change({ currentPassword = "", newPassword = "" }: Values) {
    const changed = await withConfirmation(async () => {
      await omringd.me.changePassword({ currentPassword, newPassword });
      return true;
    });
    if (!changed) return;
    announce(texts.saved);
    setRound(round + 1);
  }
  return (
    <section>
      <h2>{texts.password}</h2>
      {round > 0 && <p class="notice notice-good">{texts.saved}</p>}
      <Form key={round} action={texts.save} submit={change}>
        <input type="hidden" autocomplete="username" value={current()?.email} />
        <Field name="currentPassword" label={texts.current} type="password" autocomplete="current-password" />
        <Field name="newPassword" label={texts.new} hint={texts.hint} type="password" autocomplete="new-password" />
      </Form>
    </section>
  );
}

function Devices() {
  const texts = shell().settingsPage;
  const sessions = useLoad(() => omringd.sessions.list(), [current()?.confirmedAt]);
  const action = useAction();
  const end = (id: string) =>
    action.run(async () => {
      await omringd.sessions.end(id);
      announce(texts.ended);
      sessions.reload();
    });
  return (
    <section>
      <h2>{texts.devices}</h2>
      {action.problem}
      <Await of={sessions}>
        {({ items }) => (
          <ul class="rows">
            {items.map(({ id, deviceName, network, createdAt, current: here }) => (
              <li key={id}>
                <span>
                  <strong>{here ? texts.thisDevice : readable(deviceName)}</strong>
                  <span class="hint">{[texts.since(asMoment(createdAt)), network].filter(Boolean).join(" · ")}</span>
                </span>
                {!here && (
                  <Button kind="quiet" onClick={() => end(id)}>
                    {texts.end(readable(deviceName))}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Await>
    </section>
  );
}

/** The browser and system of a `User-Agent`; a name that the user gave stays as it is. */
export function readable(deviceName: string | null): string {
  if (!deviceName) return shell().settingsPage.unknownDevice;
  const browser = /(Edg|Firefox|Chrome|Safari)[\w]*\//.exec(deviceName)?.[1];
  const system = /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(deviceName)?.[0];
  if (!browser) return deviceName;
  return [browser.replace("Edg", "Edge"), system?.replace("Macintosh", "Mac")].filter(Boolean).join(", ");
}
