// Serves the demo with the content security policy of the reference front end: `npm run demo`, or `node demo/serve.js PORT`.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const port = Number(process.argv[2] ?? 8090);

createServer(async ({ url = "/" }, response) => {
  const { pathname } = new URL(url, "http://localhost");
  const path =
    pathname === "/" ? "demo/index.html" : /^\/(demo|dist)\/[\w-]+\.\w+$/.test(pathname) ? pathname.slice(1) : "";
  try {
    const body = await readFile(new URL(`../${path}`, import.meta.url));
    const type = `${TYPES[extname(path)] ?? "text/plain"}; charset=utf-8`;
    response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
