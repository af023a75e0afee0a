// The map that is being filled in, for all screens of the five steps.
import { signal } from "@preact/signals";
import type { MapContent, MapSession, Snapshot } from "@omringd/client/sync";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import type { Words } from "../core/words.ts";

type Supporter = MapContent["supporters"][number];

/** A supporter with the name of the person. */
export interface Named extends Supporter {
  name: string;
  person: MapContent["persons"][number];
}

export interface Editing {
  session: MapSession;
  snapshot: Snapshot;
  map: MapContent;
  people: readonly Named[];
  words: Words;
}

export const EditingContext = createContext<Editing | undefined>(undefined);
export const useEditing = (): Editing => useContext(EditingContext)!;

/** The people on the map, in the order in which they were named. */
export function peopleOf(map: MapContent): Named[] {
  const persons = new Map(map.persons.map((person) => [person.id, person]));
  return map.supporters.flatMap((supporter) => {
    const person = persons.get(supporter.personId);
    return person ? [{ ...supporter, name: person.alias, person }] : [];
  });
}

/** What was done last, and how many edits that was. */
export const lastDone = signal<{ mapId: string; text: string; edits: number } | undefined>(undefined);

/** Offers to undo what was done. */
export function offerUndo({ mapId }: MapSession, text: string, edits = 1): void {
  lastDone.value = { mapId, text, edits };
}

/** Says what was done, also to screen readers, and offers to undo it. */
export function report(session: MapSession, text: string, edits = 1): void {
  offerUndo(session, text, edits);
  announce(text);
}
