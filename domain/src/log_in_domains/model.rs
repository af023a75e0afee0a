use crate::accounts::Domain;
use crate::audit::Disclosure;
use crate::{LogInDomainId, Secret};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Maximum number of domains of an organisation.
pub const MAX_LOG_IN_DOMAINS: usize = 20;

/// A domain that the organisation claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogInDomain {
    /// Unique identifier.
    pub id: LogInDomainId,
    /// The domain of email addresses.
    pub domain: Domain,
    /// The random part of the record. Public once it is in DNS.
    pub challenge: String,
    /// When the record was found; `None` if it never was.
    pub verified_at: Option<DateTime<Utc>>,
    /// When the domain was claimed.
    pub created_at: DateTime<Utc>,
}

impl Disclosure for LogInDomain {}

impl LogInDomain {
    /// A claim that is not proven yet.
    pub(super) fn new(id: LogInDomainId, domain: Domain, challenge: &Secret, now: DateTime<Utc>) -> Self {
        Self { id, domain, challenge: challenge.expose().to_owned(), verified_at: None, created_at: now }
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
}
