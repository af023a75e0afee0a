use super::KeyError;
use super::keys::{KeyDirectory, LOG};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use domain::access_log::seals::{Head, HeadKey, HeadKeys, HeadVerifier, KeyChange, LogId, SigningKey};
use domain::{Error, Result};
use std::sync::Arc;

/// The key that signs the heads of the access log.
#[derive(Debug)]
struct LogKey {
    pair: Ed25519KeyPair,
    public: LogPublicKey,
}

/// The public half of a key that signs heads, or did.
#[derive(Clone, Copy, Debug)]
struct LogPublicKey([u8; 32]);

impl LogKey {
    /// Uses a key in PKCS #8.
    fn new(der: &[u8]) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_pkcs8(der).map_err(|_| KeyError::Generate)?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| KeyError::Generate)?;
        Ok(Self { pair, public: LogPublicKey(public) })
    }
}

impl HeadVerifier for LogPublicKey {
    fn public_key(&self) -> [u8; 32] {
        self.0
    }

    fn verify(&self, text: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.0).verify(text, signature).is_ok()
    }
}

impl HeadVerifier for LogKey {
    fn public_key(&self) -> [u8; 32] {
        self.public.public_key()
    }

    fn verify(&self, text: &[u8], signature: &[u8]) -> bool {
        self.public.verify(text, signature)
    }
}

impl HeadKey for LogKey {
    fn sign(&self, text: &[u8]) -> [u8; 64] {
        // A signature of Ed25519 has 64 bytes; any other would be found as a bad one.
        self.pair.sign(text).as_ref().try_into().unwrap_or([0; 64])
    }
}

/// The file of the key that signs the heads of the access log. After the key it has a line for each change of the key, in public
/// terms, so that the keys before it are known and every change is proven.
#[derive(Clone, Debug)]
pub struct LogKeyFile(KeyDirectory);

impl LogKeyFile {
    /// The key in this directory.
    #[must_use]
    pub fn new(directory: KeyDirectory) -> Self {
        Self(directory)
    }

    /// Every key that signed heads. None is made.
    ///
    /// # Errors
    /// [`KeyError`]; [`KeyError::NotEndorsed`] if a change is not proven.
    pub fn keys(&self) -> Result<HeadKeys, KeyError> {
        let current = LogKey::new(&self.0.existing_log_key()?)?.public;
        self.proven(&self.0.lines_after_key(LOG)?, current)
    }

    /// The keys of these lines, each of which proves the next, up to the current one.
    fn proven(&self, lines: &[String], current: LogPublicKey) -> Result<HeadKeys, KeyError> {
        let not_endorsed = || KeyError::NotEndorsed(self.0.path(LOG));
        let change = |line: &String| {
            let change = KeyChange::parse(line).map_err(|_| not_endorsed())?;
            let old: Arc<dyn HeadVerifier> = Arc::new(LogPublicKey(change.old));
            Ok((change, old))
        };
        let changes = lines.iter().map(change).collect::<Result<_, KeyError>>()?;
        HeadKeys::new(changes, Arc::new(current)).ok_or_else(not_endorsed)
    }

    /// Replaces the key after this head of the log. Call it while no process seals.
    ///
    /// The file is replaced at once: no crash leaves a key whose change is not proven.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn replace(&self, log: LogId, last: Option<&Head>) -> Result<KeyChange, KeyError> {
        let old = LogKey::new(&self.0.existing_log_key()?)?;
        let new = self.0.new_key()?;
        let public = LogKey::new(&new)?.public;
        let change = KeyChange::new(log, last, &old, public.public_key());
        let mut lines = self.0.lines_after_key(LOG)?;
        lines.push(change.to_string());
        // Also finds what is wrong with the file as it is.
        self.proven(&lines, public)?;
        self.0.replace_key(LOG, &new, &lines)?;
        Ok(change)
    }
}

impl SigningKey for LogKeyFile {
    fn current(&self) -> Result<Arc<dyn HeadKey>> {
        let key = self.0.existing_log_key().and_then(|der| LogKey::new(&der)).map_err(Error::internal)?;
        Ok(Arc::new(key))
    }
}
