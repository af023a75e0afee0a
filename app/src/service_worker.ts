// Stores the files of the app, so that it starts without a connection. Data of clients never passes through here: that is stored by
// the client's screens, encrypted.
export {};
declare const self: ServiceWorkerGlobalScope;

/** Replaced by the build with the list of files. */
const files = "SHELL_FILES" as unknown as readonly string[];
const SHELL = "/";
const cacheName = `omringd-${files
  .join()
  .split("")
  .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)}`;

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([SHELL, "/icon.svg", "/manifest.webmanifest", ...files.map((file) => `/${file}`)]);
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith("omringd-") && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page from the service, for the newest one; without a connection the stored one. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(SHELL, { ignoreVary: true })) ?? Response.error();
  }
}

/** Names of files have a hash of their content: what a response varies by does not matter. */
async function stored(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

const isAsset = (path: string) =>
  path.startsWith("/assets/") || path === "/icon.svg" || path === "/manifest.webmanifest";
const isApp = (path: string) => [SHELL, "/invitation", "/password-reset", "/email-change"].includes(path);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && isApp(pathname)) event.respondWith(page(event.request));
  else if (isAsset(pathname)) event.respondWith(stored(event.request));
});
