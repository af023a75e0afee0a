// Preferences of this browser. They say nothing about a client. Browsers may refuse storage: then each visit starts anew.

type Preference = "language" | "theme" | "organisation" | "device" | "email" | "way" | "provider";

export function recall(name: Preference): string | null {
  try {
    return localStorage.getItem(`omringd-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: Preference, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`omringd-${name}`);
    else localStorage.setItem(`omringd-${name}`, value);
  } catch {
    // Storage is refused or full.
  }
}
