//! Tamper evidence of the access log.
//!
//! Lines are written without a hash. The sealer closes them later, in the order of their commits: a [`Seal`] is the Merkle root
//! over the new lines of one organisation, chained to its previous seal; a [`Head`] is the root over the seals of one tick,
//! chained and signed with a key outside the database. [`verify`] recomputes all of it.

mod close;
mod form;
mod hash;
mod keys;
mod model;
mod note;
mod repository;
mod sealer;
mod verify;

pub use close::{Closed, Unsealed, close};
pub use hash::LogHash;
pub use keys::{HeadKeys, KeyChange};
pub use model::{Chain, Head, LogId, LogRecord, Position, Seal};
pub use note::{NoteError, SignedNote, key_name, signed_note};
pub use repository::{Anchors, Closing, HeadKey, HeadVerifier, Lag, ReadRecord, SealStore, SigningKey};
pub use sealer::{MAX_LINES, Sealer};
pub use verify::{Finding, FindingKind, Summary, Verifier};
