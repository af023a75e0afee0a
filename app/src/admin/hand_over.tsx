import type { Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { announce } from "../core/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { QrCode } from "../ui/qr_code.tsx";
import { texts } from "./texts.ts";

/** The link of an invitation. Its secret comes after the `#`, so that it is not sent to the server. */
export const invitationLink = (secret: string) => `${location.origin}/invitation#${encodeURIComponent(secret)}`;

/** What became of a new invitation: it was mailed, or the administrator hands over the link. */
export function HandOver({ invitation, close }: { invitation: Schemas["CreatedInvitation"]; close: () => void }) {
  const words = texts().invitations;
  const [copied, setCopied] = useState(false);
  const { secret, email } = invitation;
  if (!secret) {
    return (
      <Dialog title={words.created} close={close}>
        <p>{words.mailed(email ?? "")}</p>
        <Button kind="primary" onClick={close}>
          {words.ready}
        </Button>
      </Dialog>
    );
  }
  const link = invitationLink(secret);
  async function copy() {
    await navigator.clipboard.writeText(link);
    setCopied(true);
    announce(words.copied);
  }
  return (
    <Dialog title={words.linkTitle} close={close}>
      <p>{words.link}</p>
      <QrCode text={link} label={words.qr} />
      <div class="field">
        <label for="link">{words.address}</label>
        <input id="link" class="code" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </div>
      <div class="actions">
        <Button kind="primary" icon={copied ? "check" : "card"} onClick={() => void copy()}>
          {copied ? words.copied : words.copy}
        </Button>
        <Button onClick={close}>{words.ready}</Button>
      </div>
    </Dialog>
  );
}
