//! Authentication: access tokens, passwords, and the caller of a request.

mod argon2_memory;
mod caller;
#[cfg(feature = "server")]
mod cipher;
#[cfg(feature = "server")]
mod key_copy;
#[cfg(feature = "server")]
mod key_encryption_key;
#[cfg(feature = "server")]
mod key_store;
mod keys;
#[cfg(feature = "server")]
mod log_key;
#[cfg(feature = "server")]
mod passkeys;
mod password;
mod secrets;
mod strength;
mod throttle;
mod tokens;

pub(crate) use caller::{Bearer, IdempotencyHeader, bearer_token, identified, of_request, seen};
#[cfg(feature = "server")]
pub(crate) use cipher::ServiceCipher;
#[cfg(feature = "server")]
pub use key_encryption_key::KeyEncryptionKey;
#[cfg(feature = "server")]
pub use key_store::OrganisationKeyFiles;
pub(crate) use keys::KEY_FILES;
#[cfg(feature = "server")]
pub(crate) use keys::{ENCRYPTION, FAILURES, ORGANISATIONS};
pub use keys::{KeyDirectory, KeyError};
#[cfg(feature = "server")]
pub use log_key::LogKeyFile;
#[cfg(feature = "server")]
pub(crate) use passkeys::Ceremonies;
#[cfg(feature = "server")]
pub(crate) use password::Argon2id;
pub(crate) use secrets::SystemSecrets;
#[cfg(feature = "server")]
pub(crate) use throttle::FailureKey;
pub(crate) use throttle::Throttle;
pub use tokens::{LIFETIME, Tokens};
