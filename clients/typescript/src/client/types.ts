// Parameters and results of an operation, by its id in the document.
import type { components, operations } from "../generated/schema.js";

/** The types of the document by name: `Schemas["Client"]`. */
export type Schemas = components["schemas"];
export type OperationId = keyof operations;

type Successes = 200 | 201 | 202;
type Media<Content> = {
  [Type in keyof Content]: Type extends "application/json" ? Content[Type] : Blob;
}[keyof Content];
type ContentOf<Response> = Response extends { content: infer Content } ? Media<Content> : undefined;
type SuccessOf<Responses> = {
  [Status in keyof Responses & Successes]: ContentOf<Responses[Status]>;
}[keyof Responses & Successes];

/** The result of a call: JSON, a Blob for other media types, `undefined` without content. */
export type Answer<Id extends OperationId> = [SuccessOf<operations[Id]["responses"]>] extends [never]
  ? undefined
  : SuccessOf<operations[Id]["responses"]>;

type Sent<Content> = {
  [Type in keyof Content]: Type extends `text/${string}` ? string | Blob : Content[Type];
}[keyof Content];

/** The body that an operation takes. */
export type Body<Id extends OperationId> = operations[Id] extends { requestBody?: infer Request }
  ? NonNullable<Request> extends { content: infer Content }
    ? Sent<Content>
    : never
  : never;

/** The query parameters that an operation takes. */
export type Query<Id extends OperationId> = operations[Id] extends { parameters: { query?: infer Parameters } }
  ? NonNullable<Parameters>
  : never;

/** The first page when awaited, every page when iterated: `for await (const page of omringd.clients.list())`. */
export type Pages<Id extends OperationId> = Promise<Answer<Id>> & AsyncIterable<Answer<Id>>;

type Data<Id extends OperationId> = operations[Id] extends {
  responses: { 200: { content: { "text/event-stream": infer Change } } };
}
  ? Change
  : never;

/** A live event. `own`: this page made the change. `reset`: read again what is shown. `end`: access has ended. */
export type LiveEvent<Change> =
  | { type: "change"; id: string; data: Change; own: boolean }
  | { type: "reset"; id: string }
  | { type: "end"; id: string };

/** Live events. Reconnects by itself; finishes after `end`. */
export type Stream<Id extends OperationId> = AsyncIterable<LiveEvent<Data<Id>>>;

/** Options of a call, its last argument. */
export interface Options {
  signal?: AbortSignal;
  /** The expected version, instead of the one last read; `*` is any. */
  ifMatch?: string;
  /** The idempotency key of a POST; by default each call has a new one. */
  idempotencyKey?: string;
  /** Receives the response, for its status and headers. */
  onResponse?: (response: Response) => void;
}
