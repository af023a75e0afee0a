import type { OmringdProblem } from "@omringd/client";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";

/** What went wrong, in words of the service; without a response in our own. */
export function explain(problem: OmringdProblem): string {
  switch (problem.kind) {
    case "unreachable":
      return shell().problem.unreachable;
    case "confirmation-required":
      return shell().confirm.needed;
    case "unexpected":
      return shell().problem.unexpected;
    default:
      return problem.message;
  }
}

export function ProblemNotice({ problem, retry }: { problem: OmringdProblem; retry?: () => void }) {
  const isWanted = problem.kind === "confirmation-required";
  return (
    <div class="notice notice-problem" role="alert">
      <p>{explain(problem)}</p>
      {retry && <Button onClick={retry}>{isWanted ? shell().confirm.action : shell().problem.retry}</Button>}
    </div>
  );
}
