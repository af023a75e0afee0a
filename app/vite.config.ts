import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Puts the files of the shell and of the client's screens into the service worker, which stores them for flight mode. */
function listShell(): Plugin {
  return {
    name: "list-shell",
    generateBundle(_, bundle) {
      const later = /^assets\/(coach|admin|staff)-/;
      const files = Object.keys(bundle).filter((file) => file.startsWith("assets/") && !later.test(file));
      const worker = bundle["service-worker.js"];
      if (worker?.type !== "chunk") throw new Error("No service worker was built");
      worker.code = worker.code.replace(/["'`]SHELL_FILES["'`]/, () => JSON.stringify(files.sort()));
    },
  };
}

/** The area of lazily loaded modules, so that file names say whose screens they hold. */
const area = (modules: string[]) =>
  modules.map((module) => /\/src\/(client|coach|admin|staff|account|map)\//.exec(module)?.[1]).find(Boolean);

/** The policy that the service sends with the page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** The running service, for `dev` and `preview`. */
const service = process.env.OMRINGD_URL ?? "http://127.0.0.1:8080";
const proxy = Object.fromEntries(["/v1", "/oauth2", "/problems", "/docs"].map((path) => [path, service]));

export default defineConfig({
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: "index.html", "service-worker": "src/service_worker.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js"),
        chunkFileNames: (chunk) =>
          `assets/${[area(chunk.facadeModuleId ? [chunk.facadeModuleId] : chunk.moduleIds), "[name]-[hash].js"].filter(Boolean).join("-")}`,
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  plugins: [listShell()],
  server: { proxy },
  preview: { proxy, headers: { "Content-Security-Policy": contentSecurityPolicy, "Referrer-Policy": "no-referrer" } },
  test: { include: ["tests/unit/**/*.test.ts"] },
});
