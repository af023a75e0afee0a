// A session on two screens: one map, changed on one, followed on the other.
import { OmringdProblem, type Schemas } from "@omringd/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { Page } from "../core/frame.tsx";
import { asTime, language } from "../core/language.ts";
import type { Params } from "../core/router.ts";
import { ProblemNotice } from "../core/problem.tsx";
import { current, omringd } from "../core/service.ts";
import { readWords, type Words } from "../core/words.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { changesBetween, type MapChange } from "./map_changes.ts";
import { clientPath, stepsPath } from "./paths.ts";
import { texts } from "./texts.ts";

interface Line {
  id: string;
  at: string;
  by: Schemas["NamedUser"] | null;
  changes: MapChange[];
}

interface Followed {
  map?: Schemas["WholeMap"];
  vocabulary?: Words;
  lines: Line[];
  ended: boolean;
  problem?: OmringdProblem;
}

/** Reads the map again at each change, one reading at a time, and notes who changed what. */
function useFollowedMap(mapId: string): Followed {
  const [state, setState] = useState<Followed>({ lines: [], ended: false });
  useEffect(() => {
    let stopped = false;
    let map: Schemas["WholeMap"] | undefined;
    let queue = Promise.resolve();
    const guard = (problem: unknown) => {
      if (!(problem instanceof OmringdProblem)) throw problem;
      if (!stopped) setState((last) => ({ ...last, problem }));
    };
    async function read(id?: string, by: Line["by"] = null) {
      const [found, vocabulary] = await Promise.all([omringd.maps.open(mapId), readWords()]);
      const before = map;
      map = found;
      if (stopped) return;
      if (!before || !id || before.etag === found.etag) {
        setState((last) => ({ ...last, map: found, vocabulary }));
        return;
      }
      const line = { id, at: new Date().toISOString(), by, changes: changesBetween(before, found) };
      announce(sentences(line, vocabulary).join(". "));
      setState((last) => ({ ...last, map: found, vocabulary, lines: [line, ...last.lines] }));
    }
    const readAfter = (id?: string, by?: Line["by"]) => (queue = queue.then(() => read(id, by)).catch(guard));
    void readAfter();
    const stop = omringd.events((event) => {
      if (event.type === "end") setState((last) => ({ ...last, ended: true }));
      if (event.type === "reset") void readAfter();
      if (event.type !== "change" || event.data.mapId !== mapId) return;
      if (event.data.kind === "map-removed") setState((last) => ({ ...last, ended: true }));
      else if (event.data.kind === "map-changed") void readAfter(event.id, event.data.by);
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [mapId, language.value]);
  return state;
}

export default function Session({ params: { mapId = "" } }: { params: Params }) {
  const words = texts().session;
  const { map, vocabulary, lines, ended, problem } = useFollowedMap(mapId);
  const stage = useRef<HTMLDivElement>(null);
  return (
    <Page
      title={words.title(map?.theme ?? "")}
      {...(map && { back: { path: clientPath(map.clientId), text: texts().whatIf.back } })}
    >
      <p>{words.text}</p>
      {problem && <ProblemNotice problem={problem} />}
      {ended && <p class="notice notice-problem">{words.ended}</p>}
      {map && vocabulary && !ended && (
        <>
          <div class="actions">
            <span class="live">{words.live}</span>
            <Button icon="eye" onClick={() => void stage.current?.requestFullscreen()}>
              {words.full}
            </Button>
            <LinkButton icon="next" href={`#${stepsPath(map.id)}`}>
              {words.steps}
            </LinkButton>
          </div>
          <div class="sides">
            <div class="stage" ref={stage}>
              <LivePicture mapId={mapId} etag={map.etag} alt={words.title(map.theme)} />
            </div>
            <Log lines={lines} vocabulary={vocabulary} />
          </div>
        </>
      )}
    </Page>
  );
}

/** The picture of the map as it is now. The last one stays until the next is there. */
function LivePicture({ mapId, etag, alt }: { mapId: string; etag: string; alt: string }) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    let shown = true;
    omringd.cards.preview(mapId, { sheet: "screen", format: "svg" }).then(
      (picture) => shown && setSrc(URL.createObjectURL(picture as Blob)),
      (problem: unknown) => {
        // The map itself is read at the same time, and shows the problem.
        if (!(problem instanceof OmringdProblem)) throw problem;
      },
    );
    return () => {
      shown = false;
    };
  }, [mapId, etag, language.value]);
  useEffect(() => () => URL.revokeObjectURL(src ?? ""), [src]);
  return src ? <img class="sheet" width="820" height="689" src={src} alt={alt} /> : null;
}

function Log({ lines, vocabulary }: { lines: readonly Line[]; vocabulary: Words }) {
  const words = texts().session;
  return (
    <section>
      <h2>{words.log}</h2>
      {lines.length === 0 && <p class="hint">{words.logEmpty}</p>}
      <ol class="rows session-log">
        {lines.map((line) => (
          <li key={line.id}>
            <span>
              {sentences(line, vocabulary).map((sentence) => (
                <span key={sentence} class="session-line">
                  {sentence}
                </span>
              ))}
              <span class="hint">{asTime(line.at)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sentences({ by, changes }: Line, vocabulary: Words): string[] {
  const words = texts().session;
  const who = by?.id === current()?.user.id ? words.you : (by?.name ?? words.someone);
  return changes.map((change) => `${who} ${describe(change, vocabulary)}`);
}

function describe(change: MapChange, vocabulary: Words): string {
  const words = texts().session;
  switch (change.kind) {
    case "placed":
      return words.placed(change.name, vocabulary.of("closenesses", change.ring).toLowerCase());
    case "ties":
    case "needs":
    case "agreements":
    case "other":
      return words[change.kind];
    default:
      return words[change.kind](change.name);
  }
}
