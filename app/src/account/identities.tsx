// The user's identities at the providers of their organisations, with which they can log in.
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { asDate } from "../core/language.ts";
import { Await, useLoad } from "../core/load.tsx";
import { linkAtProvider } from "../core/provider.ts";
import { current, omringd } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";

async function readIdentities() {
  const [{ items }, { providers }] = await Promise.all([
    omringd.identities.list(),
    omringd.sessions.findLogInMethods({ email: current()?.email ?? "" }),
  ]);
  return { items, others: providers.filter(({ id }) => !items.some(({ providerId }) => providerId === id)) };
}

/** Only for users whose organisation has a provider. */
export function Identities() {
  const texts = shell().settingsPage;
  const identities = useLoad(readIdentities, [current()?.confirmedAt]);
  const action = useAction();
  const unlink = (id: string) =>
    action.run(async () => {
      const done = await withConfirmation(async () => {
        await omringd.identities.unlinkOwnIdentity(id);
        return true;
      });
      if (!done) return;
      announce(texts.unlinked);
      identities.reload();
    });
  if (!identities.problem && !identities.data?.items.length && !identities.data?.others.length) return null;
  return (
    <section>
      <h2>{texts.identities}</h2>
      <p>{texts.identitiesText}</p>
      {action.problem}
      <Await of={identities}>
        {({ items, others }) => (
          <>
            <ul class="rows">
              {items.map(({ id, provider, createdAt }) => (
                <li key={id}>
                  <span>
                    <strong>{provider}</strong>
                    <span class="hint">{texts.linkedOn(asDate(createdAt))}</span>
                  </span>
                  <Button kind="quiet" onClick={() => unlink(id)}>
                    {texts.unlink(provider)}
                  </Button>
                </li>
              ))}
            </ul>
            <div class="actions">
              {others.map(({ id, name }) => (
                <Button key={id} onClick={() => action.run(() => withConfirmation(() => linkAtProvider(id)))}>
                  {texts.link(name)}
                </Button>
              ))}
            </div>
          </>
        )}
      </Await>
    </section>
  );
}
