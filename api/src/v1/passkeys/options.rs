//! The options of the WebAuthn API in JSON, as browsers read them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Options to use a passkey, for `PublicKeyCredential.parseRequestOptionsFromJSON`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct PasskeyRequestOptions {
    /// Random bytes in Base64url.
    challenge: String,
    /// How long the browser waits, in milliseconds.
    #[schema(example = 300_000)]
    timeout: u32,
    /// The domain to which the passkeys belong.
    #[schema(example = "example.nl")]
    rp_id: String,
    /// The passkeys that may answer.
    allow_credentials: Vec<PasskeyDescriptor>,
    /// Always `required`.
    #[schema(example = "required")]
    user_verification: String,
}

/// Options to make a passkey, for `PublicKeyCredential.parseCreationOptionsFromJSON`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct PasskeyCreationOptions {
    rp: PasskeyRelyingParty,
    user: PasskeyUser,
    /// Random bytes in Base64url.
    challenge: String,
    /// The accepted kinds of keys.
    pub_key_cred_params: Vec<PasskeyAlgorithm>,
    /// How long the browser waits, in milliseconds.
    #[schema(example = 300_000)]
    timeout: u32,
    /// The passkeys that the account has; their authenticators make no other.
    exclude_credentials: Vec<PasskeyDescriptor>,
    authenticator_selection: PasskeySelection,
    /// Always `none`.
    #[schema(example = "none")]
    attestation: String,
    extensions: PasskeyExtensions,
}

/// A passkey by its id.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct PasskeyDescriptor {
    /// Always `public-key`.
    #[schema(example = "public-key")]
    r#type: String,
    /// In Base64url.
    id: String,
}

/// To whom passkeys belong.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct PasskeyRelyingParty {
    /// The name that browsers show.
    #[schema(example = "Omringd")]
    name: String,
    /// The domain.
    #[schema(example = "example.nl")]
    id: String,
}

/// Whose passkey it is, as browsers show it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PasskeyUser {
    /// In Base64url.
    id: String,
    /// The address of the account.
    #[schema(example = "coach@example.nl")]
    name: String,
    /// The user's name.
    #[schema(example = "Saskia de Wit")]
    display_name: String,
}

/// A kind of key.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct PasskeyAlgorithm {
    /// Always `public-key`.
    #[schema(example = "public-key")]
    r#type: String,
    /// Of the IANA registry of COSE algorithms.
    #[schema(example = -7)]
    alg: i32,
}

/// Which authenticators may make the passkey.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PasskeySelection {
    /// Whether the authenticator keeps the passkey itself.
    #[schema(example = "discouraged")]
    resident_key: String,
    /// The same, for older browsers.
    require_resident_key: bool,
    /// Always `required`.
    #[schema(example = "required")]
    user_verification: String,
}

/// What is asked of authenticators that can do it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PasskeyExtensions {
    /// When the authenticator reveals the passkey.
    #[schema(example = "userVerificationRequired")]
    credential_protection_policy: String,
    /// Whether an authenticator that cannot do so makes none.
    enforce_credential_protection_policy: bool,
    /// Whether the response says if the authenticator keeps the passkey.
    cred_props: bool,
}
