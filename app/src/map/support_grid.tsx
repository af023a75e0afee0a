// Everyone and every support type in one table, for wide screens. A tap gives the next answer.
import type { Schemas } from "@omringd/client";
import { type Named, report, useEditing } from "./editing.ts";
import { answered, answerOf, following } from "./supports.ts";
import { texts } from "./texts.ts";

export function SupportGrid() {
  const { people, words: vocabulary } = useEditing();
  const types = vocabulary.list("supportTypes");
  return (
    <>
      <p class="hint">{texts().support.gridHint}</p>
      <div class="grid-scroll">
        <table class="grid">
          <thead>
            <tr>
              <td />
              {types.map(({ value, text }) => (
                <th scope="col" key={value}>
                  {text}
                </th>
              ))}
              <th scope="col">{texts().support.nothing}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Row key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ person: { id, name, supports } }: { person: Named }) {
  const { session, words: vocabulary } = useEditing();
  const words = texts().support;
  const isNothing = supports?.length === 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      {vocabulary.list("supportTypes").map((type) => (
        <td key={type.value}>
          <Cell person={{ id, name, supports }} type={type} />
        </td>
      ))}
      <td>
        <button
          type="button"
          class="cell"
          aria-pressed={isNothing}
          aria-label={words.nothingOf(name)}
          onClick={() => {
            session.support(id, isNothing ? null : []);
            report(session, isNothing ? `${name}: ${words.unanswered}` : words.nothingDone(name));
          }}
        >
          <span class="cell-mark" data-answer={isNothing ? "nothing" : "none"} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}

interface CellProps {
  person: Pick<Named, "id" | "name" | "supports">;
  type: { value: string; text: string };
}

function Cell({ person: { id, name, supports }, type: { value: type, text } }: CellProps) {
  const { session, words: vocabulary } = useEditing();
  const words = texts().support;
  const answers = vocabulary.list<Schemas["Availability"]>("availabilities");
  const { availability } = answerOf(supports, type);
  const say = (answer: Schemas["Availability"] | null) =>
    answers.find(({ value }) => value === answer)?.text ?? words.unanswered;
  return (
    <button
      type="button"
      class="cell"
      aria-label={words.answered(name, text, say(availability))}
      onClick={() => {
        const next = following(
          answers.map(({ value }) => value),
          availability,
        );
        session.support(id, answered(supports, type, { availability: next }));
        report(session, words.answered(name, text, say(next)));
      }}
    >
      <span class="cell-mark" data-answer={availability ?? "none"} aria-hidden="true" />
      <span class="cell-text" aria-hidden="true">
        {availability ? say(availability) : ""}
      </span>
    </button>
  );
}
