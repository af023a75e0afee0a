/** Number of answers after which the cache is emptied. */
const CACHED_ANSWERS = 200;

interface Kept {
  tag: string;
  answer: Blob | string;
}

/** Versions of the resources last read, for `If-Match`, and their answers, for `If-None-Match`. In memory only. */
export interface VersionCache {
  /** The version last read of the resource that a request changes. */
  of(target: string, letters: string): string | undefined;
  /** Records the versions in an answer: of its header and of its members. */
  learn(target: string, tag: string | null, body: unknown): void;
  kept(key: string): Kept | undefined;
  keep(key: string, kept: Kept): void;
  forget(): void;
}

/** The key of a resource: its id, or its path if it has none. */
function keyOf(target: string): string {
  const path = target.replace(/\?.*|\/(content|merges)$/g, "");
  return /[0-9a-f-]{36}$/.exec(path)?.[0] ?? path;
}

export function createVersionCache(): VersionCache {
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
    // The map inside a card has the versions of the day the card was made.
    if (!("contentHash" in node)) Object.values(node).forEach(walk);
  }

  return {
    of(target, letters) {
      const key = keyOf(target);
      // The head of a map has its own version, which changes of its content do not increment.
      return (/^[AD]/.test(letters) && tags.get(`${key}/head`)) || tags.get(key);
    },
    learn(target, tag, body) {
      note(keyOf(target), tag);
      // That of a new resource.
      note((body as { id: string } | undefined)?.id, tag);
      walk(body);
    },
    kept: (key) => answers.get(key),
    keep(key, kept) {
      if (answers.size > CACHED_ANSWERS) answers.clear();
      answers.set(key, kept);
    },
    forget() {
      tags.clear();
      answers.clear();
    },
  };
}
