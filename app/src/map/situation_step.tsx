// Step 4: how things are. One question a page, in words.
import { useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Chips } from "../ui/chips.tsx";
import { type Named, report, useEditing } from "./editing.ts";
import { Needs } from "./needs.tsx";
import { PeopleChips } from "./people_chips.tsx";
import { isAnswered } from "./progress.ts";
import { texts } from "./texts.ts";
import { Ties } from "./ties.tsx";

const PARTS = ["contact", "tension", "burden", "ties", "needs"] as const;
type Part = (typeof PARTS)[number];

export default function SituationStep() {
  const { words: vocabulary } = useEditing();
  const [part, setPart] = useState<Part>("contact");
  const words = texts().situation;
  const at = PARTS.indexOf(part);
  const next = PARTS[at + 1];
  const show = (one: Part) => {
    setPart(one);
    announce(words[one]);
  };
  return (
    <>
      <div class="chip-row">
        <Chips
          label={words.parts}
          chips={PARTS.map((value) => ({ value, text: words[value] }))}
          chosen={part}
          choose={setPart}
        />
      </div>
      <section class="panel" key={part}>
        <h2>{vocabulary.prompts("situation")[at]!.question}</h2>
        {part === "ties" ? <Ties /> : part === "needs" ? <Needs /> : <Scale part={part} />}
      </section>
      {next && (
        <div class="actions">
          <Button onClick={() => show(next)}>{words.nextPart(words[next])}</Button>
        </div>
      )}
    </>
  );
}

const QUESTIONS = {
  contact: { member: "contactFrequency", list: "contactFrequencies" },
  tension: { member: "tension", list: "tensions" },
  burden: { member: "burden", list: "burdens" },
} as const;

/** One question about one person. The answer brings the next person. */
function Scale({ part }: { part: keyof typeof QUESTIONS }) {
  const { people } = useEditing();
  const words = texts().situation;
  const { member } = QUESTIONS[part];
  const isOpen = (one: Named) => !isAnswered(one[member]);
  const [chosen, setChosen] = useState(() => (people.find(isOpen) ?? people[0]!).id);
  const person = people.find(({ id }) => id === chosen) ?? people[0]!;

  function onAnswered() {
    const at = people.indexOf(person);
    const next = [...people.slice(at + 1), ...people.slice(0, at)].find(isOpen);
    if (next) setChosen(next.id);
  }

  return (
    <>
      <PeopleChips
        label={words.about}
        people={people}
        chosen={person.id}
        isDone={(one) => !isOpen(one)}
        choose={setChosen}
      />
      <Options part={part} person={person} onAnswered={onAnswered} />
      {!people.some(isOpen) && <p class="hint">{words.allAnswered}</p>}
    </>
  );
}

interface OptionsProps {
  part: keyof typeof QUESTIONS;
  person: Named;
  onAnswered: () => void;
}

function Options({ part, person, onAnswered }: OptionsProps) {
  const { session, words: vocabulary } = useEditing();
  const words = texts().situation;
  const { member, list } = QUESTIONS[part];
  const options: { value: string | number; text: string }[] =
    list === "contactFrequencies" ? vocabulary.list(list) : vocabulary.grades(list);
  const answer = person[member] ?? null;
  return (
    <div class="options" role="group" aria-label={person.name}>
      <p class="options-person" aria-hidden="true">
        {person.name}
      </p>
      {options.map(({ value, text }) => (
        <button
          type="button"
          class="option"
          key={value}
          aria-pressed={answer === value}
          onClick={() => {
            const isSame = answer === value;
            session.tell(person.id, { [member]: isSame ? null : value });
            report(session, isSame ? words.cleared(person.name) : words.answered(person.name, text));
            if (!isSame) onAnswered();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
