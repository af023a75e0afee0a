// The maps on this device are loaded when one is opened, and when a session ends: copies of earlier visits are then deleted.
import { session } from "./service.ts";

const loadMaps = async () => (await import("../map/sync.ts")).sync;

export function wipeMapsAfterLogOut(): void {
  let was = session.value.is;
  session.subscribe(({ is }) => {
    if (was === "in" && (is === "out" || is === "over")) void loadMaps();
    was = is;
  });
}
