/** How close a person is. */
export type Closeness = "inner" | "middle" | "outer";
/** A ring; null is not placed yet. */
export type Ring = Closeness | null;
/** The rings, from the client outward. */
export const CLOSENESS: readonly Closeness[] = ["inner", "middle", "outer"];
/** Everywhere a person can be, from the client outward. */
export const RINGS: readonly Ring[] = [...CLOSENESS, null];

/** Support as the service has it. */
export interface Support {
  supportType: string;
  availability?: string | null | undefined;
}

/** A person to show. All members but `id` and `name` may be null or absent: not answered. */
export interface Person {
  /** The id of the person, not of the supporter: the card derives the place from it. */
  id: string;
  name: string;
  /** Shown where names do not fit; by default the first letters of the name. */
  initials?: string | null | undefined;
  closeness?: Ring | undefined;
  /** Decides the sector, as on the card: `lifeDomainOf` of `@omringd/rings/card`. */
  lifeDomain?: string | null | undefined;
  /** Degrees clockwise from the top; by default the sector decides. */
  angle?: number | null | undefined;
  /** From 0 (none) to 4. */
  tension?: number | null | undefined;
  /** From 0 (none) to 4. */
  burden?: number | null | undefined;
  supports?: readonly Support[] | null | undefined;
  /** Whether they belong to the past. */
  past?: boolean | undefined;
  /** Whether a change is not saved yet. */
  pending?: boolean | undefined;
}

/** Two people who know each other. */
export interface Tie {
  between: readonly [string, string];
  /** From 0 to 4. */
  strength?: number | null | undefined;
}

/** The detail of `omringd-move`. */
export interface Move {
  personId: string;
  closeness: Ring;
  previous: Ring;
}

export const ringOf = (person: Person): Ring => person.closeness ?? null;
