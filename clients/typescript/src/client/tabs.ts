// Coordination between the tabs of a browser. Without Web Locks (insecure contexts, Node.js 20) each tab acts on its own.

/** Runs `run` while holding a lock that all tabs of the origin share. The signal ends the wait for the lock. */
export function withLock<T>(name: string, run: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? (locks.request(name, { signal }, run) as Promise<T>) : run();
}

/** Opens a channel to the other tabs of the origin. */
export function openChannel<Message>(name: string, onMessage: (message: Message) => void): BroadcastChannel {
  const tabs = new BroadcastChannel(name);
  tabs.onmessage = (event: MessageEvent<Message>) => onMessage(event.data);
  // In Node.js an open channel keeps the process alive.
  (tabs as { unref?: () => void }).unref?.();
  return tabs;
}
