export const nl = {
  more: "Laat meer zien",
  nothing: "Niets gevonden.",
  choose: "Kies",
  select: (name: string) => `Kies ${name}`,
  born: (day: string) => `Geboren ${day}`,
  number: (value: string) => `nr.\u00a0${value}`,
  save: "Opslaan",
  saved: "Opgeslagen.",
  change: "Veranderen",
  unknown: "Onbekend",
};

export type Texts = typeof nl;
