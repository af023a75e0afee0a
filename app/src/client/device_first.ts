// Reading for the hard day: what is on the device at once, then what the service says.
import { OmringdProblem } from "@omringd/client";
import { useEffect, useState } from "preact/hooks";
import { forget, keep, type Kept, kept } from "../core/device.ts";
import { useKeptPlace } from "../core/kept_place.ts";
import { language } from "../core/language.ts";
import { eventCount, type Live, whileShown } from "../core/live.ts";
import { session } from "../core/service.ts";

export interface DeviceFirst<Value> {
  shown?: Kept<Value>;
  /** Whether what is shown may be old: the service could not be reached. */
  stale: boolean;
  problem?: OmringdProblem | undefined;
}

interface Fresh extends Kept<unknown> {
  /** How many events there had been. */
  events: number;
}

/** Values read in this visit, so that a screen that opens again needs neither the device nor the service. */
const fresh = new Map<string, Fresh>();
session.subscribe(({ is }) => {
  if (is === "out" || is === "over") fresh.clear();
});

/** How long a value is shown without asking the service again. */
const FRESH_FOR = 60_000;

type Show<Value> = (next: Partial<DeviceFirst<Value>>) => void;

/** Reads again after the changes of `live`. Without it the value never changes. */
export function useDeviceFirst<Value>(name: string, read: () => Promise<Value>, live?: Live): DeviceFirst<Value> {
  const key = name + language.value;
  const remembered = fresh.get(key) as Kept<Value> | undefined;
  const [state, setState] = useState<DeviceFirst<Value>>(
    remembered ? { shown: remembered, stale: false } : { stale: false },
  );
  const keepPlace = useKeptPlace();
  const isIn = session.value.is === "in";

  useEffect(() => {
    let open = true;
    let stop: (() => void) | undefined;
    const show: Show<Value> = (next) => open && setState((before) => ({ ...before, ...next }));
    const showUpdate: Show<Value> = (next) => {
      keepPlace();
      show(next);
    };
    const begin = async () => {
      if (!isFresh(key, live)) await refresh(name, read, show);
      else show({ shown: fresh.get(key) as Fresh & Kept<Value>, stale: false });
      if (live && open) stop = whileShown(live, () => refresh(name, read, showUpdate));
    };
    const onDevice = kept<Value>(name).then((found) => {
      if (found && open) setState((before) => (before.shown ? before : { ...before, shown: found }));
    });
    if (isIn) void begin();
    else if (session.value.is === "starting") void onDevice.then(() => show({ stale: !navigator.onLine }));
    return () => {
      open = false;
      stop?.();
    };
  }, [name, isIn, language.value]);
  return state;
}

function isFresh(key: string, live: Live | undefined): boolean {
  const there = fresh.get(key);
  if (!there || Date.now() - Date.parse(there.at) >= FRESH_FOR) return false;
  return !live || there.events === eventCount.peek();
}

/** False if the service could not be reached. */
async function refresh<Value>(name: string, read: () => Promise<Value>, show: Show<Value>): Promise<boolean> {
  const events = eventCount.peek();
  try {
    const value = await read();
    const now = { at: new Date().toISOString(), value, events };
    fresh.set(name + language.value, now);
    show({ shown: now, stale: false, problem: undefined });
    await keep(name, value);
  } catch (thrown) {
    if (!(thrown instanceof OmringdProblem)) throw thrown;
    if (thrown.kind === "unreachable") {
      show({ stale: true });
      return false;
    }
    // The record is no longer visible: then it is not kept either.
    if (thrown.status === 403 || thrown.status === 404) await forget();
    show({ problem: thrown });
  }
  return true;
}
