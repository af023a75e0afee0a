//! The keys that sign heads: the one that signs now, and those before it, each of which signed the next one.

use super::{Head, HeadKey, HeadVerifier, LogHash, LogId, NoteError, SignedNote};
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
    /// the changes are of several logs.
    #[must_use]
    pub fn new(changes: Vec<(KeyChange, Arc<dyn HeadVerifier>)>, current: Arc<dyn HeadVerifier>) -> Option<Self> {
        let next = changes.iter().skip(1).map(|(_, old)| old.public_key()).chain([current.public_key()]);
        let mut log = None;
        for ((change, old), next) in changes.iter().zip(next) {
            let signed = old.public_key() == change.old && old.verify(change.text().as_bytes(), &change.signature);
            if !signed || next != change.new || log.is_some_and(|log| log != change.log) {
                return None;
            }
            log = Some(change.log);
        }
        Some(Self { changes, current })
    }

    /// Which key signed a note, as its place in their order, from 0. `None` if it is none that may have.
    ///
    /// A replaced key signs nothing after its change. A later key may have signed an earlier number: the log went on from a backup
    /// of before the change. `earliest` is the place of the key of the head before.
    pub(super) fn signer_of(&self, note: &SignedNote, earliest: usize) -> Option<usize> {
        let before = self.changes.iter().rposition(|(change, _)| change.after < note.number);
        let earliest = before.map_or(0, |change| change + 1).max(earliest);
        let keys = self.changes.iter().map(|(_, key)| &**key).chain([&*self.current]);
        keys.enumerate().skip(earliest).find(|(_, key)| note.is_signed_by(*key)).map(|(place, _)| place)
    }

    /// Whether this key, or a later one, was replaced after another head of this number, or any in another log.
    pub(super) fn contradict(&self, head: &Head, signer: usize) -> bool {
        let other = |change: &KeyChange| change.after == head.number && change.hash != head.hash;
        let of_another_log = self.changes.iter().any(|(change, _)| change.log != head.log);
        of_another_log || self.changes.iter().skip(signer).any(|(change, _)| other(change))
    }

    /// The last head that the change of this key, or of a later one, knows; 0 if none does.
    pub(super) fn last_known(&self, signer: usize) -> i64 {
        self.changes.iter().skip(signer).map(|(change, _)| change.after).max().unwrap_or(0)
    }
}
