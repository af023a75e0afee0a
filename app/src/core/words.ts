// Words of the domain, from the vocabulary of the organisation: read once for each user and organisation, because they rarely change.
// Kept on a device of the user's own, so that a map can be filled in without a connection.
import { OmringdProblem, type Schemas } from "@omringd/client";
import { keep, kept } from "./device.ts";
import { language } from "./language.ts";
import { current, omringd } from "./service.ts";

type Vocabulary = Schemas["Vocabulary"];
type Labels = Schemas["Labels"];
/** The names of the lists whose entries have these members. */
type ListOf<Entry> = { [Name in keyof Vocabulary]: Vocabulary[Name] extends Entry[] ? Name : never }[keyof Vocabulary];
type CodeList = ListOf<{ code: string; labels: Labels }>;
type GradeList = ListOf<{ grade: number; labels: Labels }>;

export interface Choice<Value> {
  value: Value;
  text: string;
}

export interface Prompt {
  lifeDomain: Schemas["LifeDomain"] | null;
  question: string;
  /** The name of the life domain. */
  text: string | undefined;
}

const said = (labels: Labels) => labels[language.value];

/** Looks words up, in the language of the screens. */
export class Words {
  constructor(readonly vocabulary: Vocabulary) {}

  list<Code extends string = string>(name: CodeList): Choice<Code>[] {
    return this.vocabulary[name].map(({ code, labels }) => ({ value: code as Code, text: said(labels) }));
  }

  grades(name: GradeList): Choice<number>[] {
    return this.vocabulary[name].map(({ grade, labels }) => ({ value: grade, text: said(labels) }));
  }

  /** The label of a code; the code itself if the vocabulary lacks it. */
  of(name: CodeList, code: string): string {
    return this.list(name).find(({ value }) => value === code)?.text ?? code;
  }

  grade(name: GradeList, grade: number): string {
    return this.grades(name).find(({ value }) => value === grade)?.text ?? String(grade);
  }

  prompts(step: Schemas["Step"]): Prompt[] {
    const domains = this.vocabulary.lifeDomains;
    const found = this.vocabulary.steps.find(({ code }) => code === step);
    return (found?.prompts ?? []).map(({ lifeDomain, texts }) => {
      const domain = domains.find(({ code }) => code === lifeDomain);
      return { lifeDomain, question: said(texts), text: domain && said(domain.labels) };
    });
  }
}

/** The last reading, and for whom it was: organisations have support types of their own. */
let reading: { owner: string; words: Promise<Words> } | undefined;

export function readWords(): Promise<Words> {
  const login = current();
  const owner = `${login?.user.id} ${login?.organisation?.id}`;
  if (reading?.owner !== owner) reading = { owner, words: fromService() };
  return reading.words;
}

/** The next screen reads them again. */
export function forgetWords(): void {
  reading = undefined;
}

async function fromService(): Promise<Words> {
  try {
    const vocabulary = await omringd.vocabulary.open();
    void keep("vocabulary", vocabulary);
    return new Words(vocabulary);
  } catch (problem) {
    forgetWords();
    const found = problem instanceof OmringdProblem && (await kept<Vocabulary>("vocabulary"));
    if (found) return new Words(found.value);
    throw problem;
  }
}
