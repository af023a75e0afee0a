//! Limits failed log-in attempts, per network and per account.
//!
//! Only failures count. An attacker who knows an email address can exhaust the attempts from unknown networks on that
//! account, but not those from networks it logged in from before. All state is in the memory of this process.

mod failures;
mod known_networks;

use crate::client_address::{ClientAddress, ClientNetwork};
use crate::problem::Problem;
use domain::accounts::Email;
use domain::{Conflict, Error, UserId};
use failures::Failures;
use known_networks::KnownNetworks;
use std::fmt;
use std::hash::{BuildHasher, Hash, RandomState};
use std::num::NonZeroU32;
use std::time::Duration;

/// Failures allowed at once, and the period over which they are forgiven evenly.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    /// How many at once.
    pub attempts: NonZeroU32,
    /// After how long all of them are forgiven.
    pub per: Duration,
}

impl Allowance {
    const fn new(attempts: u32, per: Duration) -> Self {
        // `NonZeroU32::new` gives an option, which a constant cannot unwrap without a panic.
        Self { attempts: NonZeroU32::MIN.saturating_add(attempts.saturating_sub(1)), per }
    }
}

/// Limits on failed password attempts: at log-in, on acceptance of an invitation, on change of password.
#[derive(Clone, Copy, Debug)]
pub struct ThrottleSettings {
    /// From one network, on any accounts. An organisation may share one address.
    pub network: Allowance,
    /// On one account from one network that it logged in from in the last 90 days; nothing else counts there.
    pub known_network: Allowance,
    /// On one account from one other network.
    pub unknown_network: Allowance,
    /// On one account from all other networks together. In any 24 hours at most the initial attempts plus those
    /// forgiven: 1,000 by default.
    pub unknown_networks: Allowance,
    /// Requests for a mail by strangers from one network.
    pub mails: Allowance,
}

impl Default for ThrottleSettings {
    fn default() -> Self {
        const MINUTE: Duration = Duration::from_secs(60);
        const HOUR: Duration = Duration::from_secs(60 * 60);
        Self {
            network: Allowance::new(100, MINUTE.saturating_mul(5)),
            known_network: Allowance::new(10, MINUTE.saturating_mul(5)),
            unknown_network: Allowance::new(10, HOUR),
            // 100 at once and 900 a day.
            unknown_networks: Allowance::new(100, MINUTE.saturating_mul(160)),
            mails: Allowance::new(30, HOUR),
        }
    }
}

/// Counts failed attempts by account and by network, in this process.
pub(crate) struct Throttle {
    network: Failures,
    known_network: Failures,
    unknown_network: Failures,
    unknown_networks: Failures,
    mails: Failures,
    known: KnownNetworks,
    /// The random key of the hashes.
    keys: RandomState,
}

impl fmt::Debug for Throttle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Throttle")
    }
}

impl Throttle {
    /// With these allowances.
    ///
    /// # Errors
    /// [`Error::Internal`] for an allowance with a zero period.
    pub(crate) fn new(settings: ThrottleSettings) -> domain::Result<Self> {
        Ok(Self {
            network: Failures::new("address", settings.network)?,
            known_network: Failures::new("account", settings.known_network)?,
            unknown_network: Failures::new("account", settings.unknown_network)?,
            unknown_networks: Failures::new("account", settings.unknown_networks)?,
            mails: Failures::new("address", settings.mails)?,
            known: KnownNetworks::new(),
            keys: RandomState::new(),
        })
    }

