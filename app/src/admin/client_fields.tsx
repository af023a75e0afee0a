// The fields of a client's own data, for a new client and for a change.
import type { Schemas } from "@omringd/client";
import type { Values } from "../core/form.tsx";
import { Field } from "../ui/field.tsx";
import { texts } from "./texts.ts";

export function ClientFields({ client }: { client?: Schemas["Client"] }) {
  const words = texts().clients;
  const number = client?.externalIdentifiers[0];
  return (
    <>
      <Field name="name" label={words.name} defaultValue={client?.name ?? ""} />
      <Field
        name="preferredName"
        label={words.preferredName}
        hint={words.preferredNameHint}
        defaultValue={client?.preferredName ?? ""}
      />
      <Field name="dateOfBirth" label={words.dateOfBirth} type="date" defaultValue={client?.dateOfBirth ?? ""} />
      <Field
        name="number"
        label={words.number}
        pointer="/externalIdentifiers/0/value"
        defaultValue={number?.value ?? ""}
      />
      <Field
        name="system"
        label={words.system}
        hint={words.systemHint}
        pointer="/externalIdentifiers/0/system"
        defaultValue={number?.system ?? ""}
      />
    </>
  );
}

/** The body of the fields. Numbers in other systems than the first are not on the form, and stay. */
export function clientBody(
  { name = "", preferredName, dateOfBirth, number, system }: Values,
  client?: Schemas["Client"],
) {
  const first = number || system ? [{ system: system ?? "", value: number ?? "" }] : [];
  return {
    name,
    preferredName: preferredName || null,
    dateOfBirth: dateOfBirth || null,
    externalIdentifiers: [...first, ...(client?.externalIdentifiers.slice(1) ?? [])],
  };
}
