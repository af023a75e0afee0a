// Passkeys: the ceremony between the service's challenge and the browser.
import type { Schemas } from "@omringd/client";
import { omringd } from "./service.ts";

/** Whether this browser has passkeys. Whether the account has one, only the browser finds out. */
export const hasPasskeys = () => typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

type Assertion = Schemas["PasskeyAssertion"];
type Attestation = Schemas["PasskeyAttestation"];

async function assert(challenge: Schemas["PasskeyChallenge"]): Promise<{ ceremony: string; credential: Assertion }> {
  const options = challenge.options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return { ceremony: challenge.ceremony, credential: credential.toJSON() as Assertion };
}

export async function logInWithPasskey(email: string, kind: Schemas["SessionKind"]): Promise<void> {
  const answer = await assert(await omringd.passkeys.requestChallenge({ email }));
  await omringd.session.logInWithPasskey({ email, kind, ...answer });
}

export async function confirmWithPasskey(): Promise<void> {
  await omringd.session.confirm({ passkey: await assert(await omringd.passkeys.requestOwnPasskeyChallenge()) });
}

/** Adds a passkey of this device. Resolves to the recovery codes, if it is the account's first second factor. */
export async function addPasskey(name: string): Promise<string[]> {
  const { ceremony, options } = await omringd.passkeys.requestRegistration();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const added = await omringd.passkeys.add({ name, ceremony, credential: made.toJSON() as Attestation });
  return added.recoveryCodes;
}

/** Whether the user closed the browser's dialog, or has no passkey here: not a defect. */
export const isDeclined = (thrown: unknown) => thrown instanceof DOMException;
