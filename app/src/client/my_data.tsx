import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { useAction } from "../core/action.tsx";
import { announce } from "../core/announcer.tsx";
import { withConfirmation } from "../core/confirm.tsx";
import { saveFile } from "../core/download.ts";
import { Page } from "../core/frame.tsx";
import { asDate } from "../core/language.ts";
import { Await, type Loaded, useLoad } from "../core/load.tsx";
import { ownChanges } from "../core/live.ts";
import { omringd, ownClientId } from "../core/service.ts";
import { shell } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { texts } from "./texts.ts";

export default function MyData() {
  return (
    <Page title={texts().myData.title} narrow>
      <TakeAlong />
      <Erasure />
    </Page>
  );
}

function TakeAlong() {
  const action = useAction();
  const words = texts().myData;
  const take = () =>
    action.run(async () => {
      const file = await withConfirmation(() =>
        omringd.download(omringd.portability.exportClient, ownClientId(), { format: "zip" }),
      );
      if (!file) return;
      saveFile(file);
      announce(words.taken);
    });
  return (
    <section>
      <h2>{words.take}</h2>
      <p>{words.takeText}</p>
      {action.problem}
      <div class="actions">
        <Button icon="download" busy={action.busy} onClick={take}>
          {words.takeAction}
        </Button>
      </div>
    </section>
  );
}

interface ErasureData {
  waitingDays: number;
  last: Schemas["ErasureRequest"] | undefined;
}

async function readErasure(): Promise<ErasureData> {
  const [{ erasureWaitingDays: waitingDays }, { items }] = await Promise.all([
    omringd.organisation.open(),
    omringd.erasureRequests.list(ownClientId()),
  ]);
  const byDate = items.toSorted((a, b) => b.erasesAt.localeCompare(a.erasesAt));
  return { waitingDays, last: byDate.find(({ withdrawnAt }) => !withdrawnAt) };
}

function Erasure() {
  const erasure = useLoad(readErasure, [], ownChanges());
  return (
    <section>
      <h2>{texts().myData.erase}</h2>
      <Await of={erasure}>
        {({ waitingDays, last }) =>
          last && !last.refusal ? (
            <Waiting request={last} erasure={erasure} />
          ) : (
            <Ask waitingDays={waitingDays} refused={last} erasure={erasure} />
          )
        }
      </Await>
    </section>
  );
}

function Waiting({ request, erasure }: { request: Schemas["ErasureRequest"]; erasure: Loaded<ErasureData> }) {
  const action = useAction();
  const words = texts().myData;
  const withdraw = () =>
    action.run(async () => {
      await withConfirmation(() => omringd.erasureRequests.withdraw(request.id));
      announce(words.withdrawn);
      erasure.reload();
    });
  return (
    <>
      <p class="notice">{words.asked(asDate(request.erasesAt))}</p>
      {action.problem}
      <div class="actions">
        <Button kind="primary" busy={action.busy} onClick={withdraw}>
          {words.withdraw}
        </Button>
      </div>
    </>
  );
}

interface AskProps {
  waitingDays: number;
  refused: Schemas["ErasureRequest"] | undefined;
  erasure: Loaded<ErasureData>;
}

function Ask({ waitingDays, refused, erasure }: AskProps) {
  const [sure, setSure] = useState(false);
  const action = useAction();
  const words = texts().myData;
  const ask = () => {
    setSure(false);
    action.run(async () => {
      const asked = await withConfirmation(() => omringd.erasureRequests.create(ownClientId(), {}));
      if (!asked) return;
      announce(words.askedDone);
      erasure.reload();
    });
  };
  return (
    <>
      {refused && <p class="notice">{words.refused(asDate(refused.erasesAt))}</p>}
      <p>{words.eraseText(waitingDays)}</p>
      {action.problem}
      <div class="actions">
        <Button onClick={() => setSure(true)}>{words.eraseAction}</Button>
      </div>
      {sure && (
        <Dialog title={words.sureTitle} close={() => setSure(false)}>
          <p>{words.sureText}</p>
          <div class="actions">
            <Button kind="danger" onClick={ask}>
              {words.sureAction}
            </Button>
            <Button onClick={() => setSure(false)}>{shell().cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
