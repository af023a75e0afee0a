use crate::response::Versioned;
use chrono::{DateTime, Utc};
use domain::accounts::Domain;
use domain::log_in_domains::LogInDomain;
use domain::{Error, FieldCode, Result, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A domain to claim.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateLogInDomain {
    /// The domain of email addresses; its subdomains are others.
    #[schema(min_length = 3, max_length = 253, example = "linde.example")]
    domain: String,
}

impl TryFrom<CreateLogInDomain> for Domain {
    type Error = Error;

    fn try_from(it: CreateLogInDomain) -> Result<Self> {
        Self::new(&it.domain).map_err(|_| Error::invalid("/domain", FieldCode::Format))
    }
}

/// A domain that the organisation claims.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LogInDomain)]
pub(super) struct LogInDomainView {
    id: Uuid,
    /// The domain, in Unicode.
    #[schema(example = "linde.example")]
    domain: String,
    /// The name of the DNS record that proves it, of type TXT.
    #[schema(example = "_omringd-challenge.linde.example")]
    record_name: String,
    /// The value of that record.
    #[schema(example = "omringd=yq0kzXKm8dS1XQe4f1yRxGkV6s8m1nJw2lT0o3pQ5uA")]
    record_value: String,
    /// When the record was last found; null if it was not.
    #[schema(required)]
    verified_at: Option<DateTime<Utc>>,
    /// Since when the daily check does not find the record of a proven domain; after 7 days the domain is not proven any more.
    #[schema(required)]
    missing_since: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
}

impl Versioned for LogInDomainView {
    fn version(&self) -> Version {
        1
    }

    fn tag(&self) -> String {
        let instants = [self.verified_at, self.missing_since];
        instants.into_iter().fold("1".to_owned(), |tag, at| match at {
            Some(at) => format!("{tag}-{}", at.timestamp_micros()),
            None => format!("{tag}-"),
        })
    }
}

impl From<LogInDomain> for LogInDomainView {
    fn from(it: LogInDomain) -> Self {
        Self {
            id: it.id.0,
            record_name: it.record_name(),
            record_value: it.record_value(),
            domain: it.domain.as_str().to_owned(),
            verified_at: it.verified_at,
            missing_since: it.missing_since,
            created_at: it.created_at,
        }
    }
}