    /// Admits a log-in attempt for this email address, whether or not it has an account.
    ///
    /// # Errors
    /// 429 with `Retry-After`.
    pub(crate) fn admit(&self, email: &Email, from: ClientAddress) -> Result<Attempt<'_>, Problem> {
        let (network, account) = (from.network(), self.key(email));
        let here = self.key((account, network));
        if self.known.contains(account, network) {
            return self.charged(Some(account), network, &[(&self.known_network, here)]);
        }
        let counted =
            [(&self.network, self.key(network)), (&self.unknown_network, here), (&self.unknown_networks, account)];
        self.charged(Some(account), network, &counted)
    }

    /// Admits an attempt with a secret, such as that of an invitation.
    ///
    /// # Errors
    /// 429 with `Retry-After`.
    pub(crate) fn admit_secret(&self, from: ClientAddress) -> Result<Attempt<'_>, Problem> {
        let network = from.network();
        self.charged(None, network, &[(&self.network, self.key(network))])
    }

    /// Admits a request for a mail, which costs as much as a failure: each may go to another address.
    ///
    /// # Errors
    /// 429 with `Retry-After`.
    pub(crate) fn admit_mail(&self, from: ClientAddress) -> Result<(), Problem> {
        self.mails.charge(self.key(from.network())).inspect_err(|_| {
            log_refused(None, from.network(), "too many requests for mail");
        })
    }

    /// Admits a logged-in user's attempt with their own password.
    ///
    /// # Errors
    /// 429 with `Retry-After`.
    pub(crate) fn admit_own(&self, user: UserId, from: ClientAddress) -> Result<Attempt<'_>, Problem> {
        let network = from.network();
        self.charged(None, network, &[(&self.network, self.key(network)), (&self.known_network, self.key(user))])
    }

    /// Charges a failure to all counters, or to none if one refuses. The charge comes before the outcome, because
    /// concurrent attempts would otherwise all be admitted.
    fn charged<'a>(
        &'a self,
        account: Option<u64>,
        network: ClientNetwork,
        counted: &[(&'a Failures, u64)],
    ) -> Result<Attempt<'a>, Problem> {
        let mut charged = Vec::with_capacity(counted.len());
        for &(failures, who) in counted {
            if let Err(problem) = failures.charge(who) {
                charged.iter().for_each(|(failures, who): &(&Failures, u64)| failures.forgive(*who));
                log_refused(account, network, "too many attempts");
                return Err(problem);
            }
            charged.push((failures, who));
        }
        Ok(Attempt { throttle: self, account, network, charged })
    }

    /// A keyed hash for memory and log lines, meaningless outside this process.
    fn key(&self, who: impl Hash) -> u64 {
        self.keys.hash_one(who)
    }
}

/// One attempt, charged as if it failed.
#[must_use = "its outcome decides what it costs"]
pub(crate) struct Attempt<'a> {
    throttle: &'a Throttle,
    account: Option<u64>,
    network: ClientNetwork,
    charged: Vec<(&'a Failures, u64)>,
}

impl Attempt<'_> {
    /// Refunds the charge unless the password or secret was wrong; remembers the network if it was right.
    pub(crate) fn settle<T>(self, outcome: domain::Result<T>) -> Result<T, Problem> {
        let wrong = matches!(
            outcome,
            Err(Error::LogInRefused
                | Error::Invalid(_)
                | Error::Conflict(Conflict::InvitationOver | Conflict::LinkOver))
        );
        if wrong {
            log_refused(self.account, self.network, "wrong");
        } else {
            self.charged.iter().for_each(|(failures, who)| failures.forgive(*who));
        }
        if let (Ok(_), Some(account)) = (&outcome, self.account) {
            self.throttle.known.remember(account, self.network);
        }
        Ok(outcome?)
    }
}

