/** Creates a UUIDv7. Works in insecure contexts too, where `crypto.randomUUID` is missing. */
export function newId(now = Date.now()): string {
  const hex = (number: number | bigint, digits: number) => number.toString(16).padStart(digits, "0").slice(-digits);
  const [a, b] = crypto.getRandomValues(new BigUint64Array(2));
  const time = hex(now, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a!, 3)}-8${hex(a! >> 12n, 3)}-${hex(b!, 12)}`;
}
