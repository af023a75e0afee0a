import type { Content } from "./content.js";
import { applyIntention, type Change, applyChanges, changesBetween, type Intention, invert } from "./intentions.js";

export interface Step {
  intention: Intention;
  changes: Change[];
}

/** The steps that can be undone and redone, as stored. */
export interface Log {
  done: Step[];
  undone: Step[];
}

const LONGEST = 100;

/** Applies an intention and logs it, unless it changes nothing. */
export function perform(log: Log, content: Content, intention: Intention): Content {
  const after = applyIntention(content, intention);
  const changes = changesBetween(content, after);
  if (changes.length === 0) return content;
  log.done = [...log.done, { intention, changes }].slice(-LONGEST);
  log.undone = [];
  return after;
}

/** Undoes the last step, except members that changed since. */
export function undo(log: Log, content: Content): Content {
  const step = log.done.pop();
  if (!step) return content;
  log.undone.push(step);
  return applyChanges(content, invert(step.changes));
}

export function redo(log: Log, content: Content): Content {
  const step = log.undone.pop();
  if (!step) return content;
  log.done.push(step);
  return applyChanges(content, step.changes);
}
