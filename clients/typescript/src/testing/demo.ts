import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface DemoOptions {
  /** How many clients the coach has, from 4 to 200. */
  clients?: number;
  /** The program; by default `OMRINGD_BINARY`, or `omringd` on the path. */
  binary?: string;
  /** Other settings of the service, such as `OMRINGD_CORS_ORIGINS`. */
  settings?: Record<string, string>;
}

export interface Login {
  email: string;
  password: string;
}

/** A service of its own with demo data: the same data and ids at every start. */
export interface Demo {
  url: string;
  users: { coach: Login; admin: Login; client: Login; operator: Login };
  /** The map of `users.client`. */
  mapId: string;
  stop(): Promise<void>;
}

const PATIENCE = 30_000;

/** Starts the real service on a free port. Its data is in a directory of its own, which `stop` removes. */
export async function startDemo({ clients = 4, binary, settings = {} }: DemoOptions = {}): Promise<Demo> {
  const program = binary ?? process.env.OMRINGD_BINARY ?? "omringd";
  const directory = await mkdtemp(join(tmpdir(), "omringd-"));
  const server = spawn(program, ["demo", "--port", "0", "--clients", String(clients)], {
    env: {
      ...withoutSettings(process.env),
      XDG_DATA_HOME: directory,
      OMRINGD_REQUESTS_PER_MINUTE: "0",
      OMRINGD_LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const stop = async () => {
    server.kill();
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  process.once("exit", () => server.kill());
  try {
    const told = await introduction(server, program);
    const url = /at (http:\/\/\S+)/.exec(told)![1]!;
    await untilReady(url);
    const login = (name: string): Login => {
      const [, email, password] = new RegExp(`^ *${name} +(\\S+@\\S+) +(\\S+)$`, "m").exec(told)!;
      return { email: email!, password: password! };
    };
    const users = {
      coach: login("coach"),
      admin: login("administrator"),
      client: login("client"),
      operator: login("operator"),
    };
    return { url, users, mapId: /\/v1\/maps\/([0-9a-f-]{36})/.exec(told)![1]!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The service refuses settings that it does not know, and a developer's own would change the demo. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("OMRINGD_")));
}

/** What the demo prints once its data is there. */
function introduction(server: ReturnType<typeof spawn>, program: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    const failed = (why: string) => reject(new Error(`${program} demo ${why}: ${told}`));
    const timer = setTimeout(() => failed(`did not start in ${PATIENCE / 1000} seconds`), PATIENCE);
    const hear = (text: Buffer) => {
      told += text.toString();
      if (!told.includes("Stop with Ctrl-C")) return;
      clearTimeout(timer);
      resolve(told);
    };
    server.stdout!.on("data", hear);
    server.stderr!.on("data", hear);
    server.once("error", (error) => failed(`cannot be started (${error.message})`));
    server.once("exit", (code) => failed(`ended with ${code}`));
  });
}

async function untilReady(url: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > end) throw new Error(`${url} is not ready after ${PATIENCE / 1000} seconds`);
  }
}
