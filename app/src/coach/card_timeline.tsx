import type { Schemas } from "@omringd/client";
import { useEffect, useState } from "preact/hooks";
import { asDate } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { clientChanges } from "../core/live.ts";
import { omringd } from "../core/service.ts";
import { Select } from "../staff/choice.tsx";
import { grouped } from "./change_groups.ts";
import { texts } from "./texts.ts";

type CardHead = Schemas["CardHead"];

async function readCards(clientId: string): Promise<CardHead[]> {
  const cards: CardHead[] = [];
  for await (const { items } of omringd.cards.listClientCards(clientId, { limit: 200 })) cards.push(...items);
  return cards.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
}

export function CardTimeline({ clientId }: { clientId: string }) {
  const words = texts().cards;
  const cards = useLoad(() => readCards(clientId), [clientId], clientChanges(clientId, "card-made", "map-removed"));
  return (
    <section>
      <h2>{words.title}</h2>
      <Await of={cards}>
        {(items) =>
          items.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <>
              <ol class="timeline" aria-label={words.timeline}>
                {items.map(({ id, number, createdAt, madeBy }) => (
                  <li key={id}>
                    <strong>{words.card(number)}</strong> {asDate(createdAt)}
                    {madeBy?.name && <span class="hint">{words.madeBy(madeBy.name)}</span>}
                  </li>
                ))}
              </ol>
              {items.length === 1 ? <Picture cardId={items[0]!.id} /> : <Comparison cards={items} />}
            </>
          )
        }
      </Await>
    </section>
  );
}

/** Two cards: the last two, until others are chosen. */
function Comparison({ cards }: { cards: readonly CardHead[] }) {
  const words = texts().cards;
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  const from = cards.find(({ id }) => id === chosen.from) ?? cards.at(-2)!;
  const to = cards.find(({ id }) => id === chosen.to) ?? cards.at(-1)!;
  const choices = cards.map((card) => ({ value: card.id, text: words.option(card.number, asDate(card.createdAt)) }));
  const choose = (side: "from" | "to") => (id: string) => setChosen({ ...chosen, [side]: id });
  return (
    <>
      <div class="beside">
        <Select name="from" label={words.from} choices={choices} value={from.id} choose={choose("from")} />
        <Select name="to" label={words.to} choices={choices} value={to.id} choose={choose("to")} />
      </div>
      <Slider from={from.id} to={to.id} label={words.slider(from.number, to.number)} />
      <Differences from={from.id} to={to.id} />
    </>
  );
}

/** Two pictures on top of each other; the slider shows more of one or the other. */
function Slider({ from, to, label }: { from: string; to: string; label: string }) {
  const [share, setShare] = useState(50);
  return (
    <div class="compare">
      <div class="compare-pictures">
        <Picture cardId={from} />
        <div class="compare-over" style={{ clipPath: `inset(0 0 0 ${100 - share}%)` }}>
          <Picture cardId={to} />
        </div>
        <div class="compare-line" style={{ insetInlineStart: `${100 - share}%` }} />
      </div>
      <input
        type="range"
        min="0"
        max="100"
        value={share}
        aria-label={label}
        onInput={(event) => setShare(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

function Picture({ cardId }: { cardId: string }) {
  const picture = useLoad(() => omringd.picture(cardId, { sheet: "screen" }), [cardId]);
  useEffect(() => picture.data?.release, [picture.data]);
  return (
    <Await of={picture}>{({ src, alt }) => <img class="sheet" width="820" height="689" src={src} alt={alt} />}</Await>
  );
}

function Differences({ from, to }: { from: string; to: string }) {
  const words = texts().cards;
  const differences = useLoad(() => omringd.cards.differences(from, to), [from, to]);
  return (
    <>
      <h3>{words.differences}</h3>
      <Await of={differences}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p>{words.same}</p>
          ) : (
            <dl class="differences">
              {grouped(changes).map(([group, sentences]) => (
                <div key={group}>
                  <dt>{words.groups[group]}</dt>
                  {sentences.map((sentence) => (
                    <dd key={sentence}>{sentence}</dd>
                  ))}
                </div>
              ))}
            </dl>
          )
        }
      </Await>
    </>
  );
}
