// Registers the service worker, which stores the app itself so that it starts without a connection.

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): {
    createScriptURL(address: string): string;
  };
}

/** The page's policy requires trusted types; this is the one address that the app gives to the browser as a script. */
function scriptAddress(): string {
  const address = "/service-worker.js";
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("omringd-service-worker", { createScriptURL: () => address });
  return policy?.createScriptURL(address) ?? address;
}

export function registerServiceWorker(): void {
  if (import.meta.env.DEV || !("serviceWorker" in navigator)) return;
  // Without it the app works, but not without a connection.
  addEventListener("load", () => void navigator.serviceWorker.register(scriptAddress()).catch(() => {}));
}
