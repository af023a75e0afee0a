use super::argon2_memory::{Frugal, Memory};
use crate::low_priority::{LowPriorityThreads, Priority};
use argon2::Params;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use async_trait::async_trait;
use domain::ports::Passwords;
use domain::{Error, Password, Result};
use std::cell::RefCell;
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tokio::sync::Semaphore;

/// Memory per hash in KiB, passes and lanes: OWASP's minimum.
const COST: (u32, u32, u32) = (19_456, 2, 1);
/// Maximum queue length; further requests get 503.
const QUEUE: usize = 64;

thread_local! {
    /// Reused by a hashing thread: allocating it takes as long as hashing.
    static MEMORY: RefCell<Memory> = const { RefCell::new(Memory::new()) };
}

/// Runs Argon2id on separate threads, a few at a time: each hash takes 19 MiB and tens of milliseconds.
///
/// The threads have a lower priority, but a log-in never waits for the service to be idle (ADR 22).
pub(crate) struct Argon2id {
    params: Params,
    threads: LowPriorityThreads,
    turns: Arc<Semaphore>,
    queue: Semaphore,
    /// A hash to check against if there is no such user, so that the response takes equally long.
    nobody: Arc<str>,
    /// Counts checks, for the tests: known and unknown users must cost the same.
    checks: AtomicU64,
}

impl fmt::Debug for Argon2id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Argon2id").field("free", &self.turns.available_permits()).finish_non_exhaustive()
    }
}

impl Argon2id {
    /// At most this many at once; half of the processors leaves the rest to reads.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(crate) fn new(at_once: NonZeroUsize) -> Result<Self> {
        let (memory, passes, lanes) = COST;
        let params = Params::new(memory, passes, lanes, None).map_err(Error::internal)?;
        let mut unguessable = [0; 32];
        aws_lc_rs::rand::fill(&mut unguessable).map_err(Error::internal)?;
        let nobody = hash(&Frugal::new(params.clone(), &RefCell::default()), &unguessable)?.into();
        Ok(Self {
            params,
            threads: LowPriorityThreads::new("password", at_once, Priority::Niced)?,
            turns: Arc::new(Semaphore::new(at_once.get())),
            queue: Semaphore::new(QUEUE + at_once.get()),
            nobody,
            checks: AtomicU64::new(0),
        })
    }

    /// The number of checked passwords, of known and unknown users.
    #[must_use]
    #[cfg(test)]
    fn checks(&self) -> u64 {
        self.checks.load(Ordering::Relaxed)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Frugal<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let Ok(_place) = self.queue.try_acquire() else {
            metrics::counter!("work_refused_total", "queue" => "password").increment(1);
            return Err(Error::Busy(1));
        };
        let began = Instant::now();
        let waiting = Waiting::begin();
        let turn = self.turns.clone().acquire_owned().await.map_err(Error::internal)?;
        drop(waiting);
        metrics::histogram!("work_wait_seconds", "queue" => "password").record(began.elapsed());
        let params = self.params.clone();
        let work = move || {
            // Released when the work is done, even if the caller has gone.
            let _turn = turn;
            MEMORY.with(|memory| work(&Frugal::new(params, memory)))
        };
        self.threads.run(work).await?
    }
}

/// Counts a hash as waiting until it is dropped.
struct Waiting;

impl Waiting {
    fn begin() -> Self {
        metrics::gauge!("work_waiting", "queue" => "password").increment(1.0);
        Self
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        metrics::gauge!("work_waiting", "queue" => "password").decrement(1.0);
    }
}

#[async_trait]
impl Passwords for Argon2id {
    async fn hash(&self, password: &Password) -> Result<String> {
        let password = password.clone();
        self.in_turn(move |argon2| hash(argon2, password.expose().as_bytes())).await
    }

