// The built app before the real service, on one origin and with the policy that the service sends.
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Demo, startDemo } from "@omringd/client/testing";
import { preview } from "vite";
import { newDatabase } from "./new_database.ts";

export interface FrontEnd {
  url: string;
  demo: Demo;
  /** The directory of the demo, below which it writes its mails. */
  directory: string;
  /** Where a journey can start an identity provider. */
  issuer: string;
  stop: () => Promise<void>;
}

export async function startFrontEnd(clients: number): Promise<FrontEnd> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const directory = await mkdtemp(join(tmpdir(), "omringd-app-"));
  // The server on which the tests run, as those of the service; without it on SQLite.
  const server = process.env.OMRINGD_TEST_POSTGRES;
  const demo = await startDemo({
    clients,
    postgresql: server !== undefined,
    settings: {
      ...(server && (await newDatabase(server))),
      OMRINGD_CORS_ORIGINS: url,
      OMRINGD_FRONT_END_URL: url,
      OMRINGD_INTERNAL_ORIGINS: issuer,
      OMRINGD_PASSKEY_ORIGINS: url,
      XDG_DATA_HOME: directory,
    },
  });
  process.env.OMRINGD_URL = demo.url;
  const page = await preview({ preview: { host: "localhost", port, strictPort: true }, logLevel: "error" });
  return {
    url,
    demo,
    directory,
    issuer,
    async stop() {
      await page.close();
      await demo.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
