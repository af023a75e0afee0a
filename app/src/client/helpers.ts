// Whom to call for a need, out of what the service answers.
import type { Schemas } from "@omringd/client";

type Helper = Schemas["Helper"];

export interface Callable {
  /** One to three people who can be called now. */
  first: Helper[];
  /** The others, also those without a number. */
  more: Helper[];
}

const FIRST = 3;

const wouldNotAsk = (helper: Helper) => helper.reasons.some(({ code }) => code === "would-not-ask");

/** In the order of the service. Those whom the client would not ask are left out. */
export function callable({ helpers, others }: Schemas["HelpersFound"]): Callable {
  const named = helpers.filter((helper) => !wouldNotAsk(helper));
  const first = named.filter(({ call }) => call !== null).slice(0, FIRST);
  const refused = new Set(helpers.filter(wouldNotAsk).map(({ personId }) => personId));
  const rest = others.filter((helper) => !wouldNotAsk(helper) && !refused.has(helper.personId));
  return { first, more: [...named.filter((helper) => !first.includes(helper)), ...rest] };
}