/// Logs a refused attempt: account and network, without the email address.
fn log_refused(account: Option<u64>, network: ClientNetwork, reason: &'static str) {
    let account = account.map(|account| tracing::field::display(format!("{account:016x}")));
    tracing::info!(account, %network, reason, "log-in refused");
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{self, HeaderName};

    const WRONG: domain::Result<()> = Err(Error::LogInRefused);

    fn from(address: &str) -> ClientAddress {
        ClientAddress::new(address.parse().unwrap())
    }

    fn email(text: &str) -> Email {
        Email::new(text).unwrap()
    }

    /// So many failures of a network, of a known and of an unknown network on an account, and of all unknown ones.
    fn throttle(network: u32, known: u32, unknown: u32, all_unknown: u32) -> Throttle {
        let allow = |attempts| Allowance::new(attempts, Duration::from_secs(600));
        Throttle::new(ThrottleSettings {
            network: allow(network),
            known_network: allow(known),
            unknown_network: allow(unknown),
            unknown_networks: allow(all_unknown),
            mails: allow(3),
        })
        .unwrap()
    }

    fn attempt(throttle: &Throttle, account: &str, address: &str, outcome: domain::Result<()>) -> u16 {
        match throttle.admit(&email(account), from(address)).and_then(|attempt| attempt.settle(outcome)) {
            Ok(()) => 201,
            Err(problem) => problem.status.as_u16(),
        }
    }

    #[test]
    fn the_owner_is_admitted_from_a_known_network_whatever_strangers_try() {
        let throttle = throttle(100, 3, 100, 5);
        let (owner, home) = ("anna@example.nl", "192.0.2.1");
        assert_eq!(attempt(&throttle, owner, home, Ok(())), 201);
        for n in 0..5 {
            assert_eq!(attempt(&throttle, owner, &format!("198.51.100.{n}"), WRONG), 401);
        }
        assert_eq!(attempt(&throttle, owner, "203.0.113.1", Ok(())), 429);
        for _ in 0..10 {
            assert_eq!(attempt(&throttle, owner, home, Ok(())), 201);
        }
        for _ in 0..3 {
            assert_eq!(attempt(&throttle, owner, home, WRONG), 401);
        }
        assert_eq!(attempt(&throttle, owner, home, WRONG), 429);
        // Of another account the same attempts are not gone.
        assert_eq!(attempt(&throttle, "bram@example.nl", "203.0.113.1", Ok(())), 201);
    }

    #[test]
    fn only_failures_count_and_nothing_that_tells_nothing_of_the_password() {
        let throttle = throttle(2, 2, 2, 2);
        for _ in 0..5 {
            assert_eq!(attempt(&throttle, "anna@example.nl", "192.0.2.1", Err(Error::Busy(1))), 429);
            assert_eq!(attempt(&throttle, "anna@example.nl", "192.0.2.1", Err(Error::internal("down"))), 500);
        }
        assert_eq!(attempt(&throttle, "anna@example.nl", "192.0.2.1", Ok(())), 201);
    }

    #[test]
    fn attempts_at_the_same_time_cost_one_each() {
        let throttle = throttle(100, 100, 2, 100);
        let admit = || throttle.admit(&email("anna@example.nl"), from("192.0.2.1"));
        let (one, other) = (admit().unwrap(), admit().unwrap());
        assert!(admit().is_err());
        one.settle(Ok(())).unwrap();
        other.settle(WRONG).unwrap_err();
        assert!(admit().is_ok());
    }

    #[test]
    fn a_network_has_its_failures_for_whatever_accounts_and_leaves_those_alone() {
        let throttle = throttle(2, 2, 1, 1);
        assert_eq!(attempt(&throttle, "a@example.nl", "2001:db8::1", WRONG), 401);
        assert_eq!(attempt(&throttle, "b@example.nl", "2001:db8::2", WRONG), 401);
        assert_eq!(attempt(&throttle, "c@example.nl", "2001:db8::3", WRONG), 429);
        assert_eq!(attempt(&throttle, "c@example.nl", "2001:db8:0:1::3", WRONG), 401);
    }

    #[test]
    fn the_refusal_tells_its_limit_and_when_to_come_back() {
        let throttle = throttle(100, 2, 2, 100);
        for _ in 0..2 {
            attempt(&throttle, "anna@example.nl", "192.0.2.1", WRONG);
        }
        let refused = throttle.admit(&email("anna@example.nl"), from("192.0.2.1")).err().unwrap();
        let header = |name: &HeaderName| refused.headers.iter().find(|(known, _)| known == name).unwrap().1.clone();
        assert_eq!(header(&header::RETRY_AFTER), "300");
        assert_eq!(header(&HeaderName::from_static("ratelimit")), "\"account\";r=0;t=300");
        assert_eq!(header(&HeaderName::from_static("ratelimit-policy")), "\"account\";q=2;w=600");
    }

    #[test]
    fn strangers_together_have_at_most_a_thousand_failures_in_a_day() {
        let Allowance { attempts, per } = ThrottleSettings::default().unknown_networks;
        let day = Duration::from_secs(24 * 60 * 60).as_secs();
        let forgiven = u64::from(attempts.get()) * day / per.as_secs();
        assert_eq!(u64::from(attempts.get()) + forgiven, 1000);
    }
}
