//! How often somebody may try a password or a secret.

use crate::client_address::ClientAddress;
use crate::problem::Problem;
use actix_web::http::header::HeaderName;
use domain::Error;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::fmt;
use std::hash::{BuildHasher, Hash, RandomState};
use std::num::NonZeroU32;
use std::time::Duration;

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// So many attempts at once, and all of them again after this time.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    /// How many at once.
    pub attempts: NonZeroU32,
    /// After how long as many again; one of them after the part of it that is one's.
    pub per: Duration,
}

/// How often a log-in, the change of a password or an invitation may be tried.
#[derive(Clone, Copy, Debug)]
pub struct ThrottleSettings {
    /// For one account, from wherever.
    pub account: Allowance,
    /// From one address, for whatever accounts. An organisation may come from one address as a whole.
    pub address: Allowance,
}

impl Default for ThrottleSettings {
    fn default() -> Self {
        const fn allow(attempts: NonZeroU32, seconds: u64) -> Allowance {
            Allowance { attempts, per: Duration::from_secs(seconds) }
        }
        const TEN: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
        const HUNDRED: NonZeroU32 = NonZeroU32::MIN.saturating_add(99);
        Self { account: allow(TEN, 300), address: allow(HUNDRED, 300) }
    }
}

/// Counts attempts by account and by address, in this process.
pub struct Throttle {
    account: Limit,
    address: Limit,
}

impl fmt::Debug for Throttle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Throttle")
    }
}

impl Throttle {
    /// With these allowances; none where the time is zero.
    ///
    /// # Errors
    /// [`Error::Internal`] for an allowance over no time.
    pub fn new(settings: ThrottleSettings) -> domain::Result<Self> {
        Ok(Self {
            account: Limit::new("account", settings.account)?,
            address: Limit::new("address", settings.address)?,
        })
    }

    /// Counts an attempt on this account (its email address or id, or the secret that stands for it) from there.
    ///
    /// # Errors
    /// 429 with when to try again.
    pub(crate) fn attempt(&self, account: &impl Hash, from: ClientAddress) -> Result<(), Problem> {
        // Both count, also where one refuses: an attacker at one address does not use up the accounts' attempts.
        self.address.count(&from.network())?;
        self.account.count(account)
    }
}

type Limiter = RateLimiter<u32, DashMapStateStore<u32>, DefaultClock, StateInformationMiddleware>;

/// One allowance, for everybody of a kind.
///
/// Memory is bounded: what is counted is hashed, with a key nobody knows, to one of 2^18 cells. Two that share a cell
/// share its attempts, which errs on the safe side.
struct Limit {
    name: &'static str,
    allowance: Allowance,
    limiter: Limiter,
    hasher: RandomState,
}

impl Limit {
    const CELLS: u64 = 1 << 18;

    fn new(name: &'static str, allowance: Allowance) -> domain::Result<Self> {
        let each = allowance.per / allowance.attempts.get();
        let quota = Quota::with_period(each).ok_or_else(|| Error::internal("an allowance over no time"))?;
        let limiter = RateLimiter::dashmap(quota.allow_burst(allowance.attempts)).with_middleware();
        Ok(Self { name, allowance, limiter, hasher: RandomState::new() })
    }

    fn count(&self, who: &impl Hash) -> Result<(), Problem> {
        let cell = u32::try_from(self.hasher.hash_one(who) % Self::CELLS).unwrap_or_default();
        let Err(refused) = self.limiter.check_key(&cell) else { return Ok(()) };
        let wait = refused.wait_time_from(DefaultClock::default().now());
        // Rounded up: who comes back at the second named is let in.
        let seconds = u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX).max(1);
        let Allowance { attempts, per } = self.allowance;
        Err(Problem::from(Error::Busy(seconds))
            .with(RATE_LIMIT_POLICY, format!("\"{}\";q={attempts};w={}", self.name, per.as_secs()))
            .with(RATE_LIMIT, format!("\"{}\";r=0;t={seconds}", self.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header;

    fn from(address: &str) -> ClientAddress {
        ClientAddress::new(address.parse().unwrap())
    }

    fn throttle(account: u32, address: u32) -> Throttle {
        let allow =
            |attempts| Allowance { attempts: NonZeroU32::new(attempts).unwrap(), per: Duration::from_secs(600) };
        let settings = ThrottleSettings { account: allow(account), address: allow(address) };
        Throttle::new(settings).unwrap()
    }

    #[test]
    fn an_account_has_its_attempts_from_wherever() {
        let throttle = throttle(2, 100);
        throttle.attempt(&"anna", from("192.0.2.1")).unwrap();
        throttle.attempt(&"anna", from("192.0.2.2")).unwrap();
        let refused = throttle.attempt(&"anna", from("192.0.2.3")).unwrap_err();
        assert_eq!(refused.status, 429);
        let header = |name: &HeaderName| refused.headers.iter().find(|(known, _)| known == name).unwrap().1.clone();
        assert_eq!(header(&header::RETRY_AFTER), "300");
        assert_eq!(header(&RATE_LIMIT), "\"account\";r=0;t=300");
        assert_eq!(header(&RATE_LIMIT_POLICY), "\"account\";q=2;w=600");
        throttle.attempt(&"bram", from("192.0.2.3")).unwrap();
    }

    #[test]
    fn an_address_has_its_attempts_for_whatever_accounts() {
        let throttle = throttle(100, 2);
        throttle.attempt(&"anna", from("2001:db8::1")).unwrap();
        throttle.attempt(&"bram", from("2001:db8::2")).unwrap();
        assert!(throttle.attempt(&"cees", from("2001:db8::3")).is_err());
        throttle.attempt(&"cees", from("2001:db8:0:1::3")).unwrap();
    }
}
