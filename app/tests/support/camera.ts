import jsQR from "jsqr";

const SCALE = 4;
const QUIET = 4;

/** The text that a camera reads in the outline of a QR code, drawn in black on white. */
export function readCode(path: string): string | undefined {
  const modules = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const side = (Math.max(...modules.flat()) + 1 + 2 * QUIET) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [x, y] of modules) {
    for (let row = 0; row < SCALE; row++) {
      const start = ((y + QUIET) * SCALE + row) * side + (x + QUIET) * SCALE;
      for (let at = start; at < start + SCALE; at++) pixels.fill(0, at * 4, at * 4 + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}
