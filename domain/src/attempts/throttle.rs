use super::{Charge, Charged, Counter, FailureStore, KeyedHash, KnownNetwork, Limit, Limits, Tried};
use crate::accounts::Email;
use crate::ports::Clock;
use crate::{Conflict, Error, Result, UserId};
use std::sync::Arc;
use std::time::Duration;

/// The number of cells of a counter, which bounds the table. Two accounts or networks that share a cell share its attempts,
/// which errs on the safe side.
const CELLS: u64 = 1 << 20;

/// What is attempted. Each kind has its own counters.
#[derive(Clone, Copy, Debug)]
pub enum AttemptKind<'a> {
    /// A log-in with a password or a passkey for this address, whether or not it has an account.
    Password(&'a Email),
    /// A logged-in user's own password.
    OwnPassword(UserId),
    /// A second factor of this user.
    SecondFactor(UserId),
    /// A second factor of this user at a log-in with the password of this address.
    SecondFactorAtLogIn(UserId, &'a Email),
    /// The secret of a link: an invitation, a reset, a change of e-mail address.
    Link,
    /// A request to reset the password of this address. Each counts, as its outcome is the same for every address.
    Reset(&'a Email),
    /// A log-in at an identity provider that begins. Each counts, as it stores a row.
    ProviderLogInBegins,
    /// The callback or the logout token of an identity provider.
    Provider,
    /// A logged-in user's request for another address, with their own password. Each counts, as it sends mail.
    EmailChange(UserId),
}

/// One attempt, charged as if it failed.
#[derive(Clone, Debug)]
#[must_use = "its outcome decides what it costs"]
pub struct Attempt {
    charges: Vec<Charge>,
    known: Option<KnownNetwork>,
}

/// An attempt that was not admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The counter that is full.
    pub counter: Counter,
    /// Its limit.
    pub limit: Limit,
    /// The wait until the next attempt is admitted.
    pub wait: Duration,
}

/// Limits attempts, per network and per account.
///
/// Only failures count. An attacker who knows an email address can use up the attempts from unknown networks on that account,
/// but not those from networks it logged in from before.
#[derive(Clone, Debug)]
pub struct Throttle {
    limits: Limits,
    store: Arc<dyn FailureStore>,
    hash: Arc<dyn KeyedHash>,
    clock: Arc<dyn Clock>,
}

impl Throttle {
    /// A throttle with these limits.
    #[must_use]
    pub fn new(limits: Limits, store: Arc<dyn FailureStore>, hash: Arc<dyn KeyedHash>, clock: Arc<dyn Clock>) -> Self {
        Self { limits, store, hash, clock }
    }

    /// Charges a failure before the outcome is known: attempts at the same time would otherwise all be admitted.
    ///
    /// # Errors
    /// Only of the store: the inner `Err` is a refusal.
    pub async fn admit(&self, kind: AttemptKind<'_>, network: &str) -> Result<std::result::Result<Attempt, Refusal>> {
        let tried = self.tried(kind, network);
        let known = if let AttemptKind::SecondFactorAtLogIn(_, email) = kind {
            Some(self.known_network(email, network.as_bytes()))
        } else {
            tried.if_known.as_ref().map(|(known, _)| *known)
        };
        Ok(match self.store.charge(&tried, self.clock.now()).await? {
            Charged::Yes(charges) => Ok(Attempt { charges, known }),
            Charged::Full(Charge { counter, limit, .. }, wait) => Err(Refusal { counter, limit, wait }),
        })
    }

    /// Refunds the charges that do not count after this outcome; remembers the network of a right one.
    pub async fn settle<T>(&self, attempt: Attempt, outcome: &Result<T>) -> Result<()> {
        self.settle_knowing(attempt, outcome, outcome.is_ok()).await
    }

    /// The same, and remembers the network only if this says so: a password alone may not be the whole proof.
    pub async fn settle_knowing<T>(&self, attempt: Attempt, outcome: &Result<T>, is_proof: bool) -> Result<()> {
        let (is_ok, is_wrong) = (outcome.is_ok(), is_wrong(outcome));
        let stays = |charge: &Charge| if charge.counter.counts_success() { is_ok } else { is_wrong };
        let charges: Vec<_> = attempt.charges.into_iter().filter(|charge| !stays(charge)).collect();
        let known = attempt.known.filter(|_| is_proof);
        if charges.is_empty() && known.is_none() {
            return Ok(());
        }
        self.store.refund(&charges, known.as_ref(), self.clock.now()).await
    }

    /// A keyed hash of an address for log lines.
    #[must_use]
    pub fn pseudonym(&self, email: &Email) -> String {
        self.account(email).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    fn tried(&self, kind: AttemptKind<'_>, network: &str) -> Tried {
        use Counter::{
            EmailChange, KnownNetwork, Link, Network, ProviderNetwork, ResetAddress, ResetNetwork, SecondFactor,
        };
        use Counter::{UnknownNetwork, UnknownNetworks};
        let of = |counter, who: &[&[u8]]| self.charge(counter, who);
        let network = network.as_bytes();
        let only = |charges: &[Charge]| Tried { charges: charges.to_vec(), if_known: None };
        match kind {
            AttemptKind::Password(email) => {
                let account = email.as_str().as_bytes();
                let unknown =
                    [of(Network, &[network]), of(UnknownNetwork, &[account, network]), of(UnknownNetworks, &[account])];
                let known = (self.known_network(email, network), vec![of(KnownNetwork, &[account, network])]);
                Tried { charges: unknown.to_vec(), if_known: Some(known) }
            }
            AttemptKind::OwnPassword(user) => only(&[of(Network, &[network]), of(KnownNetwork, &[user.0.as_bytes()])]),
            AttemptKind::EmailChange(user) => {
                let own = [user.0.as_bytes().as_slice()];
                only(&[of(Network, &[network]), of(KnownNetwork, &own), of(EmailChange, &own)])
            }
            AttemptKind::SecondFactor(user) | AttemptKind::SecondFactorAtLogIn(user, _) => {
                only(&[of(Network, &[network]), of(SecondFactor, &[user.0.as_bytes()])])
            }
            AttemptKind::Link => only(&[of(Link, &[network])]),
            AttemptKind::Reset(email) => {
                only(&[of(ResetAddress, &[email.as_str().as_bytes()]), of(ResetNetwork, &[network])])
            }
            AttemptKind::ProviderLogInBegins => only(&[of(ProviderNetwork, &[network])]),
            AttemptKind::Provider => only(&[of(Network, &[network])]),
        }
    }

    fn charge(&self, counter: Counter, who: &[&[u8]]) -> Charge {
        let hash = self.hashed(counter.code(), who);
        let [a, b, c, d, e, f, g, h, ..] = hash;
        let cell = u64::from_be_bytes([a, b, c, d, e, f, g, h]) % CELLS;
        Charge { counter, cell: cell.cast_signed(), limit: self.limits.of(counter) }
    }

    fn account(&self, email: &Email) -> [u8; 16] {
        first_half(self.hashed("account", &[email.as_str().as_bytes()]))
    }

    fn known_network(&self, email: &Email, network: &[u8]) -> KnownNetwork {
        let network = first_half(self.hashed("network", &[email.as_str().as_bytes(), network]));
        KnownNetwork { account: self.account(email), network }
    }

    fn hashed(&self, purpose: &str, who: &[&[u8]]) -> [u8; 32] {
        let parts: Vec<_> = std::iter::once(purpose.as_bytes()).chain(who.iter().copied()).collect();
        self.hash.hash(&parts)
    }
}

fn first_half(hash: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    half
}

/// Whether the outcome says that the password or secret was wrong. Any other error says nothing about it.
pub fn is_wrong<T>(outcome: &Result<T>) -> bool {
    matches!(
        outcome,
        Err(Error::LogInRefused | Error::Invalid(_) | Error::Conflict(Conflict::InvitationOver | Conflict::LinkOver))
    )
}
