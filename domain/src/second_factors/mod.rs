//! Second factors of accounts: authenticator apps, passkeys and recovery codes.
//!
//! A session without the second factor of its account, or without one that its user's role needs, has no membership:
//! the statement that authenticates the caller finds none.

mod model;
mod service;
mod totp;

pub use model::{
    AddedSecondFactor, MAX_SECOND_FACTORS, NewSecondFactor, RECOVERY_CODES, SecondFactor, SecondFactorKind,
    SecondFactorState, StoredSecret,
};
pub use service::{add, confirm_added, list, recovery_codes_left, remove, replace_recovery_codes};
pub(crate) use service::{check_room, give, new_codes};
