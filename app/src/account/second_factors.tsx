// The second steps of an account: passkeys, apps for codes, and recovery codes.
import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { asMoment } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { addPasskey, hasPasskeys, isDeclined } from "../core/passkey.ts";
import { current, omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { QrCode } from "../ui/qr_code.tsx";

type Factor = Schemas["SecondFactor"];

export function SecondFactors() {
  const texts = shell().settingsPage;
  const factors = useLoad(async () => {
    const [{ items }, { left }] = await Promise.all([
      omringd.secondFactors.list(),
      omringd.secondFactors.countRecoveryCodes(),
    ]);
    return { items: items.filter(({ confirmedAt }) => confirmedAt !== null), left };
  }, [current()?.confirmedAt]);
  const [adding, setAdding] = useState(false);
  const [codes, setCodes] = useState<string[]>([]);
  const action = useAction();

  function added(recoveryCodes: string[]) {
    setAdding(false);
    setCodes(recoveryCodes);
    announce(texts.added);
    factors.reload();
  }

  const onPasskey = () =>
    action.run(async () => {
      try {
        const recoveryCodes = await withConfirmation(() => addPasskey(texts.myPasskey));
        if (recoveryCodes) added(recoveryCodes);
      } catch (thrown) {
        if (!isDeclined(thrown)) throw thrown;
      }
    });
  const onRemove = ({ id }: Factor) =>
    action.run(async () => {
      await withConfirmation(() => omringd.secondFactors.remove(id));
      announce(texts.removed);
      factors.reload();
    });
  const onNewCodes = () =>
    action.run(async () => {
      const made = await withConfirmation(() => omringd.secondFactors.replaceRecoveryCodes());
      if (made) setCodes(made.recoveryCodes);
    });

  return (
    <section>
      <h2>{texts.factors}</h2>
      <p>{texts.factorsText}</p>
      {action.problem}
      {codes.length > 0 && <RecoveryCodes codes={codes} done={() => setCodes([])} />}
      <Await of={factors}>
        {({ items, left }) => (
          <>
            {items.length === 0 ? (
              <p class="hint">{texts.noFactors}</p>
            ) : (
              <FactorList items={items} remove={onRemove} />
            )}
            {items.length > 0 && <p class="hint">{texts.left(left)}</p>}
            {adding ? (
              <AddApp done={added} />
            ) : (
              <div class="actions">
                {hasPasskeys() && (
                  <Button icon="key" onClick={onPasskey}>
                    {texts.addPasskey}
                  </Button>
                )}
                <Button icon="plus" onClick={() => setAdding(true)}>
                  {texts.addApp}
                </Button>
                {items.length > 0 && <Button onClick={onNewCodes}>{texts.newCodes}</Button>}
              </div>
            )}
          </>
        )}
      </Await>
    </section>
  );
}

function FactorList({ items, remove }: { items: Factor[]; remove: (factor: Factor) => void }) {
  const texts = shell().settingsPage;
  return (
    <ul class="rows">
      {items.map((factor) => (
        <li key={factor.id}>
          <span>
            <strong>{factor.name}</strong>
            <span class="hint">{factor.usedAt ? texts.used(asMoment(factor.usedAt)) : texts.unused}</span>
          </span>
          <Button kind="quiet" onClick={() => remove(factor)}>
            {texts.remove(factor.name)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Adds an app for codes: a link for the phone itself, and the key to enter elsewhere. */
export function AddApp({ done }: { done: (recoveryCodes: string[]) => void }) {
  const texts = shell().settingsPage;
  const begun = useLoad(() => withConfirmation(() => omringd.secondFactors.add({ name: texts.myApp })));
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodes codes={codes} done={() => done([])} />;
  return (
    <div class="panel">
      <h3>{texts.appTitle}</h3>
      <Await of={begun}>
        {(factor) =>
          factor && (
            <>
              <p>{texts.appText}</p>
              <QrCode text={factor.address} label={texts.appQr} />
              <p>
                {texts.appSecret}: <code class="code">{factor.secret.match(/.{1,4}/g)?.join(" ")}</code>
              </p>
              <p>
                <a href={factor.address}>{texts.appOpen}</a>
              </p>
              <Form
                action={texts.appConfirm}
                submit={async ({ code = "" }: Values) => {
                  const { recoveryCodes } = await omringd.secondFactors.confirm(factor.id, {
                    code: code.replaceAll(" ", ""),
                  });
                  if (recoveryCodes.length > 0) setCodes(recoveryCodes);
                  else done([]);
                }}
              >
                <Field name="code" label={texts.appCode} inputMode="numeric" autocomplete="one-time-code" />
              </Form>
            </>
          )
        }
      </Await>
    </div>
  );
}

function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const texts = shell().settingsPage;
  return (
    <div class="panel">
      <h3>{texts.codesTitle}</h3>
      <p>{texts.codes}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code} class="code">
            {code}
          </li>
        ))}
      </ul>
      <Button kind="primary" onClick={done}>
        {texts.codesSaved}
      </Button>
    </div>
  );
}
