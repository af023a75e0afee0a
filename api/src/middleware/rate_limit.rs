use crate::auth::seen;
use crate::client_address::{ClientAddress, ClientNetwork};
use crate::problem::{Problem, ProblemType};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
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

/// Who is counted: a session by its genuine token, so that those behind one address do not share; else the network.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Asker {
    Session(SessionId),
    Network(ClientNetwork),
    /// Of a network, only the requests to refresh a token: others of that network do not end its sessions.
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

    /// The name of what is counted, for the header fields.
    fn policy(&self) -> &'static str {
        match self {
            Self::Session(_) | Self::Network(_) => "default",
            Self::Refresh(_) => "refresh",
        }
    }
}

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

type Askers = RateLimiter<Asker, DashMapStateStore<Asker>, DefaultClock, StateInformationMiddleware>;

/// How often those who have been quiet are forgotten: memory stays bounded by who is calling now.
const SWEEP_EVERY: u32 = 10_000;

/// How many requests a session, or an address without one, may make in a minute: none or a number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Limiter(Option<Arc<Limit>>);

#[derive(Debug)]
struct Limit {
    askers: Askers,
    per_minute: NonZeroU32,
    since_sweep: AtomicU32,
}

impl Limiter {
    /// So many requests a minute, as a burst at most; 0 is no limit.
    #[must_use]
    pub(crate) fn per_minute(requests: u32) -> Self {
        Self(NonZeroU32::new(requests).map(|per_minute| {
            let askers = RateLimiter::dashmap(Quota::per_minute(per_minute)).with_middleware();
            Arc::new(Limit { askers, per_minute, since_sweep: AtomicU32::new(0) })
        }))
    }
}

impl Limit {
    /// How many requests are left, or after how many seconds there is one again.
    fn take(&self, asker: &Asker) -> Result<u32, u64> {
        if self.since_sweep.fetch_add(1, Ordering::Relaxed) == SWEEP_EVERY {
            self.since_sweep.store(0, Ordering::Relaxed);
            self.askers.retain_recent();
        }
        match self.askers.check_key(asker) {
            Ok(state) => Ok(state.remaining_burst_capacity()),
            Err(refused) => Err(refused.wait_time_from(DefaultClock::default().now()).as_secs() + 1),
        }
    }
}

/// Refuses who asks too much, and tells every caller what is left (`RateLimit` header fields), unless the answer tells of
/// another limit that refused it.
///
/// Probes of health are outside the limit: a proxy that gets 429 takes the process out of service.
pub(crate) async fn limit<B: MessageBody + 'static>(
    limiter: Limiter,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let Some(limit) = limiter.0.filter(|_| !request.path().starts_with("/health/")) else {
        return next.call(request).await;
    };
    let asker = Asker::of(request.request());
    let name = asker.policy();
    let policy = format!("\"{name}\";q={};w=60", limit.per_minute);
    match limit.take(&asker) {
        Ok(left) => {
            let mut response = next.call(request).await?;
            let headers = response.headers_mut();
            if !headers.contains_key(RATE_LIMIT) {
                for (header, value) in [(RATE_LIMIT_POLICY, policy), (RATE_LIMIT, format!("\"{name}\";r={left}"))] {
                    if let Ok(value) = HeaderValue::from_str(&value) {
                        headers.insert(header, value);
                    }
                }
            }
            Ok(response)
        }
        Err(seconds) => Err(Problem::new(ProblemType::TooManyRequests)
            .with(header::RETRY_AFTER, seconds.to_string())
            .with(RATE_LIMIT_POLICY, policy)
            .with(RATE_LIMIT, format!("\"{name}\";r=0;t={seconds}"))
            .into()),
    }
}
