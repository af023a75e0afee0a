use super::keys::{ENCRYPTION, KeyDirectory};
use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use domain::ports::Cipher;
use domain::{Error, Result, Secret};
use std::fmt;
use std::sync::OnceLock;

/// AES-256-GCM: with a key that all processes share, or with one derived from another secret.
///
/// An encrypted text is the nonce, the ciphertext and the tag.
pub(crate) struct ServiceCipher {
    keys: KeyDirectory,
    /// Read when first needed: most commands do not need it, and may not read it.
    key: OnceLock<RandomizedNonceKey>,
}

impl fmt::Debug for ServiceCipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceCipher")
    }
}

impl ServiceCipher {
    pub(crate) fn new(keys: KeyDirectory) -> Self {
        Self { keys, key: OnceLock::new() }
    }

    fn key(&self) -> Result<&RandomizedNonceKey> {
        if let Some(key) = self.key.get() {
            return Ok(key);
        }
        let bytes = self.keys.secret(ENCRYPTION).map_err(Error::internal)?;
        let key = RandomizedNonceKey::new(&AES_256_GCM, &bytes).map_err(Error::internal)?;
        Ok(self.key.get_or_init(|| key))
    }
}

impl Cipher for ServiceCipher {
    fn random(&self, bytes: usize) -> Result<Vec<u8>> {
        let mut random = vec![0; bytes];
        aws_lc_rs::rand::fill(&mut random).map_err(Error::internal)?;
        Ok(random)
    }

    fn encrypt(&self, context: &[u8], secret: &[u8]) -> Result<Vec<u8>> {
        encrypt(self.key()?, context, secret)
    }

    fn decrypt(&self, context: &[u8], encrypted: &[u8]) -> Result<Vec<u8>> {
        decrypt(self.key()?, context, encrypted)
    }

    fn encrypt_for(&self, holder: &Secret, secret: &Secret) -> Result<Vec<u8>> {
        encrypt(&of_holder(holder)?, b"", secret.expose().as_bytes())
    }

    fn decrypt_for(&self, holder: &Secret, encrypted: &[u8]) -> Result<Secret> {
        let secret = decrypt(&of_holder(holder)?, b"", encrypted)?;
        String::from_utf8(secret).map(Secret::new).map_err(|_| Error::internal("a decrypted secret is no text"))
    }
}

pub(super) fn encrypt(key: &RandomizedNonceKey, context: &[u8], secret: &[u8]) -> Result<Vec<u8>> {
    let mut body = secret.to_vec();
    let nonce = key.seal_in_place_append_tag(Aad::from(context), &mut body).map_err(Error::internal)?;
    Ok([nonce.as_ref().as_slice(), &body].concat())
}

pub(super) fn decrypt(key: &RandomizedNonceKey, context: &[u8], encrypted: &[u8]) -> Result<Vec<u8>> {
    let (nonce, body) = encrypted
        .split_first_chunk::<NONCE_LEN>()
        .ok_or_else(|| Error::internal("an encrypted secret is too short"))?;
    let mut body = body.to_vec();
    let opened = key.open_in_place(Nonce::from(nonce), Aad::from(context), &mut body).map_err(Error::internal)?;
    Ok(opened.to_vec())
}

/// A key derived from a secret of 256 random bits by HKDF (RFC 5869).
fn of_holder(holder: &Secret) -> Result<RandomizedNonceKey> {
    let derived = Salt::new(HKDF_SHA256, b"omringd successor").extract(holder.expose().as_bytes());
    let mut bytes = [0; 32];
    derived.expand(&[b"".as_slice()], &AES_256_GCM).and_then(|okm| okm.fill(&mut bytes)).map_err(Error::internal)?;
    RandomizedNonceKey::new(&AES_256_GCM, &bytes).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_context_decrypt() {
        let directory = tempfile::tempdir().unwrap();
        let cipher = || ServiceCipher::new(KeyDirectory::new(directory.path()));
        let encrypted = cipher().encrypt(b"row 1", b"secret").unwrap();
        assert_eq!(cipher().decrypt(b"row 1", &encrypted).unwrap(), b"secret");
        assert!(cipher().decrypt(b"row 2", &encrypted).is_err() && cipher().decrypt(b"row 1", b"short").is_err());
        let elsewhere = tempfile::tempdir().unwrap();
        assert!(ServiceCipher::new(KeyDirectory::new(elsewhere.path())).decrypt(b"row 1", &encrypted).is_err());
    }

    #[test]
    fn only_the_holder_decrypts_what_is_encrypted_for_them() {
        let directory = tempfile::tempdir().unwrap();
        let cipher = ServiceCipher::new(KeyDirectory::new(directory.path()));
        let encrypted = cipher.encrypt_for(&Secret::new("holder"), &Secret::new("successor")).unwrap();
        assert_eq!(cipher.decrypt_for(&Secret::new("holder"), &encrypted).unwrap().expose(), "successor");
        assert!(cipher.decrypt_for(&Secret::new("another"), &encrypted).is_err());
        assert!(!directory.path().join(ENCRYPTION).exists());
    }
}
