import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The program that the tests start: `OMRINGD_BINARY`, or what cargo built. */
export function builtBinary(): string {
  const target = (kind: string) => fileURLToPath(new URL(`../../../../target/${kind}/omringd`, import.meta.url));
  const found = [process.env.OMRINGD_BINARY, target("debug"), target("release")].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Error("There is no omringd: run `cargo build -p api`, or set OMRINGD_BINARY to the program");
  return found;
}

/** The code of an authenticator app (RFC 6238) for a secret in Base32. */
export async function codeOf(secret: string, now = Date.now()): Promise<string> {
  const bits = [...secret.replace(/=+$/, "")].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = Uint8Array.from(bits.join("").match(/.{8}/g)!, (byte) => parseInt(byte, 2));
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-1" }, false, ["sign"]);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(now / 30_000)));
  const mac = new DataView(await crypto.subtle.sign("HMAC", key, counter.buffer));
  const offset = mac.getUint8(19) & 0xf;
  return String((mac.getUint32(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
