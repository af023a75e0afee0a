//! A head as a signed note (C2SP `signed-note`), in the manner of a checkpoint (C2SP `tlog-checkpoint`).
//!
//! The three lines of the text are the name of the log, the number of the head in place of a size, and its hash.

use super::{Head, HeadKey, HeadVerifier, LogHash, LogId};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::fmt;

/// The algorithm Ed25519 in the id of a key.
const ED25519: u8 = 1;
/// The length of the id of a key.
const KEY_ID: usize = 4;
/// Begins the line of a signature.
const SIGNED: &str = "— ";
const NAME: &str = "omringd/access-log/";

/// The name of a log, also of its key in notes.
#[must_use]
pub fn key_name(log: LogId) -> String {
    format!("{NAME}{}", log.0)
}

/// A head as its note says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    /// The name of the log.
    pub name: String,
    /// The number of the head.
    pub number: i64,
    /// The hash of the head.
    pub hash: LogHash,
    /// The id of the key and the signature.
    pub signature: Vec<u8>,
}

/// Why a text is no note of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteError;

impl From<&Head> for SignedNote {
    fn from(head: &Head) -> Self {
        let signature = head.signature.clone();
        Self { name: key_name(head.log), number: head.number, hash: head.hash, signature }
    }
}

impl SignedNote {
    /// The text that is signed.
    fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.name, self.number, BASE64_STANDARD.encode(self.hash.0))
    }

    /// Parses the lines of a note, without the empty ones.
    ///
    /// # Errors
    /// [`NoteError`].
    pub fn parse(lines: &[&str]) -> Result<Self, NoteError> {
        let [name, number, hash, signed] = lines else { return Err(NoteError) };
        let signature = signed.strip_prefix(SIGNED).and_then(|signed| signed.strip_prefix(*name)).ok_or(NoteError)?;
        let signature = BASE64_STANDARD.decode(signature.strip_prefix(' ').ok_or(NoteError)?).map_err(|_| NoteError)?;
        let hash = BASE64_STANDARD.decode(hash).ok().and_then(|hash| hash.try_into().ok()).ok_or(NoteError)?;
        let number = number.parse().map_err(|_| NoteError)?;
        Ok(Self { name: (*name).to_owned(), number, hash: LogHash(hash), signature })
    }

    /// Whether a line begins a note.
    #[must_use]
    pub fn begins(line: &str) -> bool {
        line.starts_with(NAME)
    }

    /// Whether a line ends a note.
    #[must_use]
    pub fn ends(line: &str) -> bool {
        line.starts_with(SIGNED)
    }

    /// Whether the key has signed it.
    #[must_use]
    pub fn is_signed_by(&self, key: &dyn HeadVerifier) -> bool {
        let id = key_id(&self.name, key.public_key());
        let signature = self.signature.strip_prefix(id.as_slice());
        signature.is_some_and(|signature| key.verify(self.text().as_bytes(), signature))
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{SIGNED}{} {}\n", self.text(), self.name, BASE64_STANDARD.encode(&self.signature))
    }
}

/// The signature of the note of a head, after the id of the key.
pub fn signed_note(head: &Head, key: &dyn HeadKey) -> Vec<u8> {
    let note = SignedNote::from(head);
    let mut signature = key_id(&note.name, key.public_key()).to_vec();
    signature.extend(key.sign(note.text().as_bytes()));
    signature
}

fn key_id(name: &str, public: [u8; 32]) -> [u8; KEY_ID] {
    let hash = Sha256::new().chain_update(name).chain_update([b'\n', ED25519]).chain_update(public);
    let [a, b, c, d, ..]: [u8; 32] = hash.finalize().into();
    [a, b, c, d]
}
