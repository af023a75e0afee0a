//! The domain of Omringd: what a client's map is, who may see it, and every use case.
//!
//! Pure rules and ports. This crate knows no HTTP, no database and no runtime.

pub mod access;
pub mod accounts;
pub mod agreements;
pub mod assignments;
pub mod cards;
pub mod caseload;
mod changes;
pub mod clients;
mod clock;
pub mod coach_notes;
mod days;
mod early_check;
mod error;
pub mod exports;
pub mod helpers;
mod id;
pub mod imports;
pub mod insights;
pub mod invitations;
pub mod log_ins;
pub mod maps;
pub mod members;
pub mod needs;
pub mod organisations;
mod page;
pub mod persons;
mod platform;
mod ports;
pub mod reflections;
mod secrets;
pub mod sessions;
pub mod support_types;
pub mod supporters;
mod system;
mod text;
pub mod ties;
mod version;
pub mod vocabulary;
mod work;

pub use changes::{Changes, Following};
pub use clock::{Clock, Ids, SystemClock, TimeOrderedIds, storable};
pub use days::{TimeZone, UnknownTimeZone};
pub use error::{Cell, Conflict, Error, FieldError, Result};
pub use id::*;
pub use page::{MAX_PAGE, Page, PageRequest};
pub use platform::{OneOrganisation, PlatformWork};
pub use ports::{OpenedWork, PlatformUnitOfWork, Ports, Store, UnitOfWork};
pub use secrets::{Password, Passwords, Secret, SecretDigest, Secrets};
pub use system::{OwnWork, SystemStore};
pub use text::{LongText, ShortText, Text, TextError, name_order};
pub use version::{Expected, Version};
pub use work::{Caller, IdempotencyKey, Replay, Work};

/// Puts the value of a merge patch (RFC 7396) in place; absent leaves what is there.
fn patch<T>(member: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *member = value;
    }
}
