// A PostGraphile worker for each processor. The organisation of the token becomes the transaction's `app.org_id`, and the
// service's own row-level security does the rest.
//
// PEER_DATABASE_URL, PEER_PORT, PEER_SECRET, PEER_WORKERS and PEER_CONNECTIONS (of all workers together) say how.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { jwtVerify } from "jose";
import { Pool } from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const { PEER_DATABASE_URL, PEER_PORT, PEER_SECRET, PEER_WORKERS, PEER_CONNECTIONS } = process.env;
const secret = new TextEncoder().encode(PEER_SECRET);

async function context(requestContext) {
  const authorization = requestContext.node?.req.headers.authorization ?? "";
  const { payload } = await jwtVerify(authorization.replace(/^Bearer /, ""), secret, { algorithms: ["HS256"] });
  return { pgSettings: { "app.org_id": payload.org } };
}

async function serve() {
  const pool = new Pool({ connectionString: PEER_DATABASE_URL, max: PEER_CONNECTIONS / PEER_WORKERS });
  const preset = {
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ pool, schemas: ["public", "peer"] })],
    grafast: { context },
    grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  };
  const server = createServer();
  await postgraphile(preset).createServ(grafserv).addTo(server);
  server.listen(Number(PEER_PORT), "127.0.0.1");
}

if (cluster.isPrimary) {
  for (let n = 0; n < Number(PEER_WORKERS); n += 1) cluster.fork();
} else {
  await serve();
}
