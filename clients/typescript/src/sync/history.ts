import type { Content } from "./content.js";
import { carriedOut, type Change, changed, changesBetween, type Intention, inverse } from "./intentions.js";

export interface Step {
  intention: Intention;
  changes: Change[];
}

/** What the user did and can take back, as it is stored. */
export interface Log {
  done: Step[];
  undone: Step[];
}

const LONGEST = 100;

/** Carries out an intention and notes it; nothing is noted that changes nothing. */
export function act(log: Log, content: Content, intention: Intention): Content {
  const after = carriedOut(content, intention);
  const changes = changesBetween(content, after);
  if (changes.length === 0) return content;
  log.done = [...log.done, { intention, changes }].slice(-LONGEST);
  log.undone = [];
  return after;
}

/** Takes the last step back, as far as nobody else changed the same since. */
export function undo(log: Log, content: Content): Content {
  const step = log.done.pop();
  if (!step) return content;
  log.undone.push(step);
  return changed(content, inverse(step.changes));
}

export function redo(log: Log, content: Content): Content {
  const step = log.undone.pop();
  if (!step) return content;
  log.done.push(step);
  return changed(content, step.changes);
}
