// Reading for the hard day: what is on the device at once, then what the service says.
import { OmringdProblem } from "@omringd/client";
import { useEffect, useState } from "preact/hooks";
import { language } from "../core/language.ts";
import { keep, type Kept, forget, kept } from "../core/device.ts";
import { session } from "../core/service.ts";

export interface DeviceFirst<Value> {
  shown?: Kept<Value>;
  /** Whether what is shown may be old: the service could not be reached. */
  stale: boolean;
  problem?: OmringdProblem;
}

/** Values read in this visit, so that a screen that opens again needs neither the device nor the service. */
const fresh = new Map<string, Kept<unknown>>();
session.subscribe(({ is }) => {
  if (is === "out" || is === "over") fresh.clear();
});

/** How long a value is shown without asking the service again. */
const FRESH_FOR = 60_000;

export function useDeviceFirst<Value>(name: string, read: () => Promise<Value>): DeviceFirst<Value> {
  const remembered = fresh.get(name + language.value) as Kept<Value> | undefined;
  const [state, setState] = useState<DeviceFirst<Value>>(
    remembered ? { shown: remembered, stale: false } : { stale: false },
  );
  const isIn = session.value.is === "in";

  useEffect(() => {
    let open = true;
    const show = (next: Partial<DeviceFirst<Value>>) => open && setState((before) => ({ ...before, ...next }));
    const onDevice = kept<Value>(name).then((found) => {
      if (found && open) setState((before) => (before.shown ? before : { ...before, shown: found }));
    });
    if (isIn) void refresh(name, read, show);
    else if (session.value.is === "starting") void onDevice.then(() => show({ stale: !navigator.onLine }));
    return () => {
      open = false;
    };
  }, [name, isIn, language.value]);
  return state;
}

async function refresh<Value>(
  name: string,
  read: () => Promise<Value>,
  show: (next: Partial<DeviceFirst<Value>>) => void,
): Promise<void> {
  const key = name + language.value;
  const before = fresh.get(key) as Kept<Value> | undefined;
  if (before && Date.now() - Date.parse(before.at) < FRESH_FOR) return void show({ shown: before, stale: false });
  try {
    const value = await read();
    const now: Kept<Value> = { at: new Date().toISOString(), value };
    fresh.set(key, now);
    show({ shown: now, stale: false });
    await keep(name, value);
  } catch (thrown) {
    if (!(thrown instanceof OmringdProblem)) throw thrown;
    if (thrown.kind === "unreachable") return void show({ stale: true });
    // The record is no longer visible: then it is not kept either.
    if (thrown.status === 403 || thrown.status === 404) await forget();
    show({ problem: thrown });
  }
}
