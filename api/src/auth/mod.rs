//! Authentication: access tokens, passwords, and the caller of a request.

mod argon2_memory;
mod caller;
mod keys;
mod password;
mod secrets;
mod strength;
mod throttle;
mod tokens;

pub(crate) use caller::{Bearer, IdempotencyHeader, identified, seen};
pub use keys::{KeyDirectory, KeyError};
pub use password::Argon2id;
pub use secrets::SystemSecrets;
pub use throttle::{Allowance, Throttle, ThrottleSettings};
pub use tokens::{LIFETIME, Tokens};
