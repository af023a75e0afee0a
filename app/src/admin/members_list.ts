import type { Schemas } from "@omringd/client";
import { omringd } from "../core/service.ts";

/** All members of the organisation, by name. */
export async function readMembers(): Promise<Schemas["Member"][]> {
  const members: Schemas["Member"][] = [];
  for await (const { items } of omringd.members.list({ limit: 200 })) members.push(...items);
  return members.sort((one, other) => one.name.localeCompare(other.name));
}
