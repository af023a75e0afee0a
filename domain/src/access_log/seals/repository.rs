use super::{Closed, Head, LogRecord, Position, Seal, SignedNote, Unsealed};
use crate::{OrganisationId, Result};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;
use std::sync::Arc;

/// Makes seals and a head of lines; `None` seals nothing. No other process seals meanwhile.
pub type Closing<'a> = &'a (dyn Fn(Unsealed) -> Result<Option<Closed>> + Send + Sync);

/// The lines that are not sealed yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lag {
    /// Their number; no more than 100,001 are counted.
    pub lines: u64,
    /// The number of those that can be sealed now. A line cannot while a transaction that began before it is running.
    pub ready: u64,
    /// The time of the oldest.
    pub oldest: Option<DateTime<Utc>>,
}

/// A line as it was read for verification.
#[derive(Clone, Debug)]
pub struct ReadRecord {
    /// Its place.
    pub position: Position,
    /// Its organisation.
    pub organisation: OrganisationId,
    /// The line; `None` if a value is not of its type.
    pub record: Option<LogRecord>,
}

/// Stores the seals of the access log of all organisations.
#[async_trait]
pub trait SealStore: Debug + Send + Sync {
    /// The lines that are not sealed yet. Writes nothing.
    async fn lag(&self) -> Result<Lag>;
    /// Seals at most `most` lines, unless another process does so now. Returns the new head.
    async fn seal(&self, most: u32, close: Closing<'_>) -> Result<Option<Head>>;
    /// The last head.
    async fn last_head(&self) -> Result<Option<Head>>;
    /// At most `most` heads after this number, in order.
    async fn heads(&self, after: i64, most: u32) -> Result<Vec<Head>>;
    /// The heads of these numbers.
    async fn heads_of(&self, numbers: &[i64]) -> Result<Vec<Head>>;
    /// At most `most` seals under heads after this number up to that one, in the order of heads and organisations.
    async fn seals(&self, after: i64, until: i64, most: u64) -> Result<Vec<Seal>>;
    /// At most `most` lines after this place up to that one, in order.
    async fn records(&self, after: Position, until: Position, most: u64) -> Result<Vec<ReadRecord>>;
}

/// A key that signs heads, or did.
pub trait HeadVerifier: Debug + Send + Sync {
    /// The public key of Ed25519.
    fn public_key(&self) -> [u8; 32];
    /// Whether this key has signed the text.
    fn verify(&self, text: &[u8], signature: &[u8]) -> bool;
}

/// The key that signs heads. It is not in the database.
pub trait HeadKey: HeadVerifier {
    /// Signs a text.
    fn sign(&self, text: &[u8]) -> [u8; 64];
}

/// Where the key is that signs heads. It may be replaced while no process seals.
pub trait SigningKey: Debug + Send + Sync {
    /// The key that signs now.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if it cannot be read.
    fn current(&self) -> Result<Arc<dyn HeadKey>>;
}

/// A place outside the database that keeps heads.
#[async_trait]
pub trait Anchors: Debug + Send + Sync {
    /// Stores a note so that it survives a power cut.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if it is not stored.
    async fn append(&self, note: &SignedNote) -> Result<()>;
}
