// Step 2: how close. Three radio buttons for each person.
import type { Schemas } from "@omringd/client";
import { report, useEditing } from "./editing.ts";
import { texts } from "./texts.ts";

export default function ClosenessStep() {
  const { words } = useEditing();
  return (
    <>
      <ul class="prompts">
        {words.prompts("closeness").map(({ question }) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <PlaceList />
    </>
  );
}

function PlaceList() {
  const { session, people, words } = useEditing();
  const rings = words.list<Schemas["Closeness"]>("closenesses");
  return (
    <div class="place-list">
      {people.map(({ id, name, closeness }) => (
        <fieldset key={id} class="place">
          <legend>
            {name}
            {!closeness && <span class="hint">{texts().closeness.unplaced}</span>}
          </legend>
          <div class="segments">
            {rings.map(({ value, text }) => (
              <label class="segment" key={value}>
                <input
                  type="radio"
                  name={`place-${id}`}
                  checked={closeness === value}
                  onChange={() => {
                    session.place(id, value);
                    report(session, texts().closeness.moved(name, text));
                  }}
                />
                <span>{text}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
