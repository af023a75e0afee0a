// Who knows whom: tap one, then those whom that person knows.
import type { MapContent } from "@omringd/client/sync";
import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { type Named, report, useEditing } from "./editing.ts";
import { PeopleChips } from "./people_chips.tsx";
import { texts } from "./texts.ts";
import { Tick } from "./tick.tsx";

type Tie = MapContent["ties"][number];

const between = ({ supporterIds }: Tie, one: string, other: string) =>
  supporterIds.includes(one) && supporterIds.includes(other);

export function Ties() {
  const { session, map, people } = useEditing();
  const words = texts().situation;
  const [first, setFirst] = useState<string>();
  const person = people.find(({ id }) => id === first);
  if (people.length < 2) return <p>{words.alone}</p>;
  return (
    <>
      {person ? (
        <Known person={person} another={() => setFirst(undefined)} />
      ) : (
        <>
          <p class="hint">{words.first}</p>
          <PeopleChips
            label={words.ties}
            people={people}
            chosen={undefined}
            isDone={({ id }) => map.ties.some(({ supporterIds }) => supporterIds.includes(id))}
            choose={setFirst}
          />
        </>
      )}
      <Tick
        label={words.everyTie}
        checked={map.everyTieNamed === true}
        change={(everyTieNamed) => {
          session.describe({ everyTieNamed });
          report(session, everyTieNamed ? words.everyTieDone : words.everyTieUndone);
        }}
      />
    </>
  );
}

function Known({ person, another }: { person: Named; another: () => void }) {
  const { session, map, people } = useEditing();
  const words = texts().situation;
  const others = people.filter(({ id }) => id !== person.id);
  return (
    <>
      <h3>{words.knows(person.name)}</h3>
      <div class="chips" role="group" aria-label={words.knows(person.name)}>
        {others.map(({ id, name }) => {
          const tie = map.ties.find((one) => between(one, person.id, id));
          return (
            <button
              type="button"
              class="chip"
              key={id}
              aria-pressed={tie !== undefined}
              onClick={() => {
                if (tie) session.remove(tie.id);
                else session.tie(person.id, id);
                report(session, tie ? words.untied(person.name, name) : words.tied(person.name, name));
              }}
            >
              {name}
            </button>
          );
        })}
      </div>
      <Strengths person={person} others={others} />
      <div class="actions">
        <Button kind="quiet" icon="back" onClick={another}>
          {words.other}
        </Button>
      </div>
    </>
  );
}

function Strengths({ person, others }: { person: Named; others: readonly Named[] }) {
  const { session, map, words: vocabulary } = useEditing();
  const words = texts().situation;
  const known = others.flatMap((other) => {
    const tie = map.ties.find((one) => between(one, person.id, other.id));
    return tie ? [{ other, tie }] : [];
  });
  return (
    <>
      {known.map(({ other, tie }) => (
        <div class="field" key={tie.id}>
          <label for={`strength-${tie.id}`}>{words.howWell(person.name, other.name)}</label>
          <select
            id={`strength-${tie.id}`}
            value={tie.strength ?? ""}
            onChange={(event) => {
              const { value, selectedOptions } = event.currentTarget;
              session.tie(person.id, other.id, value === "" ? null : Number(value));
              report(session, `${person.name}, ${other.name}: ${selectedOptions[0]!.text}`);
            }}
          >
            <option value="">{texts().support.unanswered}</option>
            {vocabulary.grades("tieStrengths").map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  );
}
