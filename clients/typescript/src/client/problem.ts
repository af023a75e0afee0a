import type { ServiceProblemKind } from "../generated/problems.js";
import type { Schemas } from "./types.js";

/**
 * What went wrong. `unreachable`: no answer came. `unexpected`: an answer that is not the service's, as from a proxy. A newer
 * service may have kinds that are not listed: give every `switch` a default.
 */
export type ProblemKind = ServiceProblemKind | "unreachable" | "unexpected";

type Told = Partial<Schemas["Problem"]> & Partial<Schemas["OAuthError"]>;

/** Every failed call rejects with this. `message` is for people, in the language of the client. */
export class OmringdProblem extends Error {
  override readonly name = "OmringdProblem";
  readonly kind: ProblemKind;
  /** The HTTP status; 0 if no answer came. */
  readonly status: number;
  readonly title: string;
  readonly errors: readonly Schemas["FieldProblem"][];
  readonly params: Schemas["ProblemParams"];
  readonly requestId: string | null;
  /** Seconds to wait before a retry; null if the service does not say. */
  readonly retryAfter: number | null;

  constructor(kind: ProblemKind, status = 0, told: Told = {}, headers?: Headers) {
    super(told.detail ?? told.error_description ?? kind);
    this.kind = kind;
    this.status = status;
    this.title = told.title ?? kind;
    this.errors = told.errors ?? [];
    this.params = told.params ?? {};
    this.requestId = told.requestId ?? null;
    this.retryAfter = Number(headers?.get("Retry-After")) || null;
  }

  static async of(response: Response): Promise<OmringdProblem> {
    const told = (await response.json().catch(() => ({}))) as Told;
    const kind = told.type?.split("/").pop() ?? (told.error === "invalid_grant" ? "grant-refused" : "unexpected");
    return new OmringdProblem(kind as ProblemKind, response.status, told, response.headers);
  }

  /** The error at this place of the body, such as `/person/alias`. */
  at(pointer: string): Schemas["FieldProblem"] | undefined {
    return this.errors.find((error) => error.pointer === pointer);
  }
}
