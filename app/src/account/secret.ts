// The secret of a mailed link. It comes after the `#`, so that it is not sent to the server.
import { replace } from "../core/router.ts";

/** It stays in the address until it is used, so that a page that is loaded again still works. */
export const linkSecret = () => decodeURIComponent(location.hash.slice(1));

/** Leaves the page of the link, for the start of the app. The address with the secret is not in the history. */
export function leaveLink(): void {
  replace("/");
}
