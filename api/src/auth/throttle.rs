//! Limits attempts with a password or another secret, and logs those that are refused.

use crate::client_address::{ClientAddress, ClientNetwork};
use crate::current_request::Served;
use crate::problem::Problem;
use crate::rate_limit_fields::Policy;
use crate::trace_context::TraceContext;
use aws_lc_rs::hmac;
use domain::attempts::{self, AttemptKind, KeyedHash, Refusal};
use domain::second_factors::SecondFactorState;
use domain::sessions::LoggedIn;
use std::fmt;

/// The throttle of `domain`, for requests.
#[derive(Debug)]
pub(crate) struct Throttle(attempts::Throttle);

impl Throttle {
    pub(crate) fn new(throttle: attempts::Throttle) -> Self {
        Self(throttle)
    }

    /// Admits an attempt, charged as if it failed.
    ///
    /// # Errors
    /// 429 with `Retry-After`; 503 if the attempt cannot be counted.
    pub(crate) async fn admit(&self, kind: AttemptKind<'_>, from: ClientAddress) -> Result<Attempt<'_>, Problem> {
        let network = from.network();
        let account = match kind {
            AttemptKind::Password(email) | AttemptKind::Reset(email) => Some(self.0.pseudonym(email)),
            AttemptKind::OwnPassword(_)
            | AttemptKind::SecondFactor(_)
            | AttemptKind::SecondFactorAtLogIn(..)
            | AttemptKind::Link
            | AttemptKind::Provider
            | AttemptKind::ProviderLogInBegins
            | AttemptKind::EmailChange(_) => None,
        };
        let of = Attempted { name: name(kind), account, network };
        match self.0.admit(kind, &network.to_string()).await? {
            Ok(attempt) => Ok(Attempt { throttle: self, attempt, of }),
            Err(refusal) => {
                of.log_refused("too-many-attempts");
                metrics::counter!("attempts_refused_total", "counter" => refusal.counter.code()).increment(1);
                Err(problem(refusal))
            }
        }
    }
}

/// One attempt, charged as if it failed.
#[must_use = "its outcome decides what it costs"]
pub(crate) struct Attempt<'a> {
    throttle: &'a Throttle,
    attempt: attempts::Attempt,
    of: Attempted,
}

/// What is attempted, and from where.
struct Attempted {
    name: &'static str,
    /// A keyed hash of the address.
    account: Option<String>,
    network: ClientNetwork,
}

impl Attempt<'_> {
    /// Refunds the charge unless the password or secret was wrong; remembers the network if it was right.
    pub(crate) async fn settle<T>(self, outcome: domain::Result<T>) -> Result<T, Problem> {
        self.settle_if(outcome, |_| true).await
    }

    /// The same, and remembers the network only of a session that does not wait for a second factor.
    pub(crate) async fn settle_log_in(self, outcome: domain::Result<LoggedIn>) -> Result<LoggedIn, Problem> {
        self.settle_if(outcome, |logged_in| logged_in.second_factor != SecondFactorState::Expected).await
    }

    /// The same, and remembers the network only if the outcome is proof enough.
    pub(crate) async fn settle_if<T>(
        self,
        outcome: domain::Result<T>,
        is_proof: impl FnOnce(&T) -> bool,
    ) -> Result<T, Problem> {
        let is_proof = outcome.as_ref().is_ok_and(is_proof);
        if attempts::is_wrong(&outcome) {
            self.of.log_refused("wrong");
            metrics::counter!("attempts_failed_total", "attempt" => self.of.name).increment(1);
        }
        if let Err(error) = self.throttle.0.settle_knowing(self.attempt, &outcome, is_proof).await {
            // The outcome stands: a session that was created must reach its user.
            tracing::warn!(%error, "an attempt stays counted as failed");
        }
        Ok(outcome?)
    }
}

/// 429 with the limit that refused. The seconds are rounded up, so that a retry at that second is admitted.
fn problem(refusal: Refusal) -> Problem {
    let seconds = u32::try_from(refusal.wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX);
    let name = if refusal.counter.is_of_network() { "address" } else { "account" };
    Policy { name, quota: refusal.limit.attempts(), window: refusal.limit.period() }.refusal(seconds)
}

impl Attempted {
    /// Logs a refused attempt: a keyed hash of the address, the network, and codes.
    fn log_refused(&self, reason: &'static str) {
        let (Self { name, account, network }, served) = (self, Served::current());
        let trace_id = served.trace().map(TraceContext::trace_id);
        let request_id = served.request_id();
        tracing::warn!(attempt = name, reason, account, %network, request_id, trace_id, "log-in refused");
    }
}

/// The name of what is attempted, in the log and in metrics.
fn name(kind: AttemptKind<'_>) -> &'static str {
    match kind {
        AttemptKind::Password(_) => "password",
        AttemptKind::OwnPassword(_) => "own-password",
        AttemptKind::SecondFactor(_) | AttemptKind::SecondFactorAtLogIn(..) => "second-factor",
        AttemptKind::Link => "link",
        AttemptKind::Reset(_) => "reset",
        AttemptKind::Provider => "provider",
        AttemptKind::ProviderLogInBegins => "provider-log-in",
        AttemptKind::EmailChange(_) => "email-change",
    }
}

/// The key of the hashes by which failed attempts are counted.
pub(crate) struct FailureKey(hmac::Key);

impl FailureKey {
    pub(crate) fn new(secret: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, secret))
    }
}

impl fmt::Debug for FailureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FailureKey")
    }
}

impl KeyedHash for FailureKey {
    fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.0);
        for part in parts {
            // The length comes first, so that no two lists of parts are hashed alike.
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let mut hash = [0; 32];
        hash.copy_from_slice(context.sign().as_ref());
        hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{self, HeaderName};
    use domain::attempts::Counter;
    use std::time::Duration;

    #[test]
    fn the_refusal_tells_its_limit_and_when_to_come_back() {
        let limit = "2/600s".parse().unwrap();
        let refusal = |counter, wait| problem(Refusal { counter, limit, wait });
        let refused = refusal(Counter::UnknownNetwork, Duration::from_millis(299_001));
        let header = |name: &HeaderName| refused.headers.iter().find(|(known, _)| known == name).unwrap().1.clone();
        assert_eq!(header(&header::RETRY_AFTER), "300");
        assert_eq!(header(&HeaderName::from_static("ratelimit")), "\"account\";r=0;t=300");
        assert_eq!(header(&HeaderName::from_static("ratelimit-policy")), "\"account\";q=2;w=600");
        let refused = refusal(Counter::Network, Duration::from_secs(1));
        assert!(refused.headers.iter().any(|(_, value)| value == "\"address\";r=0;t=1"));
    }

    #[test]
    fn hashes_depend_on_the_key_and_on_each_part() {
        let (one, other) = (FailureKey::new(b"one"), FailureKey::new(b"other"));
        let hash = one.hash(&[b"ab", b"c"]);
        assert_eq!(hash, FailureKey::new(b"one").hash(&[b"ab", b"c"]));
        for different in [one.hash(&[b"a", b"bc"]), one.hash(&[b"abc"]), other.hash(&[b"ab", b"c"])] {
            assert_ne!(hash, different);
        }
    }
}
