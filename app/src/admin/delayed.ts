import { useEffect, useState } from "preact/hooks";

/** The value once it has not changed for a moment, so that a search is not sent for every letter. */
export function useDelayed(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
