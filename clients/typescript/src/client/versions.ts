const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEPT_ANSWERS = 100;

type Json = Record<string, unknown>;

/** A resource is known by its id; one without an id, and the needs of a map, by its path. */
function keyOf(target: string): string {
  const parts = target.split("?", 1)[0]!.split("/");
  const whole = /^(content|merges)$/.test(parts.at(-1)!) ? parts.at(-2)! : parts.at(-1)!;
  return UUID.test(whole) ? whole : parts.join("/");
}

/** What was read: the version of each resource for `If-Match`, and answers for `If-None-Match`. In memory only. */
export class Versions {
  readonly #tags = new Map<string, string>();
  readonly #answers = new Map<string, { tag: string; answer: Blob | string }>();

  /** The version to change. The head of a map has its own, which changes of its content do not touch. */
  of(method: string, target: string): string | undefined {
    const key = keyOf(target);
    const head = method === "PATCH" || method === "DELETE" ? this.#tags.get(`${key}/head`) : undefined;
    return head ?? this.#tags.get(key);
  }

  /** Notes the versions that an answer states, in its header and in its members. */
  learn(target: string, tag: string | null, body: unknown): void {
    if (tag) this.#tags.set(keyOf(target), tag);
    this.#walk(body);
  }

  #walk(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) return node.forEach((one) => this.#walk(one));
    const { id, etag, headEtag, needsEtag, client, clientEtag } = node as Json;
    const note = (key: unknown, tag: unknown) => typeof tag === "string" && this.#tags.set(String(key), tag);
    note(id, etag);
    note(`${id}/head`, headEtag);
    note(`/v1/maps/${id}/needs`, needsEtag);
    note((client as Json | undefined)?.id, clientEtag);
    // The map in a card is that of another day.
    if (!("contentHash" in node)) Object.values(node).forEach((one) => this.#walk(one));
  }

  kept(key: string): { tag: string; answer: Blob | string } | undefined {
    return this.#answers.get(key);
  }

  keep(key: string, tag: string, answer: Blob | string): void {
    this.#answers.delete(key);
    this.#answers.set(key, { tag, answer });
    if (this.#answers.size > KEPT_ANSWERS) this.#answers.delete(this.#answers.keys().next().value!);
  }

  forget(): void {
    this.#tags.clear();
    this.#answers.clear();
  }
}
