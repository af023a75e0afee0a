// The service without a browser, to prepare what a journey needs.
import { createOmringd, type Omringd } from "@omringd/client";
import type { Login } from "@omringd/client/testing";
import type { FrontEnd } from "./front_end.ts";
import { linkFor } from "./mails.ts";

export async function asUser({ demo }: FrontEnd, user: Login): Promise<Omringd> {
  const omringd = createOmringd({ baseUrl: demo.url });
  await omringd.session.logIn(user);
  return omringd;
}

let made = 0;

/** A client of the demo's organisation with a log-in of their own, so that journeys do not disturb each other. */
export async function newClient(frontEnd: FrontEnd): Promise<Login> {
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const email = `client-${++made}@example.nl`;
  const client = await admin.clients.create({ name: `Kim ${made}` });
  await admin.invitations.create({ email, roles: [], clientId: client.id });
  const secret = (await linkFor(frontEnd.directory, email, "invitation")).split("#")[1]!;
  const password = "een lange zin is sterk";
  await createOmringd({ baseUrl: frontEnd.demo.url }).invitations.accept({ secret, name: `Kim ${made}`, password });
  return { email, password };
}
