import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import type { Named } from "./editing.ts";
import { texts } from "./texts.ts";

interface PeopleChipsProps {
  label: string;
  people: readonly Named[];
  chosen: string | undefined;
  isDone: (person: Named) => boolean;
  choose: (id: string) => void;
}

/** The people, to jump to one of them; a tick marks those who are done. */
export function PeopleChips({ label, people, chosen, isDone, choose }: PeopleChipsProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    row.current?.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [chosen]);
  return (
    <div class="chip-row">
      <div class="chips" role="group" aria-label={label} ref={row}>
        {people.map((person) => (
          <button
            type="button"
            class="chip"
            key={person.id}
            aria-pressed={person.id === chosen}
            onClick={() => choose(person.id)}
          >
            {person.name}
            {isDone(person) && (
              <>
                <Icon name="check" />
                <span class="visually-hidden">{texts().done}</span>
              </>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}
