import { useEffect, useState } from "preact/hooks";
import { outline } from "./outline.ts";

/** The empty border that a camera needs, in modules. */
const QUIET = 4;

/** A text as a QR code, for the camera of another device. The same must stand beside it as text: not everybody has a camera. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState({ size: 0, path: "" });
  useEffect(() => {
    let shown = true;
    const draw = async () => {
      const { correction, generate } = await import("lean-qr/nano");
      const code = generate(text, { minCorrectionLevel: correction.M });
      if (shown) setDrawn({ size: code.size, path: outline(code) });
    };
    // If the encoder cannot be loaded, there is the text.
    draw().catch(() => {});
    return () => {
      shown = false;
    };
  }, [text]);
  const side = drawn.size + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label}>
      <path d={drawn.path} shape-rendering="crispEdges" />
    </svg>
  );
}
