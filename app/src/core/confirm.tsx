// Sensitive actions need a confirmation in the last ten minutes. The service says when; then the user is asked, and the action is
// repeated.
import { OmringdProblem } from "@omringd/client";
import { signal, useSignal } from "@preact/signals";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Form, type Values } from "./form.tsx";
import { confirmWithPasskey, hasPasskeys, isDeclined } from "./passkey.ts";
import { current, omringd } from "./service.ts";

interface Asked {
  hasCode: boolean;
  hasPasskey: boolean;
  done: (confirmed: boolean) => void;
}

const asked = signal<Asked | undefined>(undefined);

/** Runs `action`; if the service wants a confirmation, asks for it and runs it again. `undefined` if the user declined. */
export async function withConfirmation<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await action();
  } catch (problem) {
    if (!(problem instanceof OmringdProblem) || problem.kind !== "confirmation-required") throw problem;
    return (await askConfirmation()) ? action() : undefined;
  }
}

async function askConfirmation(): Promise<boolean> {
  const { items } = await omringd.secondFactors.list();
  const usable = items.filter(({ confirmedAt }) => confirmedAt !== null);
  return new Promise((resolve) => {
    asked.value = {
      hasCode: usable.length > 0,
      hasPasskey: usable.some(({ kind }) => kind === "passkey") && hasPasskeys(),
      done(confirmed) {
        asked.value = undefined;
        resolve(confirmed);
      },
    };
  });
}

/** Shown by the frame; empty unless a confirmation is asked for. */
export function Confirmation() {
  if (!asked.value) return null;
  const { hasCode, hasPasskey, done } = asked.value;
  async function confirm({ code, password }: Values) {
    await omringd.session.confirm(hasCode ? { code } : { password });
    done(true);
  }
  return (
    <Dialog title={shell().confirm.title} close={() => done(false)}>
      <p>{shell().confirm.text}</p>
      {hasPasskey && <PasskeyButton done={() => done(true)} />}
      <Form
        action={shell().confirm.action}
        submit={confirm}
        beside={<Button onClick={() => done(false)}>{shell().cancel}</Button>}
      >
        <input type="hidden" name="username" autocomplete="username" value={current()?.email} />
        {hasCode ? (
          <Field name="code" label={shell().secondFactor.code} inputMode="numeric" autocomplete="one-time-code" />
        ) : (
          <Field name="password" label={shell().logIn.password} type="password" autocomplete="current-password" />
        )}
      </Form>
    </Dialog>
  );
}

/** Confirms the session with a passkey. */
export function PasskeyButton({ done }: { done: () => void }) {
  const failed = useSignal(false);
  async function confirm() {
    try {
      await confirmWithPasskey();
      done();
    } catch (thrown) {
      if (!isDeclined(thrown) && !(thrown instanceof OmringdProblem)) throw thrown;
      failed.value = true;
    }
  }
  return (
    <>
      <Button kind="primary" icon="key" onClick={() => void confirm()}>
        {shell().secondFactor.passkey}
      </Button>
      {failed.value && <p role="alert">{shell().logIn.passkeyFailed}</p>}
    </>
  );
}
