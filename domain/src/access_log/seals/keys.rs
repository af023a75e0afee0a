//! The keys that sign heads: the one that signs now, and those before it, each of which signed the next one.

use super::{Head, HeadKey, HeadVerifier, LogHash, LogId, NoteError};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::fmt;
use std::sync::Arc;

/// How a change of the key begins; its log follows. No note begins so.
const NAME: &str = "omringd/access-log-key/";

/// A change of the key: the old one signs the new one, and the last head that it signed itself.
///
/// This proves the new key to everyone who knows the old one. The old one signs nothing later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange {
    /// The log.
    pub log: LogId,
    /// Number of the last head that the old key signed; 0 if it signed none.
    pub after: i64,
    /// The hash of that head.
    pub hash: LogHash,
    /// The old public key.
    pub old: [u8; 32],
    /// The new public key.
    pub new: [u8; 32],
    /// The signature by the old one.
    pub signature: Vec<u8>,
}

impl KeyChange {
    /// A change of this log's key after this head.
    #[must_use]
    pub fn new(log: LogId, last: Option<&Head>, old: &dyn HeadKey, new: [u8; 32]) -> Self {
        let (after, hash) = last.map_or((0, LogHash::NONE), |head| (head.number, head.hash));
        let mut change = Self { log, after, hash, old: old.public_key(), new, signature: Vec::new() };
        change.signature = old.sign(change.text().as_bytes()).to_vec();
        change
    }

    /// What is signed.
    fn text(&self) -> String {
        let [hash, old, new] = [self.hash.0, self.old, self.new].map(|bytes| BASE64_STANDARD.encode(bytes));
        format!("{NAME}{} {} {hash} {old} {new}", self.log.0, self.after)
    }

    /// Reads what [`fmt::Display`] wrote.
    ///
    /// # Errors
    /// [`NoteError`].
    pub fn parse(line: &str) -> Result<Self, NoteError> {
        let fields: Vec<_> = line.strip_prefix(NAME).ok_or(NoteError)?.split(' ').collect();
        let [log, after, hash, old, new, signature] = fields.as_slice() else { return Err(NoteError) };
        let bytes = |text: &str| BASE64_STANDARD.decode(text).map_err(|_| NoteError);
        let of_32 = |text: &str| <[u8; 32]>::try_from(bytes(text)?).map_err(|_| NoteError);
        Ok(Self {
            log: LogId(log.parse().map_err(|_| NoteError)?),
            after: after.parse().map_err(|_| NoteError)?,
            hash: LogHash(of_32(hash)?),
            old: of_32(old)?,
            new: of_32(new)?,
            signature: bytes(signature)?,
        })
    }
}

impl fmt::Display for KeyChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.text(), BASE64_STANDARD.encode(&self.signature))
    }
}

/// Every key that signed heads.
#[derive(Clone, Debug)]
pub struct HeadKeys {
    /// Each change, with the old key.
    changes: Vec<(KeyChange, Arc<dyn HeadVerifier>)>,
    current: Arc<dyn HeadVerifier>,
}

impl HeadKeys {
    /// These changes of the key, the first one first, and the key that signs now. `None` if one of the keys did not sign the next, or
    /// a change is not after the one before it.
    #[must_use]
    pub fn new(changes: Vec<(KeyChange, Arc<dyn HeadVerifier>)>, current: Arc<dyn HeadVerifier>) -> Option<Self> {
        let mut keys = changes.iter().map(|(_, old)| old.public_key()).skip(1).chain([current.public_key()]);
        let (mut after, mut log) = (0, None);
        for (change, old) in &changes {
            let signed = old.public_key() == change.old && old.verify(change.text().as_bytes(), &change.signature);
            let follows = change.after >= after && log.is_none_or(|log| log == change.log);
            if !signed || !follows || keys.next() != Some(change.new) {
                return None;
            }
            (after, log) = (change.after, Some(change.log));
        }
        drop(keys);
        Some(Self { changes, current })
    }

    /// The key that signed the head of this number.
    pub(super) fn of(&self, number: i64) -> &dyn HeadVerifier {
        let old = self.changes.iter().find(|(change, _)| number <= change.after);
        old.map_or(&*self.current, |(_, key)| &**key)
    }

    /// Whether the key was changed after another head of this number.
    pub(super) fn contradict(&self, head: &Head) -> bool {
        self.changes
            .iter()
            .any(|(change, _)| change.after == head.number && change.hash != head.hash || change.log != head.log)
    }

    /// The last head that a change knows; 0 if none does.
    pub(super) fn last_known(&self) -> i64 {
        self.changes.last().map_or(0, |(change, _)| change.after)
    }
}
