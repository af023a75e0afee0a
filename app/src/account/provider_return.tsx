import { OmringdProblem } from "@omringd/client";
import { useEffect, useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { Page } from "../core/frame.tsx";
import { explain, ProblemNotice } from "../core/problem.tsx";
import { finishErrand, takeAnswer } from "../core/provider.ts";
import { type Params, replace } from "../core/router.ts";
import { session, startSession, unreachable } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";

/** Where an identity provider sends the browser back to. */
export default function ProviderReturn({ params: { providerId = "" } }: { params: Params }) {
  const [answer] = useState(() => takeAnswer(providerId));
  const [problem, setProblem] = useState<OmringdProblem>();
  const texts = shell().provider;
  // An earlier session of this browser is restored first, so that it cannot replace the new one.
  const isStarting = session.value.is === "starting";

  async function finish() {
    setProblem(undefined);
    if (!answer) return;
    const { purpose, path } = answer.errand;
    try {
      await finishErrand(answer);
      if (purpose === "link") announce(texts.linked);
      replace(path);
    } catch (thrown) {
      if (!(thrown instanceof OmringdProblem)) throw thrown;
      setProblem(thrown);
    }
  }
  useEffect(() => {
    if (!isStarting) void finish();
  }, [isStarting]);

  if (isStarting && unreachable.value)
    return <Offline retry={() => void startSession()} problem={new OmringdProblem("unreachable")} />;
  if (problem?.kind === "unreachable") return <Offline retry={() => void finish()} problem={problem} />;
  if (answer && !problem) return <p class="waiting">{shell().waiting}</p>;
  const purpose = answer?.errand.purpose ?? "log-in";
  return (
    <Page title={texts.failed[purpose]} narrow>
      <p>{!problem ? texts.broken : problem.kind === "log-in-refused" ? texts.refused[purpose] : explain(problem)}</p>
      <Button kind="primary" onClick={() => replace(answer?.errand.path ?? "/")}>
        {texts.back}
      </Button>
    </Page>
  );
}

function Offline({ problem, retry }: { problem: OmringdProblem; retry: () => void }) {
  return (
    <Page title={shell().app} narrow>
      <ProblemNotice problem={problem} retry={retry} />
    </Page>
  );
}
