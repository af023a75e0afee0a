//! Sessions: logging in, confirming, refreshing, logging out, and choosing an organisation.

mod confirm;
mod mail_code;
mod model;
mod refusals;
mod service;

pub use confirm::{Proof, confirm};
pub(crate) use mail_code::fresh_digits;
pub use mail_code::{MAIL_CODE_TRIES, MAIL_CODE_VALID_FOR, MailCodeRequest, TriedMailCode, request_mail_code};
pub use model::{
    Credential, Factor, Factors, LogIn, LogInProof, LoggedIn, NewSession, REPEATED_FOR, Refreshed, Rotated, Rotation,
    Session, SessionKind, Started,
};
pub use refusals::Refusals;
pub use service::{
    add_factor, choose_organisation, current, end, end_current, list, log_in, refresh, revoke, store_ends,
};
pub(crate) use service::{new, new_on, start};
