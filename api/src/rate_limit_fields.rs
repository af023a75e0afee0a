//! The `RateLimit` fields of responses (draft-ietf-httpapi-ratelimit-headers), which every limit writes.

use crate::problem::Problem;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use domain::Error;
use std::num::NonZeroU32;
use std::time::Duration;

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// A limit by name: so many units per window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Policy {
    pub(crate) name: &'static str,
    pub(crate) quota: NonZeroU32,
    pub(crate) window: Duration,
}

impl Policy {
    /// Adds the fields with the remaining units, unless another limit has added its own.
    pub(crate) fn describe(self, remaining: u32, headers: &mut HeaderMap) {
        if headers.contains_key(RATE_LIMIT) {
            return;
        }
        for (name, value) in self.fields(&format!("r={remaining}")) {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(name, value);
            }
        }
    }

    /// 429 with the seconds until the next unit.
    pub(crate) fn refusal(self, seconds: u32) -> Problem {
        let fields = self.fields(&format!("r=0;t={seconds}"));
        fields
            .into_iter()
            .fold(Error::Busy(seconds).into(), |problem: Problem, (name, value)| problem.with(name, value))
    }

    fn fields(self, state: &str) -> [(HeaderName, String); 2] {
        let Self { name, quota, window } = self;
        let policy = format!("\"{name}\";q={quota};w={}", window.as_secs());
        [(RATE_LIMIT_POLICY, policy), (RATE_LIMIT, format!("\"{name}\";{state}"))]
    }
}
