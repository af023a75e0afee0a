import type { Schemas } from "@omringd/client";
import { asDate } from "../core/language.ts";
import { staff } from "./texts.ts";

/** What tells clients with the same name apart: the day of birth, and their numbers in other systems. */
export function identityOf(dateOfBirth: string | null, numbers: readonly Schemas["ExternalIdentifier"][]): string {
  const parts = [
    dateOfBirth && staff().born(asDate(dateOfBirth)),
    ...numbers.map(({ value }) => staff().number(value)),
  ];
  return parts.filter(Boolean).join(" · ");
}
