// Which clients of the caseload are shown.
import type { Schemas } from "@omringd/client";

export type Entry = Schemas["CaseloadEntry"];
export type Filter = "all" | Schemas["Attention"];

/** Clients with the reason of the filter, whose names or numbers contain every word that was typed, without regard to accents. */
export function select(entries: readonly Entry[], filter: Filter, typed: string): Entry[] {
  const terms = plain(typed).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (filter !== "all" && !entry.attention.includes(filter)) return false;
    const numbers = entry.externalIdentifiers.map(({ value }) => value);
    const searched = plain([entry.name, entry.preferredName ?? "", ...numbers].join(" "));
    return terms.every((term) => searched.includes(term));
  });
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether the map changed after its last card was made; undefined without a card of that map. */
export function changedSinceCard({ lastCard, latestMap }: Entry): boolean | undefined {
  if (!lastCard || lastCard.mapId !== latestMap?.id) return undefined;
  return latestMap.updatedAt > lastCard.createdAt;
}
