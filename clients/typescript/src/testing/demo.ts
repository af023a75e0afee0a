import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface DemoOptions {
  /** How many clients the coach has, from 4 to 200. */
  clients?: number;
  /** The program; by default `OMRINGD_BINARY`, or `omringd` on the path. */
  binary?: string;
  /** On PostgreSQL: the new database of the settings `OMRINGD_DATABASE_URL` and `OMRINGD_OWNER_DATABASE_URL`. */
  postgresql?: boolean;
  /** Other settings of the service, such as `OMRINGD_CORS_ORIGINS`. */
  settings?: Record<string, string>;
}

export interface Login {
  email: string;
  password: string;
}

/** A running service with demo data, which has the same ids at every start. */
export interface Demo {
  url: string;
  users: { coach: Login; admin: Login; client: Login; operator: Login };
  /** The map of `users.client`. */
  mapId: string;
  stop(): Promise<void>;
}

const START_TIMEOUT = 30_000;

/** Starts the real service on a free port, with its data in a temporary directory that `stop` removes. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { clients = 4, binary, postgresql = false, settings = {} } = options;
  const program = binary ?? process.env.OMRINGD_BINARY ?? "omringd";
  const directory = await mkdtemp(join(tmpdir(), "omringd-"));
  const database = postgresql ? ["--postgresql"] : [];
  const server = spawn(program, ["demo", "--port", "0", "--clients", String(clients), ...database], {
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
    const output = await introduction(server, program);
    const url = /at (http:\/\/\S+)/.exec(output)![1]!;
    await untilReady(url);
    const login = (name: string): Login => {
      const [, email, password] = new RegExp(`^ *${name} +(\\S+@\\S+) +(\\S+)$`, "m").exec(output)!;
      return { email: email!, password: password! };
    };
    const users = {
      coach: login("coach"),
      admin: login("administrator"),
      client: login("client"),
      operator: login("operator"),
    };
    return { url, users, mapId: /\/v1\/maps\/([0-9a-f-]{36})/.exec(output)![1]!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Removes settings of the environment: the service rejects unknown ones, and others would change the demo. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("OMRINGD_")));
}

/** Resolves to what the demo prints when its data is complete. */
function introduction(server: ReturnType<typeof spawn>, program: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const failed = (why: string) => reject(new Error(`${program} demo ${why}: ${output}`));
    const timer = setTimeout(() => failed(`did not start in ${START_TIMEOUT / 1000} seconds`), START_TIMEOUT);
    const onOutput = (text: Buffer) => {
      output += text.toString();
      if (!output.includes("Stop with Ctrl-C")) return;
      clearTimeout(timer);
      resolve(output);
    };
    server.stdout!.on("data", onOutput);
    server.stderr!.on("data", onOutput);
    server.once("error", (error) => failed(`cannot be started (${error.message})`));
    server.once("exit", (code) => failed(`ended with ${code}`));
  });
}

async function untilReady(url: string): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > end) throw new Error(`${url} is not ready after ${START_TIMEOUT / 1000} seconds`);
  }
}
