import { useEffect, useRef, useState } from "preact/hooks";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { allChanges } from "../core/live.ts";
import { omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { identityOf } from "../staff/identity.ts";
import { isTyping, SearchField } from "../staff/search_field.tsx";
import { Button } from "../ui/button.tsx";
import { Chips } from "../ui/chips.tsx";
import { changedSinceCard, type Entry, type Filter, select } from "./selection.ts";
import { texts } from "./texts.ts";

/** What a screen shows without scrolling; the rest is read when it is wanted. */
const FIRST = 20;

export default function Caseload() {
  const words = texts().caseload;
  const [whole, setWhole] = useState(false);
  const [filter, setFilter] = useState<Filter>("all");
  const [typed, setTyped] = useState("");
  const caseload = useLoad(() => readCaseload(whole), [whole], allChanges);

  function choose(chosen: Filter) {
    setFilter(chosen);
    setWhole(true);
  }
  function search(text: string) {
    setTyped(text);
    setWhole(true);
  }

  return (
    <Page title={words.title}>
      <Await of={caseload}>
        {({ entries, facets, vocabulary }) => {
          if (facets.clients === 0) return <p>{words.empty}</p>;
          const shown = select(entries, filter, typed);
          return (
            <>
              <SearchField label={words.search} text={typed} search={search} />
              <Chips
                label={words.filter}
                chips={[
                  { value: "all" as Filter, text: words.all, count: facets.clients },
                  ...facets.attention.map(({ code, clients }) => ({
                    value: code,
                    text: vocabulary.of("attention", code),
                    count: clients,
                  })),
                ]}
                chosen={filter}
                choose={choose}
              />
              {(filter !== "all" || typed) && <p role="status">{words.found(shown.length)}</p>}
              <Entries entries={shown} vocabulary={vocabulary} />
              {entries.length < facets.clients && (
                <div class="actions">
                  <Button icon="down" onClick={() => setWhole(true)}>
                    {words.showAll(facets.clients)}
                  </Button>
                </div>
              )}
              <p class="hint keys">{words.keys}</p>
            </>
          );
        }}
      </Await>
    </Page>
  );
}

async function readCaseload(whole: boolean) {
  const [{ items: entries, facets }, vocabulary] = await Promise.all([whole ? readWhole() : readFirst(), readWords()]);
  return { entries, facets, vocabulary };
}

const readFirst = () => omringd.caseload.list({ sort: "attention", limit: FIRST });

async function readWhole() {
  const pages = omringd.caseload.list({ sort: "attention", limit: 200 });
  const { facets } = await pages;
  const items: Entry[] = [];
  for await (const page of pages) items.push(...page.items);
  return { items, facets };
}

/** The rows, through which `j` and `k` move the focus; Enter follows the link that has it. */
function Entries({ entries, vocabulary }: { entries: readonly Entry[]; vocabulary: Words }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || isTyping(event)) return;
      const links = [...(list.current?.querySelectorAll("a") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLAnchorElement);
      const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1);
      links[next]?.focus();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  if (entries.length === 0) return <p>{texts().caseload.nobody}</p>;
  return (
    <ul class="entries" aria-label={texts().caseload.list} ref={list}>
      {entries.map((entry) => (
        <li key={entry.clientId}>
          <EntryRow entry={entry} vocabulary={vocabulary} />
        </li>
      ))}
    </ul>
  );
}

function EntryRow({ entry, vocabulary }: { entry: Entry; vocabulary: Words }) {
  const words = texts().caseload;
  const { name, preferredName, latestMap, lastCard, dateOfBirth, externalIdentifiers } = entry;
  const changed = changedSinceCard(entry);
  return (
    <a class="entry" href={`#/coach/clients/${entry.clientId}`}>
      <span>
        <strong>{preferredName ?? name}</strong>
        <span class="hint">{identityOf(dateOfBirth, externalIdentifiers)}</span>
      </span>
      <span>
        {latestMap ? `${latestMap.theme} · ${words.people(latestMap.supporters)}` : words.noMap}
        <span class="hint">{lastCard ? words.card(lastCard.number, asDate(lastCard.createdAt)) : words.noCard}</span>
        {changed !== undefined && <span class="hint">{changed ? words.changed : words.unchanged}</span>}
      </span>
      <Reasons entry={entry} vocabulary={vocabulary} />
    </a>
  );
}

/** Why the client needs attention, with the date or the support that it is about. */
function Reasons({ entry, vocabulary }: { entry: Entry; vocabulary: Words }) {
  const words = texts().caseload;
  const types = (codes: readonly string[] = []) => codes.map((code) => vocabulary.of("supportTypes", code)).join(", ");
  const details: Partial<Record<string, string | false | null>> = {
    "review-overdue": entry.overdueReviewOn && words.overdue(asDate(entry.overdueReviewOn)),
    "uncovered-type": words.missing(types(entry.latestMap?.uncovered)),
    "fragile-type": words.fragile(types(entry.latestMap?.fragile)),
  };
  return (
    <span class="reasons">
      {entry.attention.map((code) => (
        <span key={code} class={`reason reason-${code}`}>
          {details[code] || vocabulary.of("attention", code)}
        </span>
      ))}
      {entry.attention.length === 0 && entry.nextReviewOn && (
        <span class="hint">{words.review(asDate(entry.nextReviewOn))}</span>
      )}
    </span>
  );
}
