import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { saveFile } from "../core/download.ts";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { ownChanges } from "../core/live.ts";
import { ProblemNotice } from "../core/problem.tsx";
import { omringd, ownClientId, session } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { CalendarButton } from "../ui/calendar_button.tsx";
import { Chips } from "../ui/chips.tsx";
import { CardPicture, readPicture } from "./card_picture.tsx";
import { useDeviceFirst } from "./device_first.ts";
import { printPicture } from "./print.ts";
import { texts } from "./texts.ts";

type Head = Schemas["CardHead"];

/** The cards, the newest first. */
async function readCards(): Promise<Head[]> {
  const { items } = await omringd.cards.listClientCards(ownClientId());
  return items.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

export default function Cards() {
  const { shown, problem } = useDeviceFirst("cards", readCards, ownChanges("card-made", "map-added", "map-removed"));
  const [chosen, setChosen] = useState<string>();
  const words = texts().card;
  const cards = shown?.value ?? [];
  const card = cards.find(({ id }) => id === chosen) ?? cards[0];
  return (
    <Page title={words.title}>
      {problem && <ProblemNotice problem={problem} />}
      {shown && cards.length === 0 && <p>{words.none}</p>}
      {cards.length > 1 && card && (
        <Chips
          label={words.which}
          chips={cards.map(({ id, number }) => ({ value: id, text: words.number(number) }))}
          chosen={card.id}
          choose={setChosen}
        />
      )}
      {card && <Card key={card.id} card={card} />}
    </Page>
  );
}

function Card({ card: { id, mapId, createdAt, reviewOn } }: { card: Head }) {
  const words = texts().card;
  const sheet = matchMedia("(min-width: 52rem)").matches ? "screen" : "phone";
  return (
    <>
      <p class="hint">
        {words.made(asDate(createdAt))}
        {reviewOn && ` · ${words.review(asDate(reviewOn))}`}
      </p>
      <CardPicture cardId={id} sheet={sheet} />
      {reviewOn && (
        <div class="actions">
          <CalendarButton id={`${mapId}-review`} day={reviewOn} title={shell().calendar.review} />
        </div>
      )}
      {session.value.is === "in" && <Paper cardId={id} />}
    </>
  );
}

function Paper({ cardId }: { cardId: string }) {
  const action = useAction();
  const words = texts().card;
  const print = (sheet: "a4" | "wallet") =>
    action.run(async () => printPicture(await readPicture(cardId, sheet), sheet));
  const save = (format: "png" | "pdf") =>
    action.run(async () => {
      const file = await omringd.download(omringd.cards.picture, cardId, {
        format,
        sheet: format === "png" ? "phone" : "a4",
      });
      saveFile(file);
      announce(words.saved(file.name));
    });
  return (
    <>
      {action.problem}
      <div class="actions">
        <Button icon="print" onClick={() => print("a4")}>
          {words.print}
        </Button>
        <Button icon="print" onClick={() => print("wallet")}>
          {words.wallet}
        </Button>
        <Button icon="download" onClick={() => save("png")}>
          {words.png}
        </Button>
        <Button icon="download" onClick={() => save("pdf")}>
          {words.pdf}
        </Button>
      </div>
      <p class="hint">{words.paper}</p>
    </>
  );
}
