// Step 2: how close. The rings are the web component that other front ends can use too.
import type { Labels, Move, OmringdRings } from "@omringd/rings";
import { en, nl } from "@omringd/rings/labels";
import { createElement } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { inLanguage } from "../core/language.ts";
import { type Editing, offerUndo, useEditing } from "./editing.ts";

const labels = inLanguage<Labels>({ nl, en });

export default function ClosenessStep() {
  const { words } = useEditing();
  return (
    <>
      <ul class="prompts">
        {words.prompts("closeness").map(({ question }) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <Rings />
    </>
  );
}

function Rings() {
  const editing = useEditing();
  const { session, people } = editing;
  const element = useRef<OmringdRings>(null);
  useEffect(() => void import("@omringd/rings"), []);
  // Properties, not attributes: also before the element is defined.
  useEffect(() => void Object.assign(element.current!, shown(editing)));

  /** The element says it to screen readers itself. */
  function onMove({ detail: { personId, closeness } }: CustomEvent<Move>) {
    const person = people.find((one) => one.personId === personId)!;
    session.place(person.id, closeness);
    offerUndo(session, `${person.name}: ${labels()[closeness ?? "unplaced"]}`);
  }

  return createElement("omringd-rings", { ref: element, "onomringd-move": onMove });
}

/** Only what this step is about: the card shows the support and the ties. */
function shown({ people }: Editing) {
  return {
    people: people.map(({ personId, name, person: { lifeDomain, relationship }, closeness, angle }) => {
      return { id: personId, name, closeness, angle, lifeDomain, relationship };
    }),
    labels: labels(),
  };
}
