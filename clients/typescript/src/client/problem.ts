import type { ServiceProblemKind } from "../generated/problems.js";
import type { Schemas } from "./types.js";

/**
 * The kind of a problem. `unreachable`: no response. `unexpected`: a response that is not the service's, such as a proxy's. A newer
 * service may send other kinds: give every `switch` a default.
 */
export type ProblemKind = ServiceProblemKind | "unreachable" | "unexpected";

type ProblemBody = Partial<Schemas["Problem"]> & Partial<Schemas["OAuthError"]>;

/** Every failed call rejects with this. `message` is for people, in the language of the request. */
export class OmringdProblem extends Error {
  override readonly name = "OmringdProblem";
  // `declare` costs nothing at run time: the constructor assigns all of these.
  declare readonly kind: ProblemKind;
  /** The HTTP status; 0 without a response. */
  declare readonly status: number;
  declare readonly title: string;
  declare readonly errors: readonly Schemas["FieldProblem"][];
  declare readonly params: Schemas["ProblemParams"];
  declare readonly requestId: string | null;
  /** Seconds to wait before a retry; null if the service does not say. */
  declare readonly retryAfter: number | null;

  constructor(kind: ProblemKind, status = 0, body: ProblemBody = {}, headers?: Headers) {
    super(body.detail ?? body.error_description ?? kind);
    const { title = kind, errors = [], params = {}, requestId = null } = body;
    const retryAfter = Number(headers?.get("Retry-After")) || null;
    Object.assign(this, { kind, status, title, errors, params, requestId, retryAfter });
  }

  static async of(response: Response): Promise<OmringdProblem> {
    const body = (await response.json().catch(() => ({}))) as ProblemBody;
    const kind = body.type?.split("/").pop() ?? (body.error ? "grant-refused" : "unexpected");
    return new OmringdProblem(kind as ProblemKind, response.status, body, response.headers);
  }

  /** The error at a JSON Pointer into the body, such as `/person/alias`. */
  at(pointer: string): Schemas["FieldProblem"] | undefined {
    return this.errors.find((error) => error.pointer === pointer);
  }
}
