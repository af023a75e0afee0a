// A Fastify worker for each processor, Prisma with the pg driver (Prisma 7 has no engine of its own any more). What a team
// writes that follows both projects' own guides: `include` for the map, nested `create` in one transaction.
//
// PEER_DATABASE_URL, PEER_PORT, PEER_SECRET, PEER_WORKERS and PEER_CONNECTIONS (of all workers together) say how.
import cluster from "node:cluster";
import { randomBytes } from "node:crypto";
import jwt from "@fastify/jwt";
import { PrismaPg } from "@prisma/adapter-pg";
import Fastify from "fastify";
import prisma from "./generated/index.js";

const { PEER_DATABASE_URL, PEER_PORT, PEER_SECRET, PEER_WORKERS, PEER_CONNECTIONS } = process.env;

/** A version 7 UUID. */
function uuid() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const support = {
  type: "object",
  properties: {
    supportType: { type: "string" },
    direction: { type: ["string", "null"] },
    availability: { type: ["string", "null"] },
  },
};
const person = {
  type: "object",
  properties: Object.fromEntries(
    ["id", "alias", "relationship", "lifeDomain", "phone", "email", "note"].map((name) => [name, { type: ["string", "null"] }]),
  ),
};
const supporter = {
  type: "object",
  properties: {
    id: { type: "string" },
    closeness: { type: ["string", "null"] },
    contactFrequency: { type: ["string", "null"] },
    tension: { type: ["integer", "null"] },
    burden: { type: ["integer", "null"] },
    version: { type: "integer" },
    createdAt: { type: "string" },
    updatedAt: { type: "string" },
    person,
    supports: { type: "array", items: support },
  },
};
const map = {
  type: "object",
  properties: {
    id: { type: "string" },
    clientId: { type: "string" },
    theme: { type: "string" },
    private: { type: "boolean" },
    reviewOn: { type: ["string", "null"] },
    version: { type: "integer" },
    createdAt: { type: "string" },
    updatedAt: { type: "string" },
    supporters: { type: "array", items: supporter },
  },
};

/** Names for statements, so that PostgreSQL keeps their plans. */
function statementNames() {
  const names = new Map();
  return ({ sql }) => {
    if (!names.has(sql)) names.set(sql, `s${names.size}`);
    return names.get(sql);
  };
}

async function serve() {
  const pool = { connectionString: PEER_DATABASE_URL, max: PEER_CONNECTIONS / PEER_WORKERS };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
  const database = new prisma.PrismaClient({ adapter });
  const app = Fastify();
  await app.register(jwt, { secret: PEER_SECRET, verify: { algorithms: ["HS256"] } });
  app.addHook("onRequest", (request) => request.jwtVerify());

  app.get("/v1/maps/:id", { schema: { response: { 200: map } } }, async (request, reply) => {
    const organisationId = request.user.org;
    const found = await database.map.findUnique({
      // One query. Without it Prisma asks for relations over keys of several columns by one list for each column, which
      // PostgreSQL answers by reading through the table.
      relationLoadStrategy: "join",
      where: { organisationId_id: { organisationId, id: request.params.id } },
      include: { supporters: { include: { person: true, supports: true }, orderBy: { id: "asc" } } },
    });
    return found ?? reply.code(404).send();
  });

  app.post("/v1/maps/:id/supporters", { schema: { response: { 201: supporter } } }, async (request, reply) => {
    const organisationId = request.user.org;
    const { person, closeness, supports } = request.body;
    const made = await database.$transaction(async (work) => {
      const on = await work.map.findUnique({
        where: { organisationId_id: { organisationId, id: request.params.id } },
        select: { id: true, clientId: true },
      });
      if (!on) return null;
      const now = new Date();
      const row = { organisationId, clientId: on.clientId, version: 1, createdAt: now, updatedAt: now };
      const named = await work.person.create({ data: { ...row, id: uuid(), alias: person.alias } });
      return work.supporter.create({
        data: {
          ...row,
          id: uuid(),
          mapId: on.id,
          personId: named.id,
          closeness,
          supportsAnswered: true,
          supports: { createMany: { data: supports } },
        },
        relationLoadStrategy: "join",
        include: { person: true, supports: true },
      });
    });
    return made ? reply.code(201).send(made) : reply.code(404).send();
  });

  await app.listen({ host: "127.0.0.1", port: Number(PEER_PORT) });
}

if (cluster.isPrimary) {
  for (let n = 0; n < Number(PEER_WORKERS); n += 1) cluster.fork();
} else {
  await serve();
}
