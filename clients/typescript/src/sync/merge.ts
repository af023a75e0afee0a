import { type Content, type Draft, idsOf, equal, prune } from "./content.js";

/**
 * A member that both changed. The map has `theirs`, which was saved first. Null is unanswered or removed: `supporters/ID/id` means that
 * I removed a supporter whom they changed.
 */
export interface Difference {
  member: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  content: Content;
  differences: Difference[];
}

/**
 * Three-way merge by member. A change wins over no change; of two changes `theirs` stays, and the difference is reported. An entry
 * that one side removed and the other changed or referred to stays.
 */
export function merge(base: Content, mine: Content, theirs: Content): Merged {
  const differences: Difference[] = [];
  const left = withRestored(base, mine, theirs);
  const right = withRestored(base, theirs, mine);
  const merged: Draft = new Map();
  for (const member of new Set([...right.keys(), ...left.keys()])) {
    const [before, one, other] = [base.get(member), left.get(member), right.get(member)];
    const onlyMine = equal(other, before);
    const value = onlyMine ? one : other;
    if (value !== undefined) merged.set(member, value);
    if (!onlyMine && !equal(one, before) && !equal(one, other)) differences.push(difference(member, one, other));
  }
  for (const member of left.keys()) {
    const isBack =
      /^(supporters|agreements).*\/id$/.test(member) && !mine.has(member) && theirs.has(member) && base.has(member);
    if (isBack) differences.push(difference(member, undefined, theirs.get(member)));
  }
  uniteSupporters(merged, theirs, differences);
  uniteTies(merged, theirs);
  return { content: prune(merged), differences };
}

const difference = (member: string, mine: unknown, theirs: unknown): Difference => ({
  member,
  mine: mine ?? null,
  theirs: theirs ?? null,
});

/** Returns `side` with the entries that it removed although `other` changed or referred to them. */
function withRestored(base: Content, side: Content, other: Content): Content {
  const result: Draft = new Map(side);
  const changed = [...other].filter(([path, value]) => !equal(value, base.get(path)));
  const cleared = [...base.keys()].filter((path) => !other.has(path));
  const touched = (prefix: string) =>
    changed.some(([path]) => path.startsWith(prefix)) || cleared.some((path) => path.startsWith(prefix));
  const mentioned = (id: string) =>
    changed.some(([path, value]) => /Ids?$/.test(path) && JSON.stringify(value).includes(id));
  const isGone = (entry: string) => !side.has(`${entry}/id`) && other.has(`${entry}/id`);
  const restore = (belongs: (path: string, value: unknown) => boolean) => {
    for (const [path, value] of base) if (belongs(path, value)) result.set(path, value);
  };

  // Persons are not removed by themselves: `prune` removes those without a supporter.
  restore((path) => /^persons/.test(path) && !side.has(path.replace(/[^/]+$/, "id")));
  for (const collection of ["supporters", "ties", "agreements"]) {
    for (const id of idsOf(base, collection)) {
      const entry = `${collection}/${id}`;
      const person = `persons/${base.get(`${entry}/personId`)}/`;
      if (!isGone(entry) || !(touched(`${entry}/`) || touched(person) || mentioned(id))) continue;
      restore((path) => path.startsWith(`${entry}/`));
      if (collection !== "supporters") continue;
      // Also restores what was removed together with the supporter.
      restore(
        (path, value) => path.endsWith("/supporterId") && value === id && side.has(path.replace(/supporterId$/, "id")),
      );
      const ties = idsOf(base, "ties").filter((tie) => (base.get(`ties/${tie}/supporterIds`) as string[]).includes(id));
      for (const tie of ties) if (isGone(`ties/${tie}`)) restore((path) => path.startsWith(`ties/${tie}/`));
    }
  }
  return result;
}

/** If both added the same person, one supporter remains, with the answers of both: theirs, if they have one. */
function uniteSupporters(merged: Draft, theirs: Content, differences: Difference[]): void {
  const first = new Map<unknown, string>();
  const theirsFirst = (one: string, other: string) =>
    Number(theirs.has(`supporters/${other}/id`)) - Number(theirs.has(`supporters/${one}/id`));
  for (const id of idsOf(merged, "supporters").sort(theirsFirst)) {
    const personId = merged.get(`supporters/${id}/personId`);
    const kept = first.get(personId);
    if (!kept) first.set(personId, id);
    else {
      moveMembers(merged, `supporters/${id}/`, `supporters/${kept}/`, differences);
      renameReferences(merged, id, kept);
    }
  }
}

function moveMembers(merged: Draft, from: string, to: string, differences: Difference[]): void {
  for (const [path, value] of [...merged]) {
    if (!path.startsWith(from)) continue;
    merged.delete(path);
    const target = to + path.slice(from.length);
    const there = merged.get(target);
    if (there === undefined) merged.set(target, value);
    else if (!path.endsWith("/id") && !equal(there, value)) differences.push(difference(target, value, there));
  }
}

function renameReferences(merged: Draft, from: string, to: string): void {
  for (const [path, value] of merged) {
    if (path.endsWith("/supporterId") && value === from) merged.set(path, to);
    if (path.endsWith("/supporterIds")) {
      const ends = (value as string[]).map((id) => (id === from ? to : id));
      merged.set(path, ends.sort());
    }
  }
}

/** Leaves one tie for each pair of supporters. */
function uniteTies(merged: Draft, theirs: Content): void {
  const seen = new Set<string>();
  const ids = idsOf(merged, "ties");
  for (const id of [
    ...ids.filter((one) => theirs.has(`ties/${one}/id`)),
    ...ids.filter((one) => !theirs.has(`ties/${one}/id`)),
  ]) {
    const ends = merged.get(`ties/${id}/supporterIds`) as string[];
    const pair = ends.join();
    if (seen.has(pair) || ends[0] === ends[1]) merged.delete(`ties/${id}/id`);
    seen.add(pair);
  }
}
