// The words of the domain, in the language of the screens. Kept on the device, so that a map can be filled in without a connection.
import { OmringdProblem, type Schemas } from "@omringd/client";
import { keep, kept } from "../core/device.ts";
import { language } from "../core/language.ts";
import { omringd } from "../core/service.ts";

type Vocabulary = Schemas["Vocabulary"];
type Labels = Schemas["Labels"];
/** The lists of codes, and those of grades. */
export type WordList =
  | "relationships"
  | "closenesses"
  | "directions"
  | "availabilities"
  | "contactFrequencies"
  | "agreementStatuses"
  | "supportTypes"
  | "steps";
export type GradeList = "needLevels" | "tensions" | "burdens" | "tieStrengths";

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

/** Looks words up in the vocabulary of the service. */
export class Words {
  constructor(readonly vocabulary: Vocabulary) {}

  list<Code extends string = string>(name: WordList): Choice<Code>[] {
    return this.vocabulary[name].map(({ code, labels }) => ({ value: code as Code, text: said(labels) }));
  }

  grades(name: GradeList): Choice<number>[] {
    return this.vocabulary[name].map(({ grade, labels }) => ({ value: grade, text: said(labels) }));
  }

  of(name: WordList, code: string): string {
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

let read: Words | undefined;

/** Read once a visit; it changes rarely. */
export async function readWords(): Promise<Words> {
  return (read ??= new Words(await fromService()));
}

async function fromService(): Promise<Vocabulary> {
  try {
    const vocabulary = await omringd.vocabulary.open();
    void keep("vocabulary", vocabulary);
    return vocabulary;
  } catch (problem) {
    const found = problem instanceof OmringdProblem && (await kept<Vocabulary>("vocabulary"));
    if (found) return found.value;
    throw problem;
  }
}
