// Between the tabs of a browser. Without Web Locks, as on a page that is not secure, each tab is alone.

/** Runs one at a time over all tabs. */
export function alone<T>(name: string, run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? (locks.request(name, signal ? { signal } : {}, run) as Promise<T>) : run();
}

/** Messages to and from the other tabs. */
export function channel<Message>(name: string, heard: (message: Message) => void): BroadcastChannel {
  const tabs = new BroadcastChannel(name);
  tabs.onmessage = (event: MessageEvent<Message>) => heard(event.data);
  // In Node.js a channel would keep the process running.
  (tabs as { unref?: () => void }).unref?.();
  return tabs;
}

/** Seconds to wait after so many failures: longer each time, and never all clients at once. */
export const backOff = (failures: number): number => Math.min(2 ** failures, 60) * (0.25 + Math.random() / 4);

/** Waits; rejects when the signal aborts. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    signal?.addEventListener("abort", stop);
  });
}