    async fn verify(&self, password: &Password, kept: Option<&str>) -> Result<bool> {
        let password = password.clone();
        let known = kept.is_some();
        let kept: Arc<str> = kept.map_or_else(|| self.nobody.clone(), Into::into);
        let right = self.in_turn(move |argon2| verify(argon2, &password, &kept)).await?;
        self.checks.fetch_add(1, Ordering::Relaxed);
        Ok(known && right)
    }

    async fn guessable(&self, password: &Password, own_words: &[&str]) -> Result<bool> {
        let password = password.clone();
        let own_words: Vec<_> = own_words.iter().map(|word| (*word).to_owned()).collect();
        self.in_turn(move |_| Ok(super::strength::guessable(password.expose(), &own_words))).await
    }
}

fn hash(argon2: &Frugal<'_>, password: &[u8]) -> Result<String> {
    Ok(argon2.hash_password(password).map_err(Error::internal)?.to_string())
}

/// Uses the cost parameters in the hash.
fn verify(argon2: &Frugal<'_>, password: &Password, kept: &str) -> Result<bool> {
    let kept = PasswordHash::new(kept).map_err(Error::internal)?;
    match argon2.verify_password(password.expose().as_bytes(), &kept) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(Error::internal(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn argon2() -> Argon2id {
        Argon2id::new(NonZeroUsize::MIN).unwrap()
    }

    #[tokio::test]
    async fn the_right_password_is_known_by_its_hash_and_no_other() {
        let passwords = argon2();
        let right = Password::chosen("correct horse battery").unwrap();
        let hash = passwords.hash(&right).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_ne!(hash, passwords.hash(&right).await.unwrap());
        assert!(passwords.verify(&right, Some(&hash)).await.unwrap());
        assert!(!passwords.verify(&Password::typed("wrong").unwrap(), Some(&hash)).await.unwrap());
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn hashing_gives_way_to_those_who_read() {
        let manner = argon2().in_turn(|_| Ok(crate::low_priority::tests::manner())).await.unwrap();
        assert_eq!(manner.0, 10);
    }

    #[tokio::test]
    async fn one_hash_after_another_is_made_in_the_same_memory() {
        let (passwords, right) = (argon2(), Password::chosen("correct horse battery").unwrap());
        let made_in = async || passwords.in_turn(|_| Ok(MEMORY.with_borrow(Memory::address))).await.unwrap();
        let hash = passwords.hash(&right).await.unwrap();
        let before = made_in().await;
        assert!(passwords.verify(&right, Some(&hash)).await.unwrap());
        assert_eq!(made_in().await, before);
        assert!(before.is_some());
    }

    #[tokio::test]
    async fn it_is_the_librarys_argon2id() {
        let (passwords, right) = (argon2(), Password::chosen("correct horse battery").unwrap());
        let theirs = argon2::Argon2::default();
        let ours = passwords.hash(&right).await.unwrap();
        theirs.verify_password(right.expose().as_bytes(), ours.as_str()).unwrap();
        let kept = theirs.hash_password(right.expose().as_bytes()).unwrap().to_string();
        assert!(passwords.verify(&right, Some(&kept)).await.unwrap());
        for other in ["argon2i$v=19", "argon2id$v=16"] {
            let kept = kept.replace("argon2id$v=19", other);
            assert!(passwords.verify(&right, Some(&kept)).await.is_err());
        }
    }

    #[tokio::test]
    async fn without_a_user_the_same_work_is_done() {
        let passwords = argon2();
        let cost = "$argon2id$v=19$m=19456,t=2,p=1$";
        assert!(passwords.nobody.starts_with(cost));
        assert!(!passwords.verify(&Password::typed("any").unwrap(), None).await.unwrap());
        assert_eq!(passwords.checks(), 1);
    }

    #[tokio::test]
    async fn who_finds_the_queue_full_is_sent_away() {
        let passwords = argon2();
        let _all = passwords.queue.acquire_many(u32::try_from(QUEUE + 1).unwrap()).await.unwrap();
        let refused = passwords.verify(&Password::typed("any").unwrap(), None).await;
        assert!(matches!(refused, Err(Error::Busy(1))));
    }
}
