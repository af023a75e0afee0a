// One of the five steps of a map, with the way to the others.
import { Page } from "../core/frame.tsx";
import { path, type Params } from "../core/router.ts";
import { ProblemNotice } from "../core/problem.tsx";
import { shell } from "../locales/shell.ts";
import { LinkButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import CardStep from "./card_step.tsx";
import ClosenessStep from "./closeness_step.tsx";
import { Conflicts } from "./conflicts.tsx";
import { type Editing, EditingContext, peopleOf, useEditing } from "./editing.ts";
import { LastDone } from "./last_done.tsx";
import "./map.css";
import "./answers.css";
import "./my_card.css";
import { useMap } from "./open_map.ts";
import { progress } from "./progress.ts";
import SituationStep from "./situation_step.tsx";
import { type Step, stepPath, STEPS } from "./steps.ts";
import SupportStep from "./support_step.tsx";
import { texts } from "./texts.ts";
import WhoStep from "./who_step.tsx";

const screens = {
  who: WhoStep,
  closeness: ClosenessStep,
  support: SupportStep,
  situation: SituationStep,
  card: CardStep,
};

export default function MapScreen({ params }: { params: Params }) {
  const { opened, problem, retry } = useMap(params.mapId!);
  const step = STEPS.find((one) => one === params.step) ?? "who";
  if (problem) {
    return (
      <Page title={texts().steps} narrow>
        <ProblemNotice problem={problem} retry={retry} />
      </Page>
    );
  }
  if (!opened) return <p class="waiting">{shell().waiting}</p>;
  const { session, words } = opened;
  const snapshot = session.getSnapshot();
  const editing = { session, words, snapshot, map: snapshot.map, people: peopleOf(snapshot.map) };
  return (
    <EditingContext.Provider value={editing}>
      {snapshot.status === "gone" ? <Gone /> : <StepScreen step={step} editing={editing} />}
    </EditingContext.Provider>
  );
}

function Gone() {
  return (
    <Page title={texts().status.gone} narrow>
      <p>{texts().gone}</p>
      <a href="#/">{texts().home}</a>
    </Page>
  );
}

function StepScreen({ step, editing: { words, map, people, session } }: { step: Step; editing: Editing }) {
  const Screen = screens[step];
  const needsPeople = step !== "who" && step !== "card" && people.length === 0;
  return (
    <div class="map-screen">
      <div class="map-head">
        <p class="map-theme">{texts().theme(map.theme)}</p>
        <SaveStatus />
      </div>
      <Steps current={step} />
      <Page title={words.of("steps", step)}>
        <Refusal />
        <Conflicts />
        {needsPeople ? <NobodyYet mapId={session.mapId} /> : <Screen />}
        <LastDone />
        <Onward step={step} />
      </Page>
    </div>
  );
}

function NobodyYet({ mapId }: { mapId: string }) {
  return (
    <div class="panel">
      <p>{texts().nobodyYet}</p>
      <div class="actions">
        <LinkButton href={`#${stepPath(mapId, "who")}`} kind="primary">
          {texts().toWho}
        </LinkButton>
      </div>
    </div>
  );
}

/** Not announced: it changes after every tap. */
function SaveStatus() {
  const { status } = useEditing().snapshot;
  return (
    <p class="save-status" data-status={status}>
      <span class="save-dot" aria-hidden="true" />
      {texts().status[status]}
    </p>
  );
}

function Refusal() {
  const { snapshot, session } = useEditing();
  if (snapshot.status !== "refused" || !snapshot.problem) return null;
  return <ProblemNotice problem={snapshot.problem} retry={() => void session.save()} />;
}

function Steps({ current }: { current: Step }) {
  const { session, map, words } = useEditing();
  const states = progress(map);
  return (
    <nav class="steps" aria-label={texts().steps}>
      <ol>
        {STEPS.map((step, at) => (
          <li key={step}>
            <a
              href={`#${stepPath(session.mapId, step)}`}
              aria-current={path.value === stepPath(session.mapId, step) ? "step" : undefined}
              data-current={step === current}
            >
              <span class="step-mark" data-state={states[step]} aria-hidden="true">
                {states[step] === "done" ? <Icon name="check" /> : at + 1}
              </span>
              <span class="visually-hidden">{`${texts().step(at + 1)}: `}</span>
              <span class="step-name">{words.of("steps", step)}</span>
              {states[step] === "done" && <span class="visually-hidden">{`, ${texts().done}`}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Onward({ step }: { step: Step }) {
  const { session, words } = useEditing();
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <nav class="onward" aria-label={texts().step(at + 1)}>
      {after && (
        <LinkButton href={`#${stepPath(session.mapId, after)}`} kind="primary">
          {texts().next(words.of("steps", after))}
          <Icon name="next" />
        </LinkButton>
      )}
      {before && (
        <LinkButton href={`#${stepPath(session.mapId, before)}`} kind="quiet" icon="back">
          {texts().previous(words.of("steps", before))}
        </LinkButton>
      )}
    </nav>
  );
}
