//! The fixed binary form of what is hashed: the same bytes from both databases, and different bytes for different values.

use super::LogHash;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Fields, each with its length.
pub(super) struct Form(Vec<u8>);

impl Form {
    /// Begins with the kind and version of the form.
    pub(super) fn new(kind: &'static str) -> Self {
        Self(Vec::with_capacity(256)).bytes(kind.as_bytes())
    }

    pub(super) fn bytes(mut self, bytes: &[u8]) -> Self {
        // No column holds 4 GiB.
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.0.extend(length.to_be_bytes());
        self.0.extend(bytes);
        self
    }

    pub(super) fn number(self, number: impl Into<i64>) -> Self {
        self.bytes(&number.into().to_be_bytes())
    }

    pub(super) fn id(self, id: Uuid) -> Self {
        self.bytes(id.as_bytes())
    }

    pub(super) fn hash_of(self, hash: LogHash) -> Self {
        self.bytes(&hash.0)
    }

    /// Exact, whatever the precision of the database.
    pub(super) fn instant(self, at: DateTime<Utc>) -> Self {
        self.number(at.timestamp()).number(at.timestamp_subsec_nanos())
    }

    /// A field that may be absent, which is not the same as empty.
    pub(super) fn optional(mut self, bytes: Option<&[u8]>) -> Self {
        self.0.push(u8::from(bytes.is_some()));
        match bytes {
            Some(bytes) => self.bytes(bytes),
            None => self,
        }
    }

    /// The hash of the whole form, as a leaf.
    pub(super) fn leaf(self) -> LogHash {
        LogHash::leaf(&self.0)
    }
}
