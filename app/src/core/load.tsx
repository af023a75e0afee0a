// Reading from the service for a screen.
import { OmringdProblem } from "@omringd/client";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { askConfirmation } from "./confirm.tsx";
import { useKeptPlace } from "./kept_place.ts";
import { language } from "./language.ts";
import { type Live, whileShown } from "./live.ts";
import { ProblemNotice } from "./problem.tsx";
import { shell } from "../locales/shell.ts";

export interface Loaded<Data> {
  data?: Data;
  problem?: OmringdProblem;
  reload: () => void;
}

/** Reads when the screen opens, when one of `inputs` or the language changes, at `reload`, and after the changes of `live`. */
export function useLoad<Data>(read: () => Promise<Data>, inputs: unknown[] = [], live?: Live): Loaded<Data> {
  const [state, setState] = useState<{ data?: Data; problem?: OmringdProblem }>({});
  const [round, setRound] = useState(0);
  const keepPlace = useKeptPlace();
  const isRead = state.data !== undefined;
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
  useEffect(() => {
    if (!live || !isRead) return;
    let shown = true;
    const stop = whileShown(live, async () => {
      const next = await readAgain(read);
      if (next && shown) {
        keepPlace();
        setState(next);
      }
      return next !== undefined;
    });
    return () => {
      shown = false;
      stop();
    };
  }, [isRead, language.value, round, ...inputs]);
  return { ...state, reload: () => setRound((before) => before + 1) };
}

/** The data as it is now, or why it is no longer visible; `undefined` if it must stay as it is for now. */
async function readAgain<Data>(
  read: () => Promise<Data>,
): Promise<{ data: Data } | { problem: OmringdProblem } | undefined> {
  try {
    return { data: await read() };
  } catch (problem) {
    if (!(problem instanceof OmringdProblem)) throw problem;
    return problem.status === 403 || problem.status === 404 ? { problem } : undefined;
  }
}

async function retry({ problem, reload }: Loaded<unknown>): Promise<void> {
  if (problem?.kind !== "confirmation-required" || (await askConfirmation())) reload();
}

/** Shows what was read; until then that it is being read, or why it could not be. */
export function Await<Data>({ of, children }: { of: Loaded<Data>; children: (data: Data) => ComponentChildren }) {
  return (
    <>
      {of.problem && <ProblemNotice problem={of.problem} retry={() => void retry(of)} />}
      {of.data !== undefined && children(of.data)}
      {of.data === undefined && !of.problem && <p class="waiting">{shell().waiting}</p>}
    </>
  );
}
