// The main flows of a front end on the client of @hey-api/openapi-ts. It compiles without a cast, or the document lost a type. Not run.
import * as api from "./generated/hey-api";

function told(problem: api.Problem): string[] {
  return (problem.errors ?? []).map((error) => `${error.in}${error.pointer} ${error.code}: ${error.detail}`);
}

export async function logIn(email: string, password: string): Promise<string | string[]> {
  const { data, error } = await api.logIn({ body: { email, password } });
  return error ? told(error) : data.accessToken;
}

export async function createTheClient(name: string): Promise<string | string[]> {
  const { data, error } = await api.createClient({ body: { name }, headers: { "Idempotency-Key": crypto.randomUUID() } });
  return error ? told(error) : data.id;
}

/** What was read is sent back. */
export async function save(mapId: string): Promise<string | undefined> {
  const { data } = await api.showMap({ path: { mapId } });
  if (!data) return undefined;
  const saved = await api.replaceMapContent({ path: { mapId }, headers: { "If-Match": data.etag }, body: data });
  return saved.data?.etag;
}

export async function dashboard(): Promise<string[]> {
  const { data } = await api.listCaseload({ query: { sort: "attention", attention: ["never-a-card"] } });
  return (data?.items ?? []).map((entry) => `${entry.name} ${entry.lastCard?.number ?? 0} ${entry.attention[0] ?? "-"}`);
}

export async function whomToCall(clientId: string): Promise<string[]> {
  const { data } = await api.findHelpers({ path: { clientId } });
  if (!data) return [];
  return ("items" in data ? data.items : [data]).flatMap((need) => need.helpers.map((helper) => helper.alias));
}

export async function follow(mapId: string): Promise<void> {
  const { stream } = await api.followMap({ path: { mapId } });
  for await (const change of stream) console.log(change.etag, change.by?.name, change.requestId);
}

export async function whatChanged(cardId: string, otherCardId: string): Promise<string[]> {
  const { data } = await api.showCardDifferences({ path: { cardId, otherCardId } });
  return (data?.changes ?? []).map((change) => (change.kind === "placed" ? `${change.personId} ${change.to}` : change.sentence));
}
