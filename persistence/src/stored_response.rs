//! Stored responses, encrypted under the caller's idempotency key, which is stored nowhere.

use crate::encryption;
use aws_lc_rs::aead::{AES_256_GCM, RandomizedNonceKey};
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use domain::ports::StoredResponse;
use domain::{Error, IdempotencyKey, OrganisationId, Result, UserId};

/// The hash by which a stored response is found.
pub(crate) fn key_hash(user: UserId, key: &IdempotencyKey) -> Vec<u8> {
    let mut text = user.0.as_bytes().to_vec();
    text.extend_from_slice(key.key.as_bytes());
    digest(&SHA256, &text).as_ref().to_vec()
}

/// What identifies a request: its digest and the organisation.
pub(crate) fn fingerprint(key: &IdempotencyKey, organisation: Option<OrganisationId>) -> Vec<u8> {
    let mut text = key.fingerprint.to_vec();
    text.extend(organisation.iter().flat_map(|id| id.0.into_bytes()));
    digest(&SHA256, &text).as_ref().to_vec()
}

/// Encrypts a response: only a request with the same key can decrypt it.
pub(crate) fn encrypt(user: UserId, key: &IdempotencyKey, replay: &StoredResponse) -> Result<Vec<u8>> {
    encryption::encrypt(&cipher(user, key)?, &key.fingerprint, &replay.0)
}

/// Decrypts what [`encrypt`] made.
pub(crate) fn decrypt(user: UserId, key: &IdempotencyKey, encrypted: &[u8]) -> Result<StoredResponse> {
    encryption::decrypt(&cipher(user, key)?, &key.fingerprint, encrypted).map(StoredResponse)
}

/// AES-256-GCM with a key derived from the idempotency key by HKDF (RFC 5869), salted with the user's id.
fn cipher(user: UserId, key: &IdempotencyKey) -> Result<RandomizedNonceKey> {
    let secret = Salt::new(HKDF_SHA256, user.0.as_bytes()).extract(key.key.as_bytes());
    let mut bytes = [0; 32];
    secret
        .expand(&[b"omringd idempotency".as_slice()], &AES_256_GCM)
        .and_then(|okm| okm.fill(&mut bytes))
        .map_err(Error::internal)?;
    RandomizedNonceKey::new(&AES_256_GCM, &bytes).map_err(Error::internal)
}
