import { report, useEditing } from "./editing.ts";
import { texts } from "./texts.ts";

/** What the client needs of each support type. */
export function Needs() {
  const { session, map, words: vocabulary } = useEditing();
  const words = texts().situation;
  return (
    <>
      {vocabulary.list("supportTypes").map((type) => {
        const level = map.needs.find(({ supportType }) => supportType === type.value)?.level ?? null;
        return (
          <div class="asking" key={type.value}>
            <h3 id={`need-${type.value}`}>{type.text}</h3>
            <div class="segments segments-four" role="group" aria-labelledby={`need-${type.value}`}>
              {vocabulary.grades("needLevels").map(({ value, text }) => (
                <button
                  type="button"
                  class="segment-button"
                  key={value}
                  aria-pressed={level === value}
                  onClick={() => {
                    session.need(type.value, level === value ? null : value);
                    report(session, words.need(type.text, level === value ? texts().support.unanswered : text));
                  }}
                >
                  {text}
                </button>
              ))}
            </div>
          </div>
        );
      })}
    </>
  );
}
