//! Attempts with a password or another secret, counted by all processes together, so that secrets cannot be guessed.

mod counter;
mod limit;
mod store;
mod throttle;

pub use counter::{Counter, Limits};
pub use limit::{Limit, NotALimit};
pub use store::{Charge, Charged, FailureStore, KNOWN_FOR, KNOWN_NETWORKS, KeyedHash, KnownNetwork, Tried};
pub use throttle::{Attempt, AttemptKind, Refusal, Throttle, is_wrong};
