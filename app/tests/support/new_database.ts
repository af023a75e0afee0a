// A new database on PostgreSQL for a demo, with an owner and a role for the service.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";

/** The settings of a demo on a new database of this server, whose address has the name of a superuser. */
export async function newDatabase(server: string): Promise<Record<string, string>> {
  const [name, password] = [`journeys_${randomBytes(4).toString("hex")}`, randomBytes(16).toString("hex")];
  const owner = `${name}_owner`;
  await run(server, [
    `create role ${owner} login password '${password}'`,
    `create role ${name} login password '${password}'`,
    `create database ${name} owner ${owner}`,
  ]);
  const address = (role: string) =>
    Object.assign(new URL(server), { username: role, password, pathname: `/${name}` }).href;
  return { OMRINGD_DATABASE_URL: address(name), OMRINGD_OWNER_DATABASE_URL: address(owner) };
}

async function run(server: string, statements: string[]): Promise<void> {
  const commands = statements.flatMap((statement) => ["-c", statement]);
  await promisify(execFile)("psql", ["-qX", "-v", "ON_ERROR_STOP=1", server, ...commands]);
}
