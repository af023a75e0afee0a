// A front end's site: one page with the client, and the service below the same origin. It counts what reaches the service.
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface Site {
  url: string;
  /** `METHOD /path` of every request. */
  requests: string[];
  /** Streams that are open now. */
  streams: () => number;
  serviceUrl: string;
  close(): void;
}

async function bundle(): Promise<string> {
  const entry = (name: string) => fileURLToPath(new URL(`../../src/${name}/index.ts`, import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as client from ${JSON.stringify(entry("client"))}; import * as sync from ${JSON.stringify(entry("sync"))}; Object.assign(window, client, sync);`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]!.text;
}

export async function openSite(): Promise<Site> {
  const script = await bundle();
  let streams = 0;
  const site: Site = {
    url: "",
    requests: [],
    streams: () => streams,
    serviceUrl: "",
    close: () => void server.close(),
  };

  function answer(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const path = incoming.url ?? "/";
    if (path === "/") {
      outgoing.setHeader("Content-Type", "text/html");
      outgoing.end(`<!doctype html><title>Site</title><script>${script.replaceAll("</script", "<\\/script")}</script>`);
      return;
    }
    site.requests.push(`${incoming.method} ${path.split("?", 1)[0]}`);
    const onward = request(
      site.serviceUrl + path,
      { method: incoming.method!, headers: incoming.headers },
      (response) => {
        const isStream = response.headers["content-type"]?.startsWith("text/event-stream");
        if (isStream) streams++;
        outgoing.writeHead(response.statusCode!, response.headers);
        response.pipe(outgoing);
        outgoing.once("close", () => {
          if (isStream) streams--;
          onward.destroy();
        });
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return site;
}
