use super::KeyError;
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use domain::access_log::seals::HeadKey;

/// The key that signs the heads of the access log.
#[derive(Debug)]
pub(crate) struct LogKey {
    pair: Ed25519KeyPair,
    public: [u8; 32],
}

impl LogKey {
    /// Uses a key in PKCS #8.
    pub(crate) fn new(der: &[u8]) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_pkcs8(der).map_err(|_| KeyError::Generate)?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| KeyError::Generate)?;
        Ok(Self { pair, public })
    }
}

impl HeadKey for LogKey {
    fn public_key(&self) -> [u8; 32] {
        self.public
    }

    fn sign(&self, text: &[u8]) -> [u8; 64] {
        // A signature of Ed25519 has 64 bytes; any other would be found as a bad one.
        self.pair.sign(text).as_ref().try_into().unwrap_or([0; 64])
    }

    fn verify(&self, text: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.public).verify(text, signature).is_ok()
    }
}
