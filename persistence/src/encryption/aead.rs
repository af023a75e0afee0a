//! AES-256-GCM with random nonces. NIST SP 800-38D allows 2^32 messages under one such key; a client writes less than 2^20.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use domain::{Error, Result};

/// A cipher with this key.
pub(crate) fn cipher(key: &[u8; 32]) -> Result<RandomizedNonceKey> {
    RandomizedNonceKey::new(&AES_256_GCM, key).map_err(Error::internal)
}

/// Encrypts; the result is the nonce, the ciphertext and the tag. Only the same context decrypts it.
pub(crate) fn encrypt(cipher: &RandomizedNonceKey, context: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let mut body = plain.to_vec();
    let nonce = cipher.seal_in_place_append_tag(Aad::from(context), &mut body).map_err(Error::internal)?;
    Ok([nonce.as_ref().as_slice(), &body].concat())
}

/// Decrypts what [`encrypt`] made.
///
/// # Errors
/// [`Error::Internal`] for another key or context, and for a changed value.
pub(crate) fn decrypt(cipher: &RandomizedNonceKey, context: &[u8], encrypted: &[u8]) -> Result<Vec<u8>> {
    let (nonce, body) =
        encrypted.split_first_chunk::<NONCE_LEN>().ok_or_else(|| Error::internal("an encrypted value is too short"))?;
    let mut body = body.to_vec();
    let opened = cipher.open_in_place(Nonce::from(nonce), Aad::from(context), &mut body).map_err(Error::internal)?;
    let length = opened.len();
    body.truncate(length);
    Ok(body)
}
