// What waits until the user is back in this tab: from the mail program, or from an identity provider. In the storage of the tab, because
// a phone may close the page meanwhile. The service accepts both for ten minutes.
const LASTS = 10 * 60_000;

export interface Pending {
  until: number;
}

type Name = "mail-code" | "errand";

export const untilThen = () => Date.now() + LASTS;

export function setPending(name: Name, value: Pending): void {
  try {
    sessionStorage.setItem(`omringd-${name}`, JSON.stringify(value));
  } catch {
    // Storage is refused: then it waits as long as the page is open.
  }
}

/** Nothing once it is too late. */
export function pending<Value extends Pending>(name: Name): Value | undefined {
  try {
    const value = JSON.parse(sessionStorage.getItem(`omringd-${name}`) ?? "null") as Value | null;
    return value && value.until > Date.now() ? value : undefined;
  } catch {
    return undefined;
  }
}

export function clearPending(name: Name): void {
  try {
    sessionStorage.removeItem(`omringd-${name}`);
  } catch {
    // Storage is refused: there is nothing in it.
  }
}
