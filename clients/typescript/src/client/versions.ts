/** Then it starts anew: each is read in full once more. */
const KEPT_ANSWERS = 200;

interface Kept {
  tag: string;
  answer: Blob | string;
}

/** What was read: the version of each resource for `If-Match`, and answers for `If-None-Match`. In memory only. */
export interface Versions {
  /** The version to change. */
  of(method: string, target: string): string | undefined;
  /** Notes the versions that an answer states, in its header and in its members. */
  learn(target: string, tag: string | null, body: unknown): void;
  kept(key: string): Kept | undefined;
  keep(key: string, kept: Kept): void;
  forget(): void;
}

/** A resource is known by its id; one without an id, and the needs of a map, by its path. */
function keyOf(target: string): string {
  const path = target.replace(/\?.*|\/(content|merges)$/g, "");
  return /[0-9a-f-]{36}$/.exec(path)?.[0] ?? path;
}

export function rememberVersions(): Versions {
  const tags = new Map<unknown, string>();
  const answers = new Map<string, Kept>();
  const note = (key: unknown, tag: unknown) => typeof tag === "string" && tags.set(key, tag);

  function walk(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { id, etag, headEtag, needsEtag, client, clientEtag } = node as Record<string, unknown>;
    note(id, etag);
    note(`${id}/head`, headEtag);
    note(`/v1/maps/${id}/needs`, needsEtag);
    note((client as { id: string } | undefined)?.id, clientEtag);
    // The map in a card is that of another day.
    if (!("contentHash" in node)) Object.values(node).forEach(walk);
  }

  return {
    of(method, target) {
      const key = keyOf(target);
      // The head of a map has its own version, which changes of the content do not touch.
      return (/PATCH|DELETE/.test(method) && tags.get(`${key}/head`)) || tags.get(key);
    },
    learn(target, tag, body) {
      note(keyOf(target), tag);
      walk(body);
    },
    kept: (key) => answers.get(key),
    keep(key, kept) {
      if (answers.size > KEPT_ANSWERS) answers.clear();
      answers.set(key, kept);
    },
    forget() {
      tags.clear();
      answers.clear();
    },
  };
}
