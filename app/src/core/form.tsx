// A form that is sent to the service. Errors of the service are shown at their fields, and together above the form.
import { OmringdProblem } from "@omringd/client";
import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { explain } from "./problem.tsx";

export type Values = Record<string, string>;

const FormProblem = createContext<OmringdProblem | undefined>(undefined);

/** The error of the service at one member of the body. */
export function useFieldError(pointer: string): string | undefined {
  return useContext(FormProblem)?.at(pointer)?.detail;
}

/** The id of the field of a member, so that the summary can move the focus there. */
export const fieldId = (pointer: string) => `field${pointer.replaceAll("/", "-")}`;

interface FormProps {
  /** The words on the button. */
  action: string;
  submit: (values: Values) => Promise<unknown>;
  /** Shown beside the button. */
  beside?: ComponentChildren;
  danger?: boolean;
  children?: ComponentChildren;
}

export function Form({ action, submit, beside, danger, children }: FormProps) {
  const [problem, setProblem] = useState<OmringdProblem>();
  const [busy, setBusy] = useState(false);
  // A problem belongs to the action that failed.
  useEffect(() => setProblem(undefined), [action]);

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    setProblem(undefined);
    try {
      await submit(values);
    } catch (thrown) {
      if (!(thrown instanceof OmringdProblem)) throw thrown;
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form class="form" noValidate onSubmit={(event) => void onSubmit(event)}>
      <FormProblem.Provider value={problem}>
        {problem && <Summary problem={problem} />}
        {children}
        <div class="actions">
          <Button type="submit" kind={danger ? "danger" : "primary"} busy={busy}>
            {action}
          </Button>
          {beside}
        </div>
      </FormProblem.Provider>
    </form>
  );
}

/** All errors above the form, with the focus, so that nobody has to look for them. */
function Summary({ problem }: { problem: OmringdProblem }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [problem]);
  return (
    <div class="notice notice-problem" role="alert" tabIndex={-1} ref={summary}>
      <p>{problem.errors.length > 0 ? shell().problem.fields : explain(problem)}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.pointer}>
              <button
                type="button"
                class="link"
                onClick={() => document.getElementById(fieldId(error.pointer))?.focus()}
              >
                {error.detail}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
