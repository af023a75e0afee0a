//! Stored responses, encrypted under the caller's idempotency key, which is stored nowhere.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
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
pub(crate) fn encrypt(user: UserId, key: &IdempotencyKey, replay: StoredResponse) -> Result<Vec<u8>> {
    let mut body = replay.0;
    let nonce = cipher(user, key)?.seal_in_place_append_tag(aad(key), &mut body).map_err(Error::internal)?;
    Ok([nonce.as_ref().as_slice(), &body].concat())
}

/// Decrypts what [`encrypt`] made.
pub(crate) fn decrypt(user: UserId, key: &IdempotencyKey, encrypted: &[u8]) -> Result<StoredResponse> {
    let (nonce, body) = encrypted
        .split_first_chunk::<NONCE_LEN>()
        .ok_or_else(|| Error::internal("an encrypted response is too short"))?;
    let mut body = body.to_vec();
    let opened = cipher(user, key)?.open_in_place(Nonce::from(nonce), aad(key), &mut body).map_err(Error::internal)?;
    Ok(StoredResponse(opened.to_vec()))
}

fn aad(key: &IdempotencyKey) -> Aad<[u8; 32]> {
    Aad::from(key.fingerprint)
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
