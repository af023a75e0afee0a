import { createHmac } from "node:crypto";

/** The code of an authenticator app (RFC 6238) for a secret in Base32, `steps` of 30 seconds from now. */
export function totp(secret: string, steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(" ", "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", key).update(counter).digest();
  const code = (hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff) % 1_000_000;
  return String(code).padStart(6, "0");
}
