import { correction, generate } from "lean-qr/nano";
import { expect, test } from "vitest";
import { outline } from "../../src/ui/outline.ts";
import { readCode } from "../support/camera.ts";

test.each([
  "otpauth://totp/Omringd:coach%40example.nl?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Omringd",
  "https://omringd.example.nl/invitation#vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E",
  "Zorgpunt De Linde – café",
])("a camera reads %s", (text) => {
  expect(readCode(outline(generate(text, { minCorrectionLevel: correction.M })))).toBe(text);
});
