// Lists of the service, read page by page.
import { OmringdProblem } from "@omringd/client";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { language } from "../core/language.ts";
import { Await } from "../core/load.tsx";
import { Button } from "../ui/button.tsx";
import { staff } from "./texts.ts";

interface Page<Item> {
  items: Item[];
  next?: string | null;
}

export interface Pages<Item> {
  data?: Item[];
  problem?: OmringdProblem;
  /** Whether there is a next page. */
  hasMore: boolean;
  readMore: () => void;
  /** Reads again, from the first page. */
  reload: () => void;
}

/** Reads the first page when the screen opens, or one of `inputs` or the language changes; the next ones at `readMore`. */
export function usePages<Item>(read: () => AsyncIterable<Page<Item>>, inputs: unknown[] = []): Pages<Item> {
  const [state, setState] = useState<{ data?: Item[]; problem?: OmringdProblem; hasMore: boolean }>({ hasMore: false });
  const [round, setRound] = useState(0);
  const pages = useRef<AsyncIterator<Page<Item>> | undefined>(undefined);

  async function readNext(from: AsyncIterator<Page<Item>>, before: Item[]) {
    try {
      const { value, done } = await from.next();
      if (pages.current !== from || done) return;
      setState({ data: [...before, ...value.items], hasMore: Boolean(value.next) });
    } catch (problem) {
      if (!(problem instanceof OmringdProblem)) throw problem;
      if (pages.current === from) setState((last) => ({ ...last, problem }));
    }
  }

  useEffect(() => {
    const from = read()[Symbol.asyncIterator]();
    pages.current = from;
    void readNext(from, []);
    return () => {
      pages.current = undefined;
    };
  }, [language.value, round, ...inputs]);

  return {
    ...state,
    readMore: () => pages.current && void readNext(pages.current, state.data ?? []),
    reload: () => setRound((last) => last + 1),
  };
}

/** Shows the items that were read, and the button for the next ones. */
export function PagesOf<Item>({ of, children }: { of: Pages<Item>; children: (items: Item[]) => ComponentChildren }) {
  return (
    <>
      <Await of={of}>{children}</Await>
      {of.hasMore && (
        <div class="actions">
          <Button icon="down" onClick={of.readMore}>
            {staff().more}
          </Button>
        </div>
      )}
    </>
  );
}
