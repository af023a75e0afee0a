use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use base64::{Engine, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::ports::Secrets;
use domain::{Error, Result, Secret, SecretDigest};

/// Secrets from the system's source of randomness.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SystemSecrets;

impl Secrets for SystemSecrets {
    fn fresh(&self) -> Result<Secret> {
        let mut bytes = [0; 32];
        aws_lc_rs::rand::fill(&mut bytes).map_err(Error::internal)?;
        Ok(Secret::new(BASE64_URL_SAFE_NO_PAD.encode(bytes)))
    }

    fn signing_key(&self) -> Result<Secret> {
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        Ok(Secret::new(BASE64_STANDARD.encode(key.map_err(Error::internal)?)))
    }

    fn digest(&self, secret: &Secret) -> SecretDigest {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(digest(&SHA256, secret.expose().as_bytes()).as_ref());
        SecretDigest(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_new_each_time_and_its_digest_is_not() {
        let (one, other) = (SystemSecrets.fresh().unwrap(), SystemSecrets.fresh().unwrap());
        assert_eq!(one.expose().len(), 43);
        assert_ne!(one.expose(), other.expose());
        assert_eq!(SystemSecrets.digest(&one), SystemSecrets.digest(&Secret::new(one.expose())));
        assert_ne!(SystemSecrets.digest(&one), SystemSecrets.digest(&other));
    }
}
