/** All texts of the element. Words in braces are filled in. */
export interface Labels {
  /** The name of the group of people. */
  people: string;
  me: string;
  inner: string;
  middle: string;
  outer: string;
  unplaced: string;
  /** The switch between the two views. */
  view: string;
  rings: string;
  list: string;
  /** Why the list is shown. */
  narrow: string;
  empty: string;
  hint: string;
  /** How to use the keyboard, for screen readers. */
  keys: string;
  /** {name} */
  where: string;
  cancel: string;
  /** {name} */
  picked: string;
  /** {name}, {ring} */
  moved: string;
  /** {name}, {ring} */
  stays: string;
  /** {name} */
  refused: string;
  available: string;
  unavailable: string;
  unanswered: string;
  tension: string;
  burden: string;
  /** {grade}: from 1 to 4. */
  grade: string;
  /** {names} */
  knows: string;
  past: string;
  pending: string;
  dimmed: string;
  highlighted: string;
  /** By support type; others show their code. */
  supports: Readonly<Record<string, string>>;
}

/** Dutch. */
export const nl: Labels = {
  people: "Mensen om mij heen",
  me: "ik",
  inner: "Binnenste ring",
  middle: "Middelste ring",
  outer: "Buitenste ring",
  unplaced: "Nog niet in een ring",
  view: "Weergave",
  rings: "Ringen",
  list: "Lijst",
  narrow: "De ringen passen hier niet goed. Daarom ziet u de lijst.",
  empty: "Er staat nog niemand op.",
  hint: "Sleep iemand naar een ring. Of tik op een naam en dan op een ring.",
  keys: "Pijltjes: naar iemand anders. Enter: oppakken.",
  where: "Waar hoort {name}?",
  cancel: "Annuleren",
  picked: "{name} opgepakt. Pijl omhoog: dichterbij. Pijl omlaag: verder weg. Enter: neerzetten. Escape: annuleren.",
  moved: "{name}: {ring}",
  stays: "{name} blijft: {ring}",
  refused: "{name} kan nu niet verplaatst worden",
  available: "Krijg ik of kan ik vragen",
  unavailable: "Zou ik niet vragen",
  unanswered: "Nog niet beantwoord",
  tension: "Spanning",
  burden: "Belasting",
  grade: "{grade} van 4",
  knows: "kent {names}",
  past: "Hoort bij vroeger",
  pending: "Nog niet opgeslagen",
  dimmed: "Valt weg",
  highlighted: "Let op",
  supports: {
    emotional: "Luisteren, hart luchten",
    practical: "Praktische hulp",
    informational: "Advies",
    companionship: "Gezelschap",
    appraisal: "Waardering",
  },
};

/** English. */
export const en: Labels = {
  people: "People around me",
  me: "me",
  inner: "Inner ring",
  middle: "Middle ring",
  outer: "Outer ring",
  unplaced: "Not in a ring yet",
  view: "View",
  rings: "Rings",
  list: "List",
  narrow: "The rings do not fit well here, so you see the list.",
  empty: "Nobody is on it yet.",
  hint: "Drag a person to a ring. Or tap a name, then a ring.",
  keys: "Arrow keys: another person. Enter: pick up.",
  where: "Where does {name} belong?",
  cancel: "Cancel",
  picked: "{name} picked up. Up arrow: closer. Down arrow: further away. Enter: put down. Escape: cancel.",
  moved: "{name}: {ring}",
  stays: "{name} stays: {ring}",
  refused: "{name} cannot be moved now",
  available: "Received, or I could ask",
  unavailable: "I would not ask",
  unanswered: "Not answered yet",
  tension: "Tension",
  burden: "Burden",
  grade: "{grade} of 4",
  knows: "knows {names}",
  past: "Belongs to the past",
  pending: "Not saved yet",
  dimmed: "Falls away",
  highlighted: "Attention",
  supports: {
    emotional: "Listening",
    practical: "Practical help",
    informational: "Advice",
    companionship: "Company",
    appraisal: "Appreciation",
  },
};
