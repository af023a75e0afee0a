// Reading from the service for a screen.
import { OmringdProblem } from "@omringd/client";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ProblemNotice } from "./problem.tsx";
import { language } from "./language.ts";
import { shell } from "../locales/shell.ts";

export interface Loaded<Data> {
  data?: Data;
  problem?: OmringdProblem;
  reload: () => void;
}

/** Reads when the screen opens, when one of `inputs` or the language changes, and at `reload`. */
export function useLoad<Data>(read: () => Promise<Data>, inputs: unknown[] = []): Loaded<Data> {
  const [state, setState] = useState<{ data?: Data; problem?: OmringdProblem }>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    let shown = true;
    read().then(
      (data) => shown && setState({ data }),
      (problem: unknown) => {
        if (!(problem instanceof OmringdProblem)) throw problem;
        if (shown) setState(({ data }) => ({ data, problem }));
      },
    );
    return () => {
      shown = false;
    };
  }, [language.value, round, ...inputs]);
  return { ...state, reload: () => setRound((before) => before + 1) };
}

/** Shows what was read; until then that it is being read, or why it could not be. */
export function Await<Data>({ of, children }: { of: Loaded<Data>; children: (data: Data) => ComponentChildren }) {
  return (
    <>
      {of.problem && <ProblemNotice problem={of.problem} retry={of.reload} />}
      {of.data !== undefined && children(of.data)}
      {of.data === undefined && !of.problem && <p class="waiting">{shell().waiting}</p>}
    </>
  );
}
