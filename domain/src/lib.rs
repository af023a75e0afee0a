//! The domain of Omringd: what a client's map is, who may see it, and every use case.
//!
//! Pure rules and ports. This crate knows no HTTP, no database and no runtime.

pub mod access;
pub mod clients;
mod clock;
mod error;
mod id;
mod page;
mod ports;
mod text;
mod version;
pub mod vocabulary;
mod work;

pub use clock::{Clock, Ids, SystemClock, TimeOrderedIds};
pub use error::{Conflict, Error, FieldError, Result};
pub use id::*;
pub use page::{MAX_PAGE, Page, PageRequest};
pub use ports::{OpenedWork, Ports, Store, UnitOfWork};
pub use text::{LongText, ShortText, Text};
pub use version::{Expected, Version};
pub use work::{Caller, IdempotencyKey, Replay, Work};
