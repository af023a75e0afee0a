//! The key that encrypts the keys of organisations.

use super::cipher::{decrypt, encrypt};
use super::keys::{KeyDirectory, KeyError, ORGANISATIONS, SECRET_BYTES, random};
use aws_lc_rs::aead::{AES_256_GCM, RandomizedNonceKey};
use base64::{Engine, prelude::BASE64_STANDARD};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// Timeout of the command, and how long it does not run again because a file cannot be decrypted.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How often is looked whether the command ended.
const POLL: Duration = Duration::from_millis(20);
/// Maximum length of what the command prints: some hundreds of keys.
const LONGEST: u64 = 16_384;

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
    let failed = |text: String| KeyError::Setting("KEY_ENCRYPTION_KEY_COMMAND", text);
    let of_system = |error: io::Error| failed(error.to_string());
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut running = shell.spawn().map_err(of_system)?;
    let until = Instant::now() + TIMEOUT;
    // A key is shorter than a pipe: the command does not wait for its reader.
    let status = loop {
        match running.try_wait().map_err(of_system)? {
            Some(status) => break status,
            None if Instant::now() < until => std::thread::sleep(POLL),
            None => {
                running.kill().and_then(|()| running.wait()).map_err(of_system)?;
                return Err(failed(format!("the command did not end within {} seconds", TIMEOUT.as_secs())));
            }
        }
    };
    if !status.success() {
        return Err(failed(format!("the command ended with {status}")));
    }
    let mut text = String::new();
    let output = running.stdout.take().map(|output| output.take(LONGEST).read_to_string(&mut text));
    output.transpose().map_err(|_| failed("expected 32 bytes in Base64".to_owned()))?;
    Ok(text)
}

/// The keys as this process last read them. One reading at a time serves all who wait for it.
pub(super) struct KnownKeys {
    source: KeyEncryptionKey,
    reading: Mutex<()>,
    last: RwLock<Reading>,
}

/// The last reading.
#[derive(Clone, Default)]
struct Reading {
    began: Option<Instant>,
    keys: Option<Arc<KeyEncryptionKeys>>,
    /// The setting and what is wrong with it.
    failure: Option<(&'static str, String)>,
}

impl KnownKeys {
    pub(super) fn new(source: KeyEncryptionKey) -> Self {
        Self { source, reading: Mutex::default(), last: RwLock::default() }
    }

    /// Where they come from.
    pub(super) fn source(&self) -> &KeyEncryptionKey {
        &self.source
    }

    /// Those that were read last; the first time they are read.
    pub(super) fn get(&self) -> Result<Arc<KeyEncryptionKeys>, KeyError> {
        self.last().keys.map_or_else(|| self.get_others(), Ok)
    }

    /// Those of this moment.
    pub(super) fn get_new(&self) -> Result<Arc<KeyEncryptionKeys>, KeyError> {
        let asked = Instant::now();
        self.read_unless(|began| began >= asked)
    }

    /// Those of this moment, because the known ones do not decrypt a file; a command runs once in a while for that.
    pub(super) fn get_others(&self) -> Result<Arc<KeyEncryptionKeys>, KeyError> {
        let command = matches!(self.source, KeyEncryptionKey::Command(_));
        self.read_unless(|began| command && began.elapsed() < TIMEOUT)
    }

    /// Reads the keys, unless a reading that began then will do.
    fn read_unless(&self, will_do: impl Fn(Instant) -> bool) -> Result<Arc<KeyEncryptionKeys>, KeyError> {
        let _alone = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let last = self.last();
        if last.began.is_some_and(will_do) {
            if let Some((setting, text)) = last.failure {
                return Err(KeyError::Setting(setting, text));
            }
            if let Some(keys) = last.keys {
                return Ok(keys);
            }
        }
        let began = Some(Instant::now());
        let read = self.source.read().map(Arc::new);
        let (keys, failure) = match &read {
            Ok(keys) => (Some(keys.clone()), None),
            Err(KeyError::Setting(setting, text)) => (last.keys, Some((*setting, text.clone()))),
            Err(_) => (last.keys, None),
        };
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = Reading { began, keys, failure };
        read
    }

    fn last(&self) -> Reading {
        self.last.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
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

    /// A command that prints this and adds a line to a file each time.
    fn counted(place: &std::path::Path, prints: &str) -> KnownKeys {
        let command = format!("echo run >> {}/runs; sleep 0.1; {prints}", place.display());
        KnownKeys::new(KeyEncryptionKey::Command(command))
    }

    fn runs(place: &std::path::Path) -> usize {
        std::fs::read_to_string(place.join("runs")).unwrap().lines().count()
    }

    #[test]
    fn a_command_runs_once_for_all_who_wait_and_not_for_each_unreadable_file() {
        let place = tempfile::tempdir().unwrap();
        let keys = counted(place.path(), &format!("echo {}", BASE64_STANDARD.encode([4; SECRET_BYTES])));
        let all = |ask: fn(&KnownKeys) -> bool| {
            std::thread::scope(|scope| {
                let asked: Vec<_> = (0..8).map(|_| scope.spawn(|| ask(&keys))).collect();
                asked.into_iter().map(|asked| asked.join().unwrap()).filter(|right| *right).count()
            })
        };
        assert_eq!((all(|keys| keys.get().is_ok()), runs(place.path())), (8, 1));
        assert_eq!((all(|keys| keys.get_others().is_ok()), runs(place.path())), (8, 1));
        assert!(keys.get_new().is_ok());
        assert_eq!(runs(place.path()), 2, "a new key is encrypted with the key of now");
    }

    #[test]
    fn a_command_that_fails_is_not_repeated_at_once() {
        let place = tempfile::tempdir().unwrap();
        let keys = counted(place.path(), "exit 3");
        for _ in 0..3 {
            assert!(keys.get().err().unwrap().to_string().contains("exit status: 3"));
        }
        assert_eq!(runs(place.path()), 1);
    }

    #[test]
    fn a_command_that_hangs_is_ended() {
        let began = Instant::now();
        let hangs = KeyEncryptionKey::Command("exec sleep 60".into());
        assert!(hangs.read().err().unwrap().to_string().contains("did not end within 10 seconds"));
        assert!(began.elapsed() < TIMEOUT * 3);
    }
}
