// Opens a map for a screen, and redraws it after each change: by this user, by another one, or by the service.
import { OmringdProblem } from "@omringd/client";
import type { MapSession } from "@omringd/client/sync";
import { useEffect, useState } from "preact/hooks";
import { session as login } from "../core/service.ts";
import { sync } from "./sync.ts";
import { readWords, type Words } from "../core/words.ts";

interface Opened {
  session: MapSession;
  words: Words;
}

/** Maps of this visit, so that the next step appears at once. */
const opened = new Map<string, Opened>();

export function useMap(mapId: string): { opened?: Opened; problem?: OmringdProblem; retry: () => void } {
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState<OmringdProblem>();
  const [round, setRound] = useState(0);
  const userId = login.value.is === "in" ? login.value.current.user.id : "";

  useEffect(() => {
    let shown = true;
    let unsubscribe: (() => void) | undefined;
    const follow = (found: Opened) => {
      if (!shown) return;
      setProblem(undefined);
      unsubscribe = found.session.subscribe(() => redraw((count) => count + 1));
      redraw((count) => count + 1);
    };
    open(mapId).then(follow, (thrown: unknown) => {
      if (!(thrown instanceof OmringdProblem)) throw thrown;
      if (shown) setProblem(thrown);
    });
    return () => {
      shown = false;
      unsubscribe?.();
    };
  }, [mapId, round, userId]);

  const found = opened.get(mapId);
  return { ...(found && { opened: found }), ...(problem && { problem }), retry: () => setRound((count) => count + 1) };
}

/** Both are read once a visit; the words again after the organisation changed its support types. */
async function open(mapId: string): Promise<Opened> {
  const [session, words] = await Promise.all([sync.open(mapId), readWords()]);
  if (!opened.has(mapId)) void session.closed.then(() => opened.delete(mapId));
  const found = { session, words };
  opened.set(mapId, found);
  return found;
}
