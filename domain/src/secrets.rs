//! Passwords and opaque secrets, and the ports that generate and verify them.

use crate::Result;
use async_trait::async_trait;
use secrecy::{ExposeSecret, SecretString};
use std::fmt::Debug;
use unicode_normalization::UnicodeNormalization;

/// A password as typed, normalised to NFC so that it does not depend on the keyboard.
///
/// `Debug` redacts it.
#[derive(Clone, Debug)]
pub struct Password(SecretString);

impl Password {
    /// Minimum length of a new password in characters.
    pub const MIN: usize = 12;
    /// Maximum length of any password in characters; bounds the work of hashing.
    pub const MAX: usize = 200;

    /// A password to verify. `None` if it is longer than [`Self::MAX`].
    pub fn typed(text: &str) -> Option<Self> {
        let normal: String = text.nfc().collect();
        (normal.chars().count() <= Self::MAX).then(|| Self(normal.into()))
    }

    /// A password to store.
    ///
    /// `None` if it is too short or too long. [`Passwords::guessable`] checks its strength.
    pub fn chosen(text: &str) -> Option<Self> {
        let password = Self::typed(text)?;
        (password.expose().chars().count() >= Self::MIN).then_some(password)
    }

    /// The plain text of the password.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// Hashes and verifies passwords.
#[async_trait]
pub trait Passwords: Debug + Send + Sync {
    /// Returns the hash to store.
    ///
    /// # Errors
    /// [`crate::Error::Busy`] if too many requests are waiting.
    async fn hash(&self, password: &Password) -> Result<String>;
    /// Whether this is the password of the hash.
    ///
    /// Without a hash it returns `false` after the same work, so that response time does not disclose whether the
    /// user exists.
    ///
    /// # Errors
    /// [`crate::Error::Busy`] if too many requests are waiting.
    async fn verify(&self, password: &Password, hash: Option<&str>) -> Result<bool>;
    /// Whether an attacker who knows these words would soon guess the password.
    ///
    /// For new passwords only: it is slow, and its dictionaries stay in memory.
    ///
    /// # Errors
    /// [`crate::Error::Busy`] if too many requests are waiting.
    async fn guessable(&self, password: &Password, own_words: &[&str]) -> Result<bool>;
}

/// An opaque secret of 256 bits, as text for a header, form or link.
///
/// `Debug` redacts it; only its digest is stored.
#[derive(Clone, Debug)]
pub struct Secret(SecretString);

impl Secret {
    /// Wraps a secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into())
    }

    /// The plain text of the secret.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// SHA-256 of a secret. No salt or key stretching, since 256 random bits cannot be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecretDigest(pub [u8; 32]);

/// Generates secrets and their digests.
pub trait Secrets: Debug + Send + Sync {
    /// Generates a secret of 256 random bits.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if no random bytes are available.
    fn fresh(&self) -> Result<Secret>;
    /// Generates a private key to sign assertions with: of P-256, in PKCS #8, in Base64.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if no random bytes are available.
    fn signing_key(&self) -> Result<Secret>;
    /// The digest under which a secret is stored.
    fn digest(&self, secret: &Secret) -> SecretDigest;
}

/// Encrypts secrets that the service must be able to read again.
pub trait Cipher: Debug + Send + Sync {
    /// Generates random bytes for a new secret.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if no random bytes are available.
    fn random(&self, bytes: usize) -> Result<Vec<u8>>;
    /// Encrypts with the service's key. Only the same `context` decrypts it, such as the id of the row.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if the key cannot be read.
    fn encrypt(&self, context: &[u8], secret: &[u8]) -> Result<Vec<u8>>;
    /// Decrypts what [`Cipher::encrypt`] returned.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if the key, the context or the bytes are not the same.
    fn decrypt(&self, context: &[u8], encrypted: &[u8]) -> Result<Vec<u8>>;
    /// Encrypts a secret so that only the holder of another secret can read it; the service's key is not involved.
    ///
    /// # Errors
    /// [`crate::Error::Internal`].
    fn encrypt_for(&self, holder: &Secret, secret: &Secret) -> Result<Vec<u8>>;
    /// Decrypts what [`Cipher::encrypt_for`] returned.
    ///
    /// # Errors
    /// [`crate::Error::Internal`] if the holder's secret is another one.
    fn decrypt_for(&self, holder: &Secret, encrypted: &[u8]) -> Result<Secret>;
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
