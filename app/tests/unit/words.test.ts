import "./browser.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OmringdProblem, type Schemas, type SessionState } from "@omringd/client";
import { forget } from "../../src/core/device.ts";
import { chooseLanguage } from "../../src/core/language.ts";
import { omringd, session } from "../../src/core/service.ts";
import { forgetWords, readWords } from "../../src/core/words.ts";

const as = (userId: string, organisationId: string, kind: "device" | "browser" = "browser") =>
  ({
    is: "in",
    current: { kind, user: { id: userId, name: userId }, organisation: { id: organisationId } },
  }) as unknown as SessionState;

/** A vocabulary with one support type, as organisations may have of their own. */
const vocabulary = (nl: string, en: string) =>
  ({
    supportTypes: [{ code: "walking", labels: { nl, en } }],
    needLevels: [{ grade: 2, labels: { nl: "veel", en: "much" } }],
    lifeDomains: [{ code: "family", labels: { nl: "familie", en: "family" } }],
    steps: [
      {
        code: "who",
        labels: { nl: "Wie?", en: "Who?" },
        prompts: [{ lifeDomain: "family", texts: { nl: "Wie hoort bij u?", en: "Who belongs to you?" } }],
      },
    ],
  }) as unknown as Schemas["Vocabulary"];
const open = vi.spyOn(omringd.vocabulary, "open");
const walking = async () => (await readWords()).of("supportTypes", "walking");

beforeEach(() => {
  forgetWords();
  open.mockReset().mockResolvedValue(vocabulary("Wandelen", "Walking"));
  session.value = as("anouk", "linde");
});
afterEach(async () => {
  chooseLanguage("nl");
  await forget();
});

test("read once, also by screens that open at the same time", async () => {
  expect(await Promise.all([walking(), walking()])).toEqual(["Wandelen", "Wandelen"]);
  session.value = { ...session.value };
  expect(await walking()).toBe("Wandelen");
  expect(open).toHaveBeenCalledTimes(1);
});

test("another user, and the same user in another organisation, get words of their own", async () => {
  await walking();
  open.mockResolvedValue(vocabulary("Samen lopen", "Walking together"));
  session.value = as("anouk", "eik");
  expect(await walking()).toBe("Samen lopen");
  open.mockResolvedValue(vocabulary("Tuinieren", "Gardening"));
  session.value = as("bram", "eik");
  expect(await walking()).toBe("Tuinieren");
});

test("in the language of the screens, also after it changed", async () => {
  const words = await readWords();
  expect([words.of("supportTypes", "walking"), words.grade("needLevels", 2)]).toEqual(["Wandelen", "veel"]);
  chooseLanguage("en");
  expect([words.of("supportTypes", "walking"), words.grade("needLevels", 2)]).toEqual(["Walking", "much"]);
  expect(words.prompts("who")).toEqual([{ lifeDomain: "family", question: "Who belongs to you?", text: "family" }]);
});

test("what the vocabulary lacks is shown as its code", async () => {
  const words = await readWords();
  expect([words.of("supportTypes", "new"), words.grade("needLevels", 9)]).toEqual(["new", "9"]);
});

test("read again after the organisation changed them, and after a failure", async () => {
  await walking();
  forgetWords();
  open.mockRejectedValueOnce(new OmringdProblem("unreachable"));
  await expect(walking()).rejects.toThrow();
  open.mockResolvedValue(vocabulary("Samen lopen", "Walking together"));
  expect(await walking()).toBe("Samen lopen");
});

test("without a connection those on a device of the user's own, until there are newer ones", async () => {
  session.value = as("saskia", "linde", "device");
  await walking();
  forgetWords();
  open.mockRejectedValue(new OmringdProblem("unreachable"));
  await vi.waitFor(async () => expect(await walking()).toBe("Wandelen"));
  open.mockResolvedValue(vocabulary("Samen lopen", "Walking together"));
  expect(await walking()).toBe("Samen lopen");
});
