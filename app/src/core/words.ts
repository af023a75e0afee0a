// Words of the domain, from the vocabulary of the organisation. Read once per log-in: they rarely change.
import type { Schemas } from "@omringd/client";
import { language } from "./language.ts";
import { omringd, session } from "./service.ts";

type Vocabulary = Schemas["Vocabulary"];
type Entry = { code: string; labels: Schemas["Labels"] };
type ListName = { [Name in keyof Vocabulary]: Vocabulary[Name] extends Entry[] ? Name : never }[keyof Vocabulary];

export interface Words {
  vocabulary: Vocabulary;
  /** The label of a code in the language of the screens; the code itself if the vocabulary lacks it. */
  of: (list: ListName, code: string) => string;
}

let reading: Promise<Words> | undefined;
session.subscribe(() => (reading = undefined));

export function readWords(): Promise<Words> {
  reading ??= omringd.vocabulary.open().then(
    (vocabulary) => ({ vocabulary, of: (list, code) => labelOf(vocabulary[list], code) }),
    (problem: unknown) => {
      reading = undefined;
      throw problem;
    },
  );
  return reading;
}

/** The next screen reads them again. */
export function forgetWords(): void {
  reading = undefined;
}

function labelOf(entries: Entry[], code: string): string {
  return entries.find((entry) => entry.code === code)?.labels[language.value] ?? code;
}
