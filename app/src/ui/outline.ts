interface Modules {
  size: number;
  get: (x: number, y: number) => boolean;
}

/** The path of the dark modules of a QR code, each 1 wide and high. */
export function outline({ size, get }: Modules): string {
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  }
  return path;
}
