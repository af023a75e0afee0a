// The service without a browser, to prepare what a journey needs.
import { createOmringd, type Omringd } from "@omringd/client";
import type { Login } from "@omringd/client/testing";
import type { FrontEnd } from "./front_end.ts";
import { linkFor } from "./mails.ts";

export async function asUser({ demo }: FrontEnd, user: Login): Promise<Omringd> {
  const omringd = createOmringd({ baseUrl: demo.url });
  await omringd.session.logIn({ email: user.email, password: user.password });
  return omringd;
}

export interface NewClient extends Login {
  clientId: string;
  /** Confirms a later log-in of the same client. */
  confirmationCode: string | null;
}

const PASSWORD = "een lange zin is sterk";
let made = 0;

/** A client of the demo's organisation with a log-in of their own, so that journeys do not disturb each other. */
export async function newClient(frontEnd: FrontEnd): Promise<NewClient> {
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const client = await admin.clients.create({ name: `Kim ${made + 1}` });
  return newLogIn(frontEnd, client.id);
}

/** A log-in for a client; the first one needs no confirmation. */
export async function newLogIn(frontEnd: FrontEnd, clientId: string): Promise<NewClient> {
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  const name = `Kim ${++made}`;
  const email = `client-${made}@example.nl`;
  await admin.invitations.create({ email, roles: [], clientId });
  const secret = (await linkFor(frontEnd.directory, email, "invitation")).split("#")[1]!;
  const { invitations } = createOmringd({ baseUrl: frontEnd.demo.url });
  const { confirmationCode } = await invitations.accept({ secret, name, password: PASSWORD });
  return { email, password: PASSWORD, clientId, confirmationCode };
}

/** Ends a log-in, so that the client can get another one. */
export async function removeMember(frontEnd: FrontEnd, email: string): Promise<void> {
  const admin = await asUser(frontEnd, frontEnd.demo.users.admin);
  for await (const { items } of admin.members.list()) {
    const member = items.find((item) => item.email === email);
    if (!member) continue;
    await admin.members.open(member.id);
    await admin.members.delete(member.id);
    return;
  }
}
