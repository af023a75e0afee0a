// Step 1: who is there. Names are typed one by one, pasted as a list, or chosen out of those of earlier maps.
import { OmringdProblem, type Schemas } from "@omringd/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { omringd, ownClientId } from "../core/service.ts";
import { Button } from "../ui/button.tsx";
import { Chips } from "../ui/chips.tsx";
import { Icon } from "../ui/icon.tsx";
import { type Named, report, useEditing } from "./editing.ts";
import { LONGEST_NAME, namesIn } from "./names.ts";
import { PersonDialog } from "./person_dialog.tsx";
import { texts } from "./texts.ts";
import { Tick } from "./tick.tsx";

type Earlier = Schemas["PersonOnMaps"];

const same = (one: string, other: string) => one.localeCompare(other, undefined, { sensitivity: "base" }) === 0;

export default function WhoStep() {
  const { session, map, people } = useEditing();
  const words = texts().who;
  const [typed, setTyped] = useState("");
  return (
    <>
      <NameForm typed={typed} setTyped={setTyped} />
      <Before typed={typed} />
      <People people={people} />
      <Tick
        label={words.everyone}
        checked={map.everyoneNamed === true}
        change={(everyoneNamed) => {
          session.describe({ everyoneNamed });
          report(session, everyoneNamed ? words.everyoneDone : words.everyoneUndone);
        }}
      />
    </>
  );
}

function NameForm({ typed, setTyped }: { typed: string; setTyped: (typed: string) => void }) {
  const { session, words: vocabulary, people } = useEditing();
  const words = texts().who;
  const prompts = vocabulary.prompts("who");
  const [at, setAt] = useState(0);
  const [twice, setTwice] = useState("");
  const prompt = prompts[at]!;
  const input = useRef<HTMLInputElement>(null);

  function add(text: string) {
    const names = namesIn(text);
    const fresh = names.filter((name) => !people.some((one) => same(one.name, name)));
    for (const name of fresh) session.name(name, prompt.lifeDomain ? { lifeDomain: prompt.lifeDomain } : {});
    if (fresh.length > 0)
      report(session, fresh.length === 1 ? words.added(fresh[0]!) : words.addedMany(fresh.length), fresh.length);
    const known = names.find((name) => !fresh.includes(name)) ?? "";
    setTwice(known);
    if (known) announce(words.there(known));
    setTyped(known && fresh.length === 0 ? text : "");
    input.current?.focus();
  }

  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData?.getData("text") ?? "";
    if (namesIn(text).length < 2) return;
    event.preventDefault();
    add(text);
  }

  return (
    <div class="panel name-panel">
      <div class="chip-row">
        <Chips
          label={words.domains}
          chips={prompts.map(({ text }, index) => ({ value: String(index), text: text ?? words.forgotten }))}
          chosen={String(at)}
          choose={(index) => {
            setAt(Number(index));
            input.current?.focus();
          }}
        />
      </div>
      <form
        class="name-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) add(typed);
        }}
      >
        <label for="name">{prompt.question}</label>
        <p class="hint" id="name-hint">
          {words.hint}
        </p>
        <div class="name-row">
          <input
            id="name"
            ref={input}
            value={typed}
            maxLength={LONGEST_NAME}
            autocomplete="off"
            autocapitalize="words"
            enterkeyhint="done"
            aria-describedby={twice ? "name-hint name-twice" : "name-hint"}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onPaste={onPaste}
          />
          <Button type="submit" kind="primary" icon="plus">
            {words.add}
          </Button>
        </div>
        {twice && (
          <p class="hint" id="name-twice">
            {words.there(twice)}
          </p>
        )}
      </form>
    </div>
  );
}

/** Persons of the client who are not on this map. Without a connection there are none to choose from. */
function useEarlier(): Earlier[] {
  const { session } = useEditing();
  const [earlier, setEarlier] = useState<Earlier[]>([]);
  useEffect(() => {
    let shown = true;
    const read = async () => {
      const clientId = ownClientId() || (await omringd.maps.open(session.mapId)).clientId;
      const { items } = await omringd.persons.list(clientId, { limit: 200 });
      if (shown) setEarlier(items.filter(({ past }) => !past));
    };
    read().catch((problem: unknown) => {
      if (!(problem instanceof OmringdProblem)) throw problem;
    });
    return () => {
      shown = false;
    };
  }, [session]);
  return earlier;
}

const SHOWN_BEFORE = 12;

function Before({ typed }: { typed: string }) {
  const { session, people } = useEditing();
  const words = texts().who;
  const wanted = typed.trim().toLocaleLowerCase();
  const found = useEarlier()
    .filter(
      ({ id, alias }) => alias.toLocaleLowerCase().startsWith(wanted) && !people.some((one) => one.personId === id),
    )
    .slice(0, SHOWN_BEFORE);
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{words.before}</h2>
      <p class="hint">{words.beforeHint}</p>
      <div class="chips">
        {found.map((person) => (
          <button
            type="button"
            class="chip chip-add"
            key={person.id}
            onClick={() => {
              const { alias, relationship, lifeDomain, phone, email, note, id: personId } = person;
              session.name(alias, { personId, relationship, lifeDomain, phone, email, note });
              report(session, words.added(alias));
            }}
          >
            <Icon name="plus" />
            {person.alias}
          </button>
        ))}
      </div>
    </section>
  );
}

function People({ people }: { people: readonly Named[] }) {
  const { session } = useEditing();
  const words = texts().who;
  const [edited, setEdited] = useState<string>();
  const person = people.find(({ id }) => id === edited);
  return (
    <section>
      <h2>{words.people(people.length)}</h2>
      {people.length === 0 && <p class="hint">{words.nobody}</p>}
      <ul class="chips">
        {people.map(({ id, name }) => (
          <li class="name-chip" key={id}>
            <button type="button" class="name-chip-name" aria-label={words.edit(name)} onClick={() => setEdited(id)}>
              {name}
            </button>
            <button
              type="button"
              class="name-chip-remove"
              aria-label={words.remove(name)}
              onClick={() => {
                session.remove(id);
                report(session, words.removed(name));
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {person && <PersonDialog person={person} close={() => setEdited(undefined)} />}
    </section>
  );
}
