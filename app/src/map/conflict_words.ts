// A conflict in words: about whom or what it is, and what each value means.
import type { Conflict, MapContent } from "@omringd/client/sync";
import { asDate } from "../core/language.ts";
import type { Words } from "../core/words.ts";
import { texts } from "./texts.ts";

export interface ConflictWords {
  subject: string;
  member: string;
  mine: string;
  theirs: string;
}

export function conflictWords({ member: path, mine, theirs }: Conflict, map: MapContent, words: Words): ConflictWords {
  const { map: whole, members, need } = texts().conflicts;
  const [collection = "", id = "", name, supportType] = path.split("/");
  const say = (value: unknown) => valueWords(path, value, words);
  const values = { mine: say(mine), theirs: say(theirs) };
  if (collection === "needs") return { subject: whole, member: need(words.of("supportTypes", id)), ...values };
  if (!name) return { subject: whole, member: members[id] ?? id, ...values };
  const about = supportType ? words.of("supportTypes", supportType) : (members[name] ?? name);
  return { subject: subjectOf(collection, id, map) ?? whole, member: about, ...values };
}

function subjectOf(collection: string, id: string, { persons, supporters, ties, agreements }: MapContent) {
  const nameOf = (supporterId: string) => {
    const personId = supporters.find((supporter) => supporter.id === supporterId)?.personId;
    return persons.find((person) => person.id === personId)?.alias;
  };
  switch (collection) {
    case "persons":
      return persons.find((person) => person.id === id)?.alias;
    case "supporters":
      return nameOf(id);
    case "ties":
      return ties
        .find((tie) => tie.id === id)
        ?.supporterIds.map(nameOf)
        .join(", ");
    default:
      return agreements.find((agreement) => agreement.id === id)?.text;
  }
}

const LISTS = {
  closeness: "closenesses",
  contactFrequency: "contactFrequencies",
  relationship: "relationships",
  status: "agreementStatuses",
} as const;
const GRADES = { tension: "tensions", burden: "burdens", strength: "tieStrengths" } as const;

const has = <Table extends object>(table: Table, name: string): name is keyof Table & string => name in table;

function valueWords(path: string, value: unknown, words: Words): string {
  const said = texts().conflicts;
  const [collection = "", , name = ""] = path.split("/");
  const member = name || path.split("/")[1]!;
  if (member === "id") return isNothing(value) ? said.removed : said.present;
  if (isNothing(value)) return said.nothing;
  if (typeof value === "boolean") return value ? said.yes : said.no;
  if (collection === "needs") return words.grade("needLevels", Number(value));
  if (member === "supports") return supportWords(value, words);
  if (has(LISTS, member)) return words.of(LISTS[member], String(value));
  if (has(GRADES, member)) return words.grade(GRADES[member], Number(value));
  if (member === "dueOn" || member === "reviewOn") return asDate(String(value));
  return String(value);
}

const isNothing = (value: unknown) => value === null || value === undefined;

function supportWords(value: unknown, words: Words): string {
  const { availability, direction } = value as { availability: string | null; direction: string | null };
  const parts = [
    availability && words.of("availabilities", availability),
    direction && words.of("directions", direction),
  ].filter(Boolean);
  return parts.join(", ") || texts().conflicts.nothing;
}
