/** A new UUIDv7, for what a front end creates. It also works where a page is not secure and `crypto.randomUUID` is missing. */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  const random = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    (byte | 256).toString(16).slice(1),
  ).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6)}`;
}
