// Reading what the service makes of the map: only after what was filled in has been saved.
import { OmringdProblem } from "@omringd/client";
import { useEffect, useState } from "preact/hooks";
import { language } from "../core/language.ts";
import { useEditing } from "./editing.ts";

/** Undefined until it was read; null without a connection. Read when the screen opens, and again when the map could be saved. */
export function useSavedMap<Data>(read: (mapId: string) => Promise<Data>): Data | null | undefined {
  const { session, snapshot } = useEditing();
  const [data, setData] = useState<Data | null>();
  const isOffline = snapshot.status === "offline";
  useEffect(() => {
    let shown = true;
    const readSaved = async () => {
      await session.save();
      const found = await read(session.mapId);
      if (shown) setData(found);
    };
    readSaved().catch((problem: unknown) => {
      if (!(problem instanceof OmringdProblem)) throw problem;
      if (shown) setData((before) => before ?? null);
    });
    return () => {
      shown = false;
    };
  }, [session, isOffline, language.value]);
  return data;
}
