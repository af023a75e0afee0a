/** Seconds to wait before a retry: exponential, with jitter. */
export const backOff = (failures: number): number => Math.min(2 ** failures, 60) * (0.25 + Math.random() / 4);

/** Resolves after the delay; rejects if the signal aborts first. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
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
