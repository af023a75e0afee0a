export const nl = {
  more: "Laat meer zien",
  nothing: "Niets gevonden.",
  choose: "Kies",
  select: (name: string) => `Kies ${name}`,
  born: (day: string) => `Geboren op ${day}`,
  number: (value: string) => `Nummer ${value}`,
  save: "Opslaan",
  saved: "Opgeslagen.",
  remove: "Weghalen",
  change: "Veranderen",
  unknown: "Onbekend",
};

export type Texts = typeof nl;
