use crate::auth::seen;
use crate::client_address::{ClientAddress, ClientNetwork};
use crate::rate_limit_fields::Policy;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest};
use domain::SessionId;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// The key of a limit: the session of a valid token, otherwise the client's network.
///
/// With sessions, users behind one address do not share a limit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Asker {
    Session(SessionId),
    Network(ClientNetwork),
    /// Refresh requests of a network.
    ///
    /// They have their own count, so that other requests of the network cannot end sessions.
    Refresh(ClientNetwork),
}

impl Asker {
    fn of(request: &HttpRequest) -> Self {
        match seen(request) {
            Ok(seen) => Self::Session(seen.session),
            Err(_) if request.path() == "/oauth2/token" => Self::Refresh(ClientAddress::of(request).network()),
            Err(_) => Self::Network(ClientAddress::of(request).network()),
        }
    }

    /// Returns its name in metrics.
    fn label(&self) -> &'static str {
        match self {
            Self::Session(_) => "session",
            Self::Network(_) => "network",
            Self::Refresh(_) => "refresh",
        }
    }

    /// Returns the policy name for the `RateLimit` fields.
    fn policy(&self) -> &'static str {
        match self {
            Self::Session(_) | Self::Network(_) => "default",
            Self::Refresh(_) => "refresh",
        }
    }
}

type Askers = RateLimiter<Asker, DashMapStateStore<Asker>, DefaultClock, StateInformationMiddleware>;

/// Number of requests after which idle keys are removed, which bounds memory.
const SWEEP_EVERY: u32 = 10_000;

/// Limits the requests per minute of a session, or of a network without a session.
#[derive(Clone, Debug, Default)]
pub(crate) struct Limiter(Option<Arc<Limit>>);

#[derive(Debug)]
struct Limit {
    askers: Askers,
    per_minute: NonZeroU32,
    since_sweep: AtomicU32,
}

impl Limiter {
    /// Allows this many requests per minute, also as one burst; 0 disables the limit.
    #[must_use]
    pub(crate) fn per_minute(requests: u32) -> Self {
        Self(NonZeroU32::new(requests).map(|per_minute| {
            let askers = RateLimiter::dashmap(Quota::per_minute(per_minute)).with_middleware();
            Arc::new(Limit { askers, per_minute, since_sweep: AtomicU32::new(0) })
        }))
    }
}

impl Limit {
    /// Counts one request. Returns the remaining requests, or the seconds until the next is allowed.
    fn take(&self, asker: &Asker) -> Result<u32, u32> {
        if self.since_sweep.fetch_add(1, Ordering::Relaxed) == SWEEP_EVERY {
            self.since_sweep.store(0, Ordering::Relaxed);
            self.askers.retain_recent();
        }
        match self.askers.check_key(asker) {
            Ok(state) => Ok(state.remaining_burst_capacity()),
            Err(refused) => {
                let wait = refused.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
                Err(u32::try_from(wait).unwrap_or(u32::MAX))
            }
        }
    }
}

/// Refuses requests above the limit.
///
/// Adds the `RateLimit` fields to every response, unless another limit has set them.
///
/// Health checks are not limited: a proxy that gets 429 takes the process out of service.
pub(crate) async fn limit<B: MessageBody + 'static>(
    limiter: Limiter,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let Some(limit) = limiter.0.filter(|_| !request.path().starts_with("/health/")) else {
        return next.call(request).await;
    };
    let asker = Asker::of(request.request());
    let policy = Policy { name: asker.policy(), quota: limit.per_minute, window: Duration::from_secs(60) };
    match limit.take(&asker) {
        Ok(remaining) => {
            let mut response = next.call(request).await?;
            policy.describe(remaining, response.headers_mut());
            Ok(response)
        }
        Err(seconds) => {
            metrics::counter!("requests_refused_total", "limit" => asker.label()).increment(1);
            Err(policy.refusal(seconds).into())
        }
    }
}
