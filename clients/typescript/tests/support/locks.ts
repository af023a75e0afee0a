// Web Locks as far as they are used: Node.js 20 has none.

export function fakeLocks(): Pick<LockManager, "request"> {
  const queues = new Map<string, Promise<unknown>>();
  const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
    const run = rest.pop() as (lock: unknown) => unknown;
    const { ifAvailable, signal } = (rest[0] ?? {}) as LockOptions;
    if (ifAvailable && queues.has(name)) return Promise.resolve(run(null));
    let isGranted = false;
    const turn = (queues.get(name) ?? Promise.resolve()).then(() => {
      signal?.throwIfAborted();
      isGranted = true;
      return run({ name });
    });
    const settled = turn.then(
      () => {},
      () => {},
    );
    queues.set(name, settled);
    void settled.then(() => queues.get(name) === settled && queues.delete(name));
    return Promise.race([turn, abortedWhileWaiting(signal, () => isGranted)]);
  };
  return { request: request as LockManager["request"] };
}

function abortedWhileWaiting(signal: AbortSignal | undefined, isGranted: () => boolean): Promise<never> {
  return new Promise((_, reject) =>
    signal?.addEventListener("abort", () => isGranted() || reject(signal.reason as Error)),
  );
}
