import { Form, type Values } from "../core/form.tsx";
import { Page } from "../core/frame.tsx";
import { type Params, replace } from "../core/router.ts";
import { omringd, ownClientId } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Field } from "../ui/field.tsx";
import { stepPath } from "./steps.ts";
import { texts } from "./texts.ts";

/** Begins a map of a client: by the client, or by the coach. */
export default function Begin({ params: { clientId = "" } }: { params: Params }) {
  const words = texts().begin;
  const home = clientId === ownClientId() ? "/client/home" : `/coach/clients/${clientId}`;
  async function begin({ theme = "" }: Values) {
    const { id } = await omringd.maps.create(clientId, { theme });
    // The way back from the first step does not lead here.
    replace(stepPath(id, "who"));
  }
  return (
    <Page title={words.title} narrow back={{ path: home, text: shell().back }}>
      <p>{words.text}</p>
      <Form action={words.action} submit={begin}>
        <Field name="theme" label={words.theme} hint={words.hint} />
      </Form>
    </Page>
  );
}
