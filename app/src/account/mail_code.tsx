// A log-in with six digits that the service mails to a client.
import { OmringdProblem } from "@omringd/client";
import { useAction } from "../core/action.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { type Pending, setPending, clearPending, untilThen } from "../core/pending.ts";
import { rememberWay } from "../core/provider.ts";
import { omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

/** A code that was mailed. It counts only with its ticket, which this tab has. */
export interface MailedCode extends Pending {
  ticket: string;
  email: string;
  isOwn: boolean;
  /** How often other digits were sent: the service accepts five attempts, and does not say which of them fails it. */
  wrong: number;
}

const MOST_ATTEMPTS = 5;

export async function mailCode(email: string, isOwn: boolean): Promise<MailedCode> {
  const { ticket } = await omringd.sessions.requestLogInCode({ email });
  const mailed = { ticket, email, isOwn, wrong: 0, until: untilThen() };
  setPending("mail-code", mailed);
  return mailed;
}

interface MailCodeProps {
  mailed: MailedCode;
  /** Replaces the code; without one, back to the start of the log-in. */
  change: (mailed?: MailedCode) => void;
}

export function MailCode({ mailed, change }: MailCodeProps) {
  const { email, isOwn, wrong, ticket } = mailed;
  const action = useAction();
  const texts = shell().mailCode;
  const isOver = wrong >= MOST_ATTEMPTS || mailed.until < Date.now();

  async function logIn({ digits = "" }: Values) {
    const kind = isOwn ? "device" : "browser";
    try {
      await omringd.session.logIn({ email, kind, mailCode: { ticket, digits: digits.replace(/\s/g, "") } });
    } catch (thrown) {
      if (!(thrown instanceof OmringdProblem) || thrown.kind !== "log-in-refused") throw thrown;
      const next = { ...mailed, wrong: wrong + 1 };
      setPending("mail-code", next);
      change(next);
      throw new OmringdProblem("log-in-refused", thrown.status, { detail: texts.wrong });
    }
    clearPending("mail-code");
    rememberWay("code", isOwn ? email : null);
  }
  const mailAgain = () => action.run(async () => change(await mailCode(email, isOwn)));
  const leave = () => {
    clearPending("mail-code");
    change();
  };

  return (
    <Page key={String(isOver)} title={isOver ? texts.overTitle : texts.title} narrow>
      <p>{isOver ? texts.over : texts.text(email)}</p>
      {!isOver && (
        <Form key={ticket} action={shell().logIn.action} submit={logIn}>
          <Field
            name="digits"
            pointer="/mailCode/digits"
            label={texts.digits}
            inputMode="numeric"
            autocomplete="one-time-code"
          />
        </Form>
      )}
      {action.problem}
      <div class="beneath">
        <Button kind={isOver ? "primary" : "plain"} busy={action.busy} onClick={mailAgain}>
          {texts.again}
        </Button>
        <Button kind="quiet" icon="back" onClick={leave}>
          {texts.back}
        </Button>
      </div>
    </Page>
  );
}
