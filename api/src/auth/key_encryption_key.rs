//! The key that encrypts the keys of organisations.

use super::cipher::{decrypt, encrypt};
use super::keys::{KeyDirectory, KeyError, ORGANISATIONS, SECRET_BYTES, random};
use aws_lc_rs::aead::{AES_256_GCM, RandomizedNonceKey};
use base64::{Engine, prelude::BASE64_STANDARD};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use std::process::{Command, Stdio};

/// Where the key comes from that encrypts the keys of organisations.
///
/// More than one may be there, with white space between them: the first encrypts, each decrypts. So it can be replaced.
#[derive(Clone, Debug)]
pub enum KeyEncryptionKey {
    /// A file beside the signing keys, made when it is first needed.
    File(KeyDirectory),
    /// A setting: 32 bytes in Base64.
    Setting(SecretString),
    /// What a command prints: 32 bytes in Base64.
    Command(String),
}

impl KeyEncryptionKey {
    pub(super) fn read(&self) -> Result<KeyEncryptionKeys, KeyError> {
        match self {
            Self::File(keys) => {
                let text = keys.made_once(ORGANISATIONS, new_line)?;
                KeyEncryptionKeys::in_base64(&text).ok_or_else(|| KeyError::NotASecret(keys.path(ORGANISATIONS)))
            }
            Self::Setting(text) => of_setting(text.expose_secret(), "KEY_ENCRYPTION_KEY"),
            Self::Command(command) => of_setting(&printed(command)?, "KEY_ENCRYPTION_KEY_COMMAND"),
        }
    }

    /// Makes a new key if the key is in its file, and puts it before the old ones. Otherwise its owner has done so.
    pub(super) fn renew(&self) -> Result<(), KeyError> {
        let Self::File(keys) = self else { return Ok(()) };
        let old = keys.made_once(ORGANISATIONS, new_line)?;
        keys.replace(ORGANISATIONS, &format!("{}{old}", new_line()?))
    }

    /// Removes all keys but the first from its file.
    pub(super) fn forget_old(&self) -> Result<(), KeyError> {
        let Self::File(keys) = self else { return Ok(()) };
        let text = keys.text(ORGANISATIONS)?;
        let first = text.split_whitespace().next().unwrap_or_default();
        keys.replace(ORGANISATIONS, &format!("{first}\n"))
    }
}

/// A new key, as a line of a file.
fn new_line() -> Result<String, KeyError> {
    Ok(format!("{}\n", BASE64_STANDARD.encode(random()?)))
}

/// The keys that encrypt those of organisations, ready for use: the first encrypts, each decrypts.
pub(super) struct KeyEncryptionKeys {
    first: RandomizedNonceKey,
    others: Vec<RandomizedNonceKey>,
}

impl KeyEncryptionKeys {
    fn in_base64(text: &str) -> Option<Self> {
        let key = |text: &str| {
            let bytes = Zeroizing::new(BASE64_STANDARD.decode(text).ok()?);
            RandomizedNonceKey::new(&AES_256_GCM, &bytes).ok()
        };
        let mut all = text.split_whitespace().map(key);
        let first = all.next()??;
        Some(Self { first, others: all.collect::<Option<_>>()? })
    }

    pub(super) fn encrypt(&self, context: &[u8], key: &[u8; SECRET_BYTES]) -> Result<String, KeyError> {
        let encrypted = encrypt(&self.first, context, key).map_err(|_| KeyError::Generate)?;
        Ok(format!("{}\n", BASE64_STANDARD.encode(encrypted)))
    }

    /// Decrypts the text of a file; `None` if no key does.
    pub(super) fn decrypt(&self, context: &[u8], text: &str) -> Option<Box<[u8; SECRET_BYTES]>> {
        let bytes = BASE64_STANDARD.decode(text.trim()).ok()?;
        let mut keys = std::iter::once(&self.first).chain(&self.others);
        let key = keys.find_map(|key| decrypt(key, context, &bytes).ok())?;
        key.into_boxed_slice().try_into().ok()
    }
}

fn of_setting(text: &str, setting: &'static str) -> Result<KeyEncryptionKeys, KeyError> {
    let expected = || KeyError::Setting(setting, "expected 32 bytes in Base64".to_owned());
    KeyEncryptionKeys::in_base64(text).ok_or_else(expected)
}

/// What the command prints. It runs when the first key of an organisation is needed, and when one is made.
fn printed(command: &str) -> Result<String, KeyError> {
    const SETTING: &str = "KEY_ENCRYPTION_KEY_COMMAND";
    let run = Command::new("sh").args(["-c", command]).stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = run.map_err(|error| KeyError::Setting(SETTING, error.to_string()))?;
    if !output.status.success() {
        return Err(KeyError::Setting(SETTING, format!("the command ended with {}", output.status)));
    }
    String::from_utf8(output.stdout).map_err(|_| KeyError::Setting(SETTING, "expected 32 bytes in Base64".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(byte: u8) -> KeyEncryptionKey {
        KeyEncryptionKey::Setting(BASE64_STANDARD.encode([byte; SECRET_BYTES]).into())
    }

    #[test]
    fn the_key_encryption_key_comes_from_a_file_a_setting_or_a_command() {
        let place = tempfile::tempdir().unwrap();
        let file = KeyEncryptionKey::File(KeyDirectory::new(place.path()));
        let same = |key: KeyEncryptionKey, other: KeyEncryptionKey| {
            let text = key.read().unwrap().encrypt(b"", &[9; SECRET_BYTES]).unwrap();
            other.read().unwrap().decrypt(b"", &text).is_some()
        };
        assert!(same(file.clone(), file.clone()));
        assert!(same(setting(3), setting(3)) && !same(setting(3), setting(4)));
        let command = format!("echo {}", BASE64_STANDARD.encode([4; SECRET_BYTES]));
        assert!(same(setting(4), KeyEncryptionKey::Command(command)));
        for (wrong, told) in [
            (KeyEncryptionKey::Setting("short".into()), "OMRINGD_KEY_ENCRYPTION_KEY: expected 32 bytes in Base64"),
            (
                KeyEncryptionKey::Command("exit 3".into()),
                "OMRINGD_KEY_ENCRYPTION_KEY_COMMAND: the command ended with exit status: 3",
            ),
            (
                KeyEncryptionKey::Command("echo no".into()),
                "OMRINGD_KEY_ENCRYPTION_KEY_COMMAND: expected 32 bytes in Base64",
            ),
        ] {
            assert_eq!(wrong.read().err().unwrap().to_string(), told);
        }
    }
}
