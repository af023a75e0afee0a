// Sensitive actions need a confirmation in the last ten minutes. The service says when; then the user is asked, and the action is
// repeated.
import { OmringdProblem } from "@omringd/client";
import { signal, useSignal } from "@preact/signals";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Form, type Values } from "./form.tsx";
import { useAction } from "./action.tsx";
import { confirmWithPasskey, hasPasskeys, isDeclined } from "./passkey.ts";
import { recall } from "./preferences.ts";
import { logInAtProvider } from "./provider.ts";
import { current, omringd } from "./service.ts";

interface Asked {
  hasPassword: boolean;
  hasCode: boolean;
  hasPasskey: boolean;
  /** Where the user logged in, if that was at a provider: a new log-in there confirms too, but not changes of the account. */
  providerId: string | null;
  done: (confirmed: boolean) => void;
}

const asked = signal<Asked | undefined>(undefined);

const isWanted = (problem: unknown) => problem instanceof OmringdProblem && problem.kind === "confirmation-required";

/** Runs `action`; if the service wants a confirmation, asks for it and runs it again. `undefined` if the user declined. */
export async function withConfirmation<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await action();
  } catch (problem) {
    if (!isWanted(problem)) throw problem;
    return (await askConfirmation(providerHere())) ? action() : undefined;
  }
}

/** Asks who the user is, by what the account has. */
export async function askConfirmation(providerId: string | null = null): Promise<boolean> {
  const ways = await readWays();
  return new Promise((resolve) => {
    asked.value = {
      ...ways,
      hasPasskey: ways.hasPasskey && hasPasskeys(),
      providerId,
      done(confirmed) {
        asked.value = undefined;
        resolve(confirmed);
      },
    };
  });
}

/** In some sessions these too can only be read after a confirmation: then any may do. */
async function readWays(): Promise<Pick<Asked, "hasPassword" | "hasCode" | "hasPasskey">> {
  try {
    const { items } = await omringd.secondFactors.list();
    const usable = items.filter(({ confirmedAt }) => confirmedAt !== null);
    const hasCode = usable.length > 0;
    return { hasPassword: !hasCode, hasCode, hasPasskey: usable.some(({ kind }) => kind === "passkey") };
  } catch (problem) {
    if (!isWanted(problem)) throw problem;
    return { hasPassword: true, hasCode: true, hasPasskey: true };
  }
}

function providerHere(): string | null {
  const isThere = current()?.factors.some((factor) => factor.startsWith("identity-provider"));
  return isThere ? recall("provider") : null;
}

/** Shown by the frame; empty unless a confirmation is asked for. */
export function Confirmation() {
  if (!asked.value) return null;
  const { hasPassword, hasCode, hasPasskey, providerId, done } = asked.value;
  const texts = shell().confirm;
  async function confirm({ code, password }: Values) {
    await omringd.session.confirm(code ? { code } : hasPassword ? { password } : { code });
    done(true);
  }
  return (
    <Dialog title={texts.title} close={() => done(false)}>
      <p>{texts.text}</p>
      {providerId && <ProviderButton providerId={providerId} />}
      {hasPasskey && <PasskeyButton done={() => done(true)} />}
      <Form
        action={texts.action}
        submit={confirm}
        beside={<Button onClick={() => done(false)}>{shell().cancel}</Button>}
      >
        <input type="hidden" name="username" autocomplete="username" value={current()?.email} />
        {hasPassword && (
          <Field name="password" label={shell().logIn.password} type="password" autocomplete="current-password" />
        )}
        {hasCode && (
          <Field
            name="code"
            label={shell().secondFactor.code}
            hint={hasPassword ? texts.either : ""}
            inputMode="numeric"
            autocomplete="one-time-code"
          />
        )}
      </Form>
    </Dialog>
  );
}

/** Leaves for the provider, which asks the user to log in again: the action itself is not repeated. */
function ProviderButton({ providerId }: { providerId: string }) {
  const action = useAction();
  const here = current();
  const ownEmail = here?.kind === "device" ? here.email : null;
  return (
    <>
      {action.problem}
      <p class="hint">{shell().confirm.providerHint}</p>
      <Button onClick={() => action.run(() => logInAtProvider(providerId, ownEmail, true))}>
        {shell().confirm.provider}
      </Button>
    </>
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
