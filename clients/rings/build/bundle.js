// Bundles the element, with its minified stylesheet as a text, the labels and the signs.
import { readFile } from "node:fs/promises";
import { build, transform } from "esbuild";

const stylesheet = {
  name: "stylesheet",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), {
        loader: "css",
        minify: true,
        target: "chrome123",
      });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** @param {import("esbuild").BuildOptions} options */
export const bundle = (options) =>
  build({
    entryPoints: ["index", "labels", "card"].map((entry) => new URL(`../src/${entry}.ts`, import.meta.url).pathname),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outdir: new URL("../dist/", import.meta.url).pathname,
    plugins: [stylesheet],
    ...options,
  });
