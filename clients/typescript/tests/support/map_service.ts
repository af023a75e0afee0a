// One map at a service: read it, and save it against its version. Each device has a line of its own that can be cut.
import { createOmringd, type Omringd, type Schemas } from "../../src/client/index.js";
import { currentSession, json, loggedIn, problem, type Received, serve } from "./service.js";

export const MAP = "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d02";
export const CLIENT = "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d03";

type Map_ = Schemas["WholeMap"];
type Entry = { id: string };

export interface Device {
  omringd: Omringd;
  online: boolean;
  /** The service has ended the session. */
  isOver: boolean;
  /** Answers wait for this. */
  gate: Promise<void>;
  /** Loses the next answer, after the service did what was asked. */
  loseAnswer: boolean;
  received: Received[];
}

export class MapService {
  version = 1;
  map: Partial<Map_> = { theme: "baby", persons: [], supporters: [], ties: [], needs: [], agreements: [] };
  isGone = false;
  readonly #streams: ReadableStreamDefaultController<Uint8Array>[] = [];

  get whole(): Map_ {
    const etag = `"${this.version}"`;
    const head = {
      id: MAP,
      clientId: CLIENT,
      reviewOn: null,
      everyoneNamed: null,
      everyTieNamed: null,
      private: false,
    };
    return {
      ...head,
      steps: [],
      headEtag: etag,
      needsEtag: etag,
      createdAt: "x",
      updatedAt: "x",
      ...this.map,
      etag,
    } as unknown as Map_;
  }

  device(userId = "u-1"): Device {
    const device: Device = {
      omringd: undefined as never,
      online: true,
      isOver: false,
      gate: Promise.resolve(),
      loseAnswer: false,
      received: [],
    };
    const service = serve(async (request) => {
      await device.gate;
      if (!device.online) return "unreachable";
      if (device.isOver && request.path === "/oauth2/token") return json({ error: "invalid_grant" }, {}, 400);
      if (device.isOver) return problem(401, "not-authenticated");
      const answer = this.#answer(request, userId);
      if (!device.loseAnswer || request.method !== "PUT") return answer;
      device.loseAnswer = false;
      return "unreachable";
    });
    device.received = service.received;
    device.omringd = createOmringd({ baseUrl: "http://service", fetch: service.fetch });
    return device;
  }

  #stream(): Response {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void this.#streams.push(controller) });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }

  /** Sends an event to every device. */
  send(event: string, data: object = {}): void {
    const text = `id: 1\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    this.#streams.forEach((stream) => stream.enqueue(new TextEncoder().encode(text)));
  }

  #answer(request: Received, userId: string): Response {
    if (request.path === "/v1/sessions/current") return json(currentSession({ user: { id: userId, name: "Anouk" } }));
    if (request.path === "/oauth2/revoke") return new Response(null);
    if (request.path.startsWith("/v1/events")) return this.#stream();
    if (this.isGone) return problem(404, "not-found");
    if (request.method === "PUT") {
      if (request.headers.get("If-Match") !== `"${this.version}"`) return problem(412, "stale");
      const content = JSON.parse(request.body) as Map_;
      const wrong = whatIsWrong(content);
      if (wrong) return problem(400, "invalid-request", { detail: wrong });
      this.map = content;
      this.version++;
    }
    return json(this.whole, { ETag: `"${this.version}"` });
  }
}

function whatIsWrong({ persons, supporters, ties, agreements }: Map_): string | undefined {
  const ids = (entries: Entry[]) => new Set(entries.map(({ id }) => id));
  const [known, placed] = [ids(persons), ids(supporters)];
  if (new Set(supporters.map(({ personId }) => personId)).size < supporters.length) return "a person twice";
  if (!supporters.every(({ personId }) => known.has(personId))) return "a supporter without a person";
  if (!ties.every(({ supporterIds }) => supporterIds.every((id) => placed.has(id)))) return "a tie without an end";
  if (new Set(ties.map(({ supporterIds }) => supporterIds.join())).size < ties.length) return "a tie twice";
  if (!agreements.every(({ supporterId }) => !supporterId || placed.has(supporterId)))
    return "an agreement with nobody";
  return undefined;
}

export async function loggedInDevice(service: MapService, userId?: string): Promise<Device> {
  const device = service.device(userId);
  await device.omringd.session.begin(loggedIn);
  return device;
}
