// The picture of a card, with the description of the service as its alternative text.
import { useEffect, useMemo } from "preact/hooks";
import { omringd } from "../core/service.ts";
import { useDeviceFirst } from "./device_first.ts";

type Sheet = "screen" | "phone" | "a4" | "wallet";

interface PictureData {
  svg: string;
  alt: string;
}

/** The second request is answered from the memory of the client, with 304. */
export async function readPicture(cardId: string, sheet: Sheet): Promise<PictureData> {
  const { alt, release } = await omringd.picture(cardId, { sheet });
  release();
  const svg = (await omringd.cards.picture(cardId, { sheet, format: "svg" })) as Blob;
  return { svg: await svg.text(), alt };
}

/** The last card is also shown without a connection. */
export function CardPicture({ cardId, sheet }: { cardId: string; sheet: Sheet }) {
  const { shown } = useDeviceFirst(`picture ${cardId} ${sheet}`, () => readPicture(cardId, sheet));
  return shown ? <SvgImage {...shown.value} /> : <div class="picture picture-waiting" />;
}

function SvgImage({ svg, alt }: PictureData) {
  const src = useMemo(() => URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })), [svg]);
  useEffect(() => () => URL.revokeObjectURL(src), [src]);
  return <img class="picture" src={src} alt={alt} />;
}
