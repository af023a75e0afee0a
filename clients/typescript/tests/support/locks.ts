// Web Locks as far as they are used: Node.js 20 has none.

export function fakeLocks(): Pick<LockManager, "request"> {
  const queues = new Map<string, Promise<unknown>>();
  const held = new Set<string>();
  const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
    const run = rest.pop() as (lock: unknown) => unknown;
    const { ifAvailable, signal } = (rest[0] ?? {}) as LockOptions;
    if (ifAvailable && queues.has(name)) return Promise.resolve(run(null));
    const granted = async () => {
      signal?.throwIfAborted();
      held.add(name);
      try {
        return await run({ name });
      } finally {
        held.delete(name);
      }
    };
    const turn = (queues.get(name) ?? Promise.resolve()).then(granted);
    const settled = turn.then(
      () => {},
      () => {},
    );
    queues.set(name, settled);
    void settled.then(() => queues.get(name) === settled && queues.delete(name));
    return Promise.race([turn, abortedWhileWaiting(signal, () => held.has(name))]);
  };
  return { request: request as LockManager["request"] };
}

function abortedWhileWaiting(signal: AbortSignal | undefined, isHeld: () => boolean): Promise<never> {
  return new Promise((_, reject) =>
    signal?.addEventListener("abort", () => isHeld() || reject(signal.reason as Error)),
  );
}
