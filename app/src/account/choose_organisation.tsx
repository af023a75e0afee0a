import { Page } from "../core/frame.tsx";
import { useAction } from "../core/action.tsx";
import { recall, remember } from "../core/preferences.ts";
import { omringd, session } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Icon } from "../ui/icon.tsx";

/** Large cards, the organisation of last time first. */
export default function ChooseOrganisation() {
  const action = useAction();
  const state = session.value;
  if (state.is !== "choosing") return null;
  const last = recall("organisation");
  const organisations = state.current.organisations.toSorted((a, b) => Number(b.id === last) - Number(a.id === last));
  const choose = (id: string) =>
    action.run(async () => {
      await omringd.session.choose(id);
      remember("organisation", id);
    });
  return (
    <Page title={shell().choose.title} narrow>
      <p>{shell().choose.text}</p>
      {action.problem}
      <ul class="cards">
        {organisations.map(({ id, name, roles }) => (
          <li key={id}>
            <button type="button" class="card-button" onClick={() => choose(id)}>
              <span>
                <strong>{name}</strong>
                <span class="hint">
                  {id === last ? shell().choose.last : roles.map((role) => shell().areas[role]).join(", ")}
                </span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
