export const LONGEST_NAME = 200;

/** The names in a typed or pasted text, each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[\n\r\t;,]+/).map((name) => name.replace(/^[\s\-*•]+|\s+$/g, "").slice(0, LONGEST_NAME));
  return [...new Set(names.filter(Boolean))];
}
