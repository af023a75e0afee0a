// What an operation takes and gives, by its id in the document.
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

/** What a successful call resolves to: the JSON, a Blob for everything else, `undefined` without content. */
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

/** A live event. `reset`: read again what you show. `end`: you may no longer follow. */
export type LiveEvent<Change> =
  | { type: "change"; id: string; data: Change; own: boolean }
  | { type: "reset"; id: string }
  | { type: "end"; id: string };

/** Events as they come. It reconnects by itself, and finishes after `end`. */
export type Stream<Id extends OperationId> = AsyncIterable<LiveEvent<Data<Id>>>;

/** What every call takes last. */
export interface Options {
  signal?: AbortSignal;
  /** The version to change, instead of the one last read; `*` is any version. */
  ifMatch?: string;
  /** The key of a POST that may have arrived already, as after a restart. By default each call makes one. */
  idempotencyKey?: string;
  /** Sees status and headers of the answer. */
  onResponse?: (response: Response) => void;
}
