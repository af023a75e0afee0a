//! Passwords and opaque secrets: what they are, and who can make and check them.

use crate::Result;
use async_trait::async_trait;
use secrecy::{ExposeSecret, SecretString};
use std::fmt::Debug;
use unicode_normalization::UnicodeNormalization;

/// A password as somebody typed it, in one Unicode form (NFC) whatever the keyboard. Never printed.
#[derive(Clone, Debug)]
pub struct Password(SecretString);

impl Password {
    /// The fewest characters of a new password.
    pub const MIN: usize = 12;
    /// The most characters of any password: hashing a longer one is work an attacker could ask for.
    pub const MAX: usize = 200;

    /// A password to check. None if it is longer than any password may be.
    pub fn typed(text: &str) -> Option<Self> {
        let normal: String = text.nfc().collect();
        (normal.chars().count() <= Self::MAX).then(|| Self(normal.into()))
    }

    /// A password to keep. None if it is too short or too long. Whether it would soon be guessed is for
    /// [`Passwords::guessable`] to say.
    pub fn chosen(text: &str) -> Option<Self> {
        let password = Self::typed(text)?;
        (password.expose().chars().count() >= Self::MIN).then_some(password)
    }

    /// The password itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// Hashes and checks passwords.
#[async_trait]
pub trait Passwords: Debug + Send + Sync {
    /// The hash to keep.
    ///
    /// # Errors
    /// [`crate::Error::Busy`] while too many wait.
    async fn hash(&self, password: &Password) -> Result<String>;
    /// Whether this is the password of the hash. Without a hash it is not, and to find that takes the same work: the
    /// time of the answer does not tell whether the user exists.
    ///
    /// # Errors
    /// [`crate::Error::Busy`] while too many wait.
    async fn verify(&self, password: &Password, hash: Option<&str>) -> Result<bool>;
    /// Whether this password would soon be guessed by an attacker who knows these words of its user. For a password that is
    /// chosen, never for one that is checked: it is slow, and what it needs stays in memory.
    ///
    /// # Errors
    /// [`crate::Error::Busy`] while too many wait.
    async fn guessable(&self, password: &Password, own_words: &[&str]) -> Result<bool>;
}

/// An opaque secret of 256 bits, as text for a header, a form or a link. Never printed, and kept as its digest only.
#[derive(Clone, Debug)]
pub struct Secret(SecretString);

impl Secret {
    /// This secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into())
    }

    /// The secret itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// SHA-256 of a secret: enough, since the secret itself cannot be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecretDigest(pub [u8; 32]);

/// Makes secrets and their digests.
pub trait Secrets: Debug + Send + Sync {
    /// A new secret of 256 random bits.
    ///
    /// # Errors
    /// Only [`crate::Error::Internal`].
    fn fresh(&self) -> Result<Secret>;
    /// The digest under which a secret is kept.
    fn digest(&self, secret: &Secret) -> SecretDigest;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_the_same_whatever_the_keyboard_composed() {
        let (composed, combining) = ("caf\u{e9} au lait!", "cafe\u{301} au lait!");
        assert_eq!(Password::typed(composed).unwrap().expose(), Password::typed(combining).unwrap().expose());
    }

    #[test]
    fn a_new_password_has_its_length() {
        assert!(Password::chosen("elf tekens.").is_none());
        assert!(Password::chosen("twaalf teken").is_some());
        assert!(Password::typed("kort").is_some());
        assert!(Password::typed(&"x".repeat(201)).is_none());
    }

    #[test]
    fn debug_shows_no_secret() {
        assert!(!format!("{:?}", Password::typed("hunter2")).contains("hunter2"));
        assert!(!format!("{:?}", Secret::new("hunter2")).contains("hunter2"));
    }
}
