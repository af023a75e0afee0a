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

/** The area of modules that are loaded later, so that file names say whose screens they hold. */
const areaOf = (modules: string[]) =>
  modules.map((module) => /\/src\/(client|coach|admin|staff|account|map)\//.exec(module)?.[1]).find(Boolean);

/**
 * One file for each area and one for what all of them use, instead of one for each screen: they compress better together. The log-in is
 * by itself, since it is the first view. The others are divided as they are loaded.
 */
function chunkOf(module: string): string | undefined {
  const [, folder, file = ""] = /\/src\/(\w+)\/([\w/]+)\./.exec(module) ?? [];
  if (/^(core|ui|locales)$/.test(folder ?? "")) return "core";
  if (folder === "account" && /^(log_in|mail_code)$/.test(file)) return "log_in";
  return /^(client|coach|admin|staff|account)$/.test(folder ?? "") ? folder : undefined;
}

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
    // Terser's files are 2.5 % smaller than esbuild's.
    minify: "terser",
    terserOptions: { ecma: 2020, module: true, compress: { passes: 2 } },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: "index.html", "service-worker": "src/service_worker.ts" },
      output: {
        manualChunks: chunkOf,
        onlyExplicitManualChunks: true,
        entryFileNames: (chunk) => (chunk.name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js"),
        chunkFileNames: ({ name, moduleIds }) =>
          `assets/${[...new Set([areaOf(moduleIds), name])].filter(Boolean).join("-")}-[hash].js`,
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
