use crate::accounts::Domain;
use crate::audit::Disclosure;
use crate::{LogInDomainId, Secret};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Maximum number of domains of an organisation.
pub const MAX_LOG_IN_DOMAINS: usize = 20;

/// How long the record of a proven domain may be missing before the domain is no longer proven.
///
/// Longer than a mistake at the administrator of DNS over a long weekend; shorter than the month after which a domain that was
/// given up can be registered by another.
pub const MISSING_FOR: TimeDelta = TimeDelta::days(7);

/// What a check changed of which administrators are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loss {
    /// The record is missing since now.
    Begins,
    /// The domain is no longer proven.
    Happened,
}

/// A domain that the organisation claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogInDomain {
    /// Unique identifier.
    pub id: LogInDomainId,
    /// The domain of email addresses.
    pub domain: Domain,
    /// The random part of the record. Public once it is in DNS.
    pub challenge: String,
    /// When the record was found; `None` if it never was, or is gone.
    pub verified_at: Option<DateTime<Utc>>,
    /// Since when daily checks do not find the record; `None` if they do, or it never was found.
    pub missing_since: Option<DateTime<Utc>>,
    /// When the domain was claimed.
    pub created_at: DateTime<Utc>,
}

impl Disclosure for LogInDomain {}

impl LogInDomain {
    /// A claim that is not proven yet.
    pub(super) fn new(id: LogInDomainId, domain: Domain, challenge: &Secret, now: DateTime<Utc>) -> Self {
        Self {
            id,
            domain,
            challenge: challenge.expose().to_owned(),
            verified_at: None,
            missing_since: None,
            created_at: now,
        }
    }

    /// The name of the record.
    #[must_use]
    pub fn record_name(&self) -> String {
        format!("_omringd-challenge.{}", self.domain.to_ascii())
    }

    /// The value of the record, of type TXT.
    #[must_use]
    pub fn record_value(&self) -> String {
        format!("omringd={}", self.challenge)
    }

    /// Whether the record is among these texts.
    pub(super) fn is_proven_by(&self, texts: &[String]) -> bool {
        texts.iter().any(|text| *text == self.record_value())
    }

    /// The proven domain after a look at its record, and what administrators are told.
    pub(super) fn checked(self, found: bool, now: DateTime<Utc>) -> (Self, Option<Loss>) {
        match self.missing_since {
            _ if found => (Self { missing_since: None, ..self }, None),
            None => (Self { missing_since: Some(now), ..self }, Some(Loss::Begins)),
            Some(since) if now - since < MISSING_FOR => (self, None),
            Some(_) => (Self { verified_at: None, ..self }, Some(Loss::Happened)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::{Clock, SystemClock};

    #[test]
    fn a_domain_is_lost_when_its_record_was_missing_for_a_week_without_a_break() {
        let start = SystemClock.now();
        let day = |day: i64| start + TimeDelta::days(day);
        let domain = LogInDomain::new(uuid::Uuid::nil().into(), Domain::new("a.nl").unwrap(), &Secret::new("x"), start);
        let mut domain = LogInDomain { verified_at: Some(start), ..domain };
        for (at, found, loss, proven) in [
            (0, true, None, true),
            (1, false, Some(Loss::Begins), true),
            (2, false, None, true),
            (7, false, None, true),
            (7, true, None, true),
            (8, false, Some(Loss::Begins), true),
            (14, false, None, true),
            (15, false, Some(Loss::Happened), false),
        ] {
            let (after, told) = domain.checked(found, day(at));
            assert_eq!((told, after.verified_at.is_some()), (loss, proven), "day {at}");
            domain = after;
        }
    }
}
