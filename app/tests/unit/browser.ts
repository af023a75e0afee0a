// What the modules of the app expect of a browser, as far as the unit tests need it.
import "fake-indexeddb/auto";

const stored = new Map<string, string>();
for (const [name, value] of Object.entries({
  isSecureContext: true,
  location: { hash: "", pathname: "/" },
  history: { replaceState() {} },
  navigator: { language: "nl-NL", onLine: true },
  document: { hidden: false, addEventListener() {}, documentElement: { lang: "", dataset: {} } },
  localStorage: {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  },
})) {
  // Newer versions of Node.js have some of them as read-only properties.
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
globalThis.addEventListener ??= () => {};
