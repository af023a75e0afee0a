import { pictured } from "@omringd/client";
import { useEffect } from "preact/hooks";
import { omringd } from "../core/service.ts";
import { useSavedMap } from "./saved_map.ts";
import { texts } from "./texts.ts";

const isNarrow = () => matchMedia("(max-width: 47.99rem)").matches;

/** The picture that a card made now would have. */
export function Preview() {
  const words = texts().card;
  const picture = useSavedMap(async (mapId) => {
    const sheet = isNarrow() ? "phone" : "screen";
    return pictured((await omringd.cards.preview(mapId, { format: "svg", sheet })) as Blob);
  });
  useEffect(() => () => picture?.release(), [picture]);
  return (
    <section>
      <h2>{words.picture}</h2>
      {picture === null && <p class="hint">{words.later}</p>}
      {picture ? <img class="map-picture" src={picture.src} alt={picture.alt} /> : null}
      {picture === undefined && <div class="map-picture map-picture-waiting" />}
    </section>
  );
}
