// The main flows of a front end on the types of openapi-typescript. It compiles without a cast, or the document lost a type. Not run.
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/openapi-typescript";

type Schemas = components["schemas"];
type Api = ReturnType<typeof createClient<paths>>;

/** What to show for each error, by the place it is about. */
function told(problem: Schemas["Problem"]): Map<string, string> {
  const errors = problem.errors ?? [];
  return new Map(errors.length > 0 ? errors.map((error) => [error.pointer, error.detail]) : [["", problem.detail]]);
}

export async function logIn(baseUrl: string, email: string, password: string): Promise<Api | Map<string, string>> {
  const { data, error } = await createClient<paths>({ baseUrl }).POST("/v1/sessions", { body: { email, password } });
  if (error) return told(error);
  const api = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${data.accessToken}` } });
  const organisation = data.organisations[0];
  if (organisation && !data.session.organisationId) {
    const chosen = await api.PUT("/v1/sessions/current/organisation", { body: { organisationId: organisation.id } });
    if (chosen.error) return told(chosen.error);
  }
  return api;
}

export async function createTheClient(api: Api, name: string): Promise<string | undefined> {
  const { data, error, response } = await api.POST("/v1/clients", {
    params: { query: { ifExists: "return" }, header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { name, dateOfBirth: null, externalIdentifiers: [{ system: "ecd", value: "1001" }] },
  });
  if (error) return error.title;
  return response.status === 201 ? data.id : undefined;
}

/** What was read is sent back with one thing changed. */
export async function moveCloser(api: Api, mapId: string, supporterId: string): Promise<string | null> {
  const read = await api.GET("/v1/maps/{mapId}", { params: { path: { mapId } } });
  if (!read.data) return null;
  const supporters = read.data.supporters.map((one) => (one.id === supporterId ? { ...one, closeness: "inner" as const } : one));
  const saved = await api.PUT("/v1/maps/{mapId}/content", {
    params: { path: { mapId }, header: { "If-Match": read.data.etag } },
    body: { ...read.data, supporters },
  });
  return saved.data?.etag ?? null;
}

export async function dashboard(api: Api): Promise<string[]> {
  const { data } = await api.GET("/v1/caseload", { params: { query: { sort: "attention", attention: ["review-overdue"], limit: 50 } } });
  return (data?.items ?? []).map((entry) => {
    const urgent: Schemas["Attention"] | undefined = entry.attention[0];
    return `${entry.preferredName ?? entry.name}: ${urgent ?? "-"}, ${entry.latestMap?.steps[0]?.state ?? "empty"}`;
  });
}

export async function whomToCall(api: Api, clientId: string): Promise<string[]> {
  const { data } = await api.GET("/v1/clients/{clientId}/helpers", {
    params: { path: { clientId }, query: { audience: "client" } },
  });
  if (!data) return [];
  const needs = "items" in data ? data.items : [data];
  return needs.flatMap((need) => need.helpers.map((helper) => `${need.label}: ${helper.alias} ${helper.call ?? ""} ${helper.reasons[0]?.sentence ?? ""}`));
}

export async function picture(api: Api, cardId: string): Promise<string | undefined> {
  const { data } = await api.GET("/v1/cards/{cardId}/picture", {
    params: { path: { cardId }, query: { format: "png", sheet: "phone" } },
    parseAs: "blob",
  });
  return data && URL.createObjectURL(data);
}

/** The data of an event is what the document says it is. */
export function heard(change: Schemas["MapChange"], own: string): string | null {
  return change.requestId === own ? null : `${change.by?.name ?? "-"} ${change.etag}`;
}

export async function whatChanged(api: Api, cardId: string, otherCardId: string): Promise<string[]> {
  const { data } = await api.GET("/v1/cards/{cardId}/differences/{otherCardId}", { params: { path: { cardId, otherCardId } } });
  return (data?.changes ?? []).map((change) => {
    switch (change.kind) {
      case "moved-inward":
        return `${change.personId} ${change.from} ${change.to}: ${change.sentence}`;
      case "tie-gained":
        return `${change.personIds.length} ${change.sentence}`;
      case "need-changed":
        return `${change.supportType} ${change.to ?? 0}`;
      default:
        return change.sentence;
    }
  });
}

export async function labels(api: Api): Promise<Map<string, string>> {
  const { data } = await api.GET("/v1/vocabulary");
  const prompts = data?.steps.flatMap((step) => step.prompts.map((prompt): [string, string] => [prompt.lifeDomain ?? step.code, prompt.texts.nl]));
  const words = data?.relationships.map((word): [string, string] => [word.code, word.labels.nl]);
  return new Map([...(prompts ?? []), ...(words ?? [])]);
}
