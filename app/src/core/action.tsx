// An action of a button, with the problem if it failed.
import { OmringdProblem } from "@omringd/client";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ProblemNotice } from "./problem.tsx";

export interface Action {
  /** Runs at most one at a time. */
  run: (work: () => Promise<unknown>) => void;
  busy: boolean;
  /** The problem, to put where it is seen; null if there is none. */
  problem: VNode | null;
}

export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<OmringdProblem>();

  async function run(work: () => Promise<unknown>) {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof OmringdProblem)) throw thrown;
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  }

  return { run: (work) => void run(work), busy, problem: problem ? <ProblemNotice problem={problem} /> : null };
}
