// Step 3: for what. One person a page on a phone, or everyone in a grid on a wide screen.
import type { Schemas } from "@omringd/client";
import { useEffect, useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Chips } from "../ui/chips.tsx";
import { type Named, report, useEditing } from "./editing.ts";
import { PeopleChips } from "./people_chips.tsx";
import { isAnswered } from "./progress.ts";
import { SupportGrid } from "./support_grid.tsx";
import { answered, answerOf } from "./supports.ts";
import { texts } from "./texts.ts";

type View = "person" | "grid";
type Availability = Schemas["Availability"];

const wide = () => matchMedia("(min-width: 60rem)");

function useWide(): boolean {
  const [isWide, setWide] = useState(() => wide().matches);
  useEffect(() => {
    const media = wide();
    const change = () => setWide(media.matches);
    media.addEventListener("change", change);
    return () => media.removeEventListener("change", change);
  }, []);
  return isWide;
}

export default function SupportStep() {
  const isWide = useWide();
  const [chosen, setChosen] = useState<View>();
  const words = texts().support;
  const view = isWide ? (chosen ?? "grid") : "person";
  return (
    <>
      {isWide && (
        <Chips
          label={words.view}
          chips={[
            { value: "grid", text: words.everyone },
            { value: "person", text: words.onePerson },
          ]}
          chosen={view}
          choose={setChosen}
        />
      )}
      {view === "grid" ? <SupportGrid /> : <OneByOne />}
    </>
  );
}

function OneByOne() {
  const { people } = useEditing();
  const words = texts().support;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      people.findIndex(({ supports }) => !isAnswered(supports)),
    ),
  );
  const person = people[Math.min(at, people.length - 1)]!;
  const show = (index: number) => {
    setAt(index);
    announce(`${people[index]!.name}, ${words.person(index + 1, people.length)}`);
    document.querySelector<HTMLElement>(".one-person h2")?.focus();
  };
  return (
    <section class="one-person">
      <PeopleChips
        label={words.people}
        people={people}
        chosen={person.id}
        isDone={({ supports }) => isAnswered(supports)}
        choose={(id) => setAt(people.findIndex((one) => one.id === id))}
      />
      <OnePerson key={person.id} person={person} />
      <div class="actions">
        {at > 0 && (
          <Button icon="back" onClick={() => show(at - 1)}>
            {words.previous}
          </Button>
        )}
        {at < people.length - 1 && (
          <Button kind="primary" onClick={() => show(at + 1)}>
            {words.next}
          </Button>
        )}
      </div>
    </section>
  );
}

function OnePerson({ person: { id, name, supports } }: { person: Named }) {
  const { session, words: vocabulary } = useEditing();
  const words = texts().support;
  const isNothing = supports?.length === 0;
  return (
    <div class="panel">
      <h2 tabIndex={-1}>{name}</h2>
      {vocabulary.list("supportTypes").map(({ value, text }) => (
        <Asking key={value} person={{ id, name, supports }} supportType={value} text={text} />
      ))}
      <Giving person={{ id, name, supports }} />
      <button
        type="button"
        class="chip nothing"
        aria-pressed={isNothing}
        onClick={() => {
          session.support(id, isNothing ? null : []);
          report(session, isNothing ? `${name}: ${words.unanswered}` : words.nothingDone(name));
        }}
      >
        {words.nothing}
      </button>
    </div>
  );
}

type Asked = Pick<Named, "id" | "name" | "supports">;

/** Whether the client could ask for one support type: one of three answers. The same answer again takes it back. */
function Asking({
  person: { id, name, supports },
  supportType,
  text,
}: {
  person: Asked;
  supportType: string;
  text: string;
}) {
  const { session, words: vocabulary } = useEditing();
  const words = texts().support;
  const { availability } = answerOf(supports, supportType);
  return (
    <div class="asking">
      <h3 id={`asking-${supportType}`}>{text}</h3>
      <div class="segments" role="group" aria-labelledby={`asking-${supportType}`}>
        {vocabulary.list<Availability>("availabilities").map(({ value, text: answer }) => (
          <button
            type="button"
            class="segment-button"
            key={value}
            aria-pressed={availability === value}
            onClick={() => {
              const next = availability === value ? null : value;
              session.support(id, answered(supports, supportType, { availability: next }));
              report(session, words.answered(name, text, next ? answer : words.unanswered));
            }}
          >
            {answer}
          </button>
        ))}
      </div>
    </div>
  );
}

function Giving({ person: { id, name, supports } }: { person: Asked }) {
  const { session, words: vocabulary } = useEditing();
  const words = texts().support;
  return (
    <div class="asking">
      <h3 id="giving">{words.given(name)}</h3>
      <div class="chips" role="group" aria-labelledby="giving">
        {vocabulary.list("supportTypes").map(({ value, text }) => {
          const { given } = answerOf(supports, value);
          return (
            <button
              type="button"
              class="chip"
              key={value}
              aria-pressed={given}
              onClick={() => {
                session.support(id, answered(supports, value, { given: !given }));
                report(session, given ? words.givesNot(name, text) : words.gives(name, text));
              }}
            >
              {text}
            </button>
          );
        })}
      </div>
    </div>
  );
}
