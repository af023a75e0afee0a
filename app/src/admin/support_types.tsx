import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { language } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { omringd } from "../core/service.ts";
import { forgetWords } from "../core/words.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { texts } from "./texts.ts";

export default function SupportTypes() {
  const words = texts().supportTypes;
  const loaded = useLoad(() => omringd.vocabulary.open());
  return (
    <Page title={words.title} narrow back={{ path: "/admin/organisation", text: texts().organisation.back }}>
      <Await of={loaded}>
        {({ supportTypes }) => (
          <>
            <section>
              <h2>{words.builtIn}</h2>
              <ul class="rows">
                {supportTypes
                  .filter(({ builtIn }) => builtIn)
                  .map(({ code, labels }) => (
                    <li key={code}>{labels[language.value]}</li>
                  ))}
              </ul>
            </section>
            <section>
              <h2>{words.own}</h2>
              <OwnTypes types={supportTypes.filter(({ builtIn }) => !builtIn)} saved={loaded.reload} />
            </section>
          </>
        )}
      </Await>
    </Page>
  );
}

interface Draft {
  /** Tells drafts apart while their codes are being typed. */
  key: string;
  code: string;
  labels: Schemas["Labels"];
  isNew: boolean;
}

function OwnTypes({ types, saved }: { types: Schemas["SupportTypeWord"][]; saved: () => void }) {
  const words = texts().supportTypes;
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    types.map(({ code, labels }) => ({ key: code, code, labels, isNew: false })),
  );
  const add = () =>
    setDrafts([...drafts, { key: crypto.randomUUID(), code: "", labels: { nl: "", en: "" }, isNew: true }]);

  async function save(values: Values) {
    const supportTypes = drafts.map(({ key, code, isNew }) => ({
      code: isNew ? (values[`code ${key}`] ?? "") : code,
      labels: { nl: values[`nl ${key}`] ?? "", en: values[`en ${key}`] ?? "" },
    }));
    if (!(await withConfirmation(() => omringd.vocabulary.replaceSupportTypes({ supportTypes })))) return;
    forgetWords();
    announce(words.saved);
    setDrafts(supportTypes.map(({ code, labels }) => ({ key: code, code, labels, isNew: false })));
    saved();
  }

  return (
    <Form
      action={words.save}
      submit={save}
      beside={
        <Button icon="plus" onClick={add}>
          {words.add}
        </Button>
      }
    >
      <p class="hint">{drafts.length === 0 ? words.none : words.hint}</p>
      {drafts.map(({ key, code, labels, isNew }, index) => (
        <fieldset class="panel" key={key}>
          <legend class="visually-hidden">{labels[language.value] || words.add}</legend>
          <Field
            name={`nl ${key}`}
            label={words.nl}
            pointer={`/supportTypes/${index}/labels/nl`}
            defaultValue={labels.nl}
          />
          <Field
            name={`en ${key}`}
            label={words.en}
            pointer={`/supportTypes/${index}/labels/en`}
            defaultValue={labels.en}
          />
          {isNew && (
            <Field
              name={`code ${key}`}
              label={words.code}
              hint={words.codeHint}
              pointer={`/supportTypes/${index}/code`}
              defaultValue={code}
            />
          )}
          <Button kind="quiet" onClick={() => setDrafts(drafts.filter((draft) => draft.key !== key))}>
            {words.remove(labels[language.value])}
          </Button>
        </fieldset>
      ))}
    </Form>
  );
}
