//! Passkeys (WebAuthn): second factors that are both factors by themselves, as each use verifies the user.
//!
//! Every use is a ceremony of two requests: the first gives a challenge, the second the answer of the authenticator. The
//! database keeps the challenge in between, sealed and for one answer.

mod model;
mod ports;
mod service;

pub use model::{
    Begun, CEREMONY_LASTS, CeremonyKind, Challenge, NewCeremony, NewPasskey, PasskeyAnswer, PasskeyLogIn,
    StoredPasskey, UsedPasskey, VerifiedPasskey,
};
pub use ports::{OwnPasskeys, PasskeyStore, Passkeys};
pub(crate) use service::verify_own;
pub use service::{add, begin_confirmation, begin_log_in, begin_registration, log_in};
