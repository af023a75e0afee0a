use crate::{ClientId, Error, FieldError, Result, ShortText, UserId, Version};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A client, as far as the administration goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Id.
    pub id: ClientId,
    /// The client's own name. Stays searchable.
    pub name: ShortText,
    /// Date of birth, if recorded.
    pub date_of_birth: Option<NaiveDate>,
    /// The client's numbers in other systems.
    pub external_identifiers: Vec<ExternalIdentifier>,
    /// The client's own log-in, if there is one.
    pub user_id: Option<UserId>,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A client's number in another system; unique in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ExternalIdentifier {
    /// Which system, usually a URI.
    pub system: ShortText,
    /// The number there.
    pub value: ShortText,
}

/// What is needed to create a client.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// Name.
    pub name: ShortText,
    /// Date of birth.
    pub date_of_birth: Option<NaiveDate>,
    /// Numbers in other systems.
    pub external_identifiers: Vec<ExternalIdentifier>,
}

impl NewClient {
    /// The client, at this instant.
    ///
    /// # Errors
    /// [`Error::Invalid`] if an external identifier is named twice.
    pub(super) fn at(self, id: ClientId, now: DateTime<Utc>) -> Result<Client> {
        distinct(&self.external_identifiers)?;
        Ok(Client {
            id,
            name: self.name,
            date_of_birth: self.date_of_birth,
            external_identifiers: self.external_identifiers,
            user_id: None,
            version: 1,
            created_at: now,
            updated_at: now,
        })
    }
}

/// What to change of a client; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct ClientChanges {
    /// Name.
    pub name: Option<ShortText>,
    /// Date of birth; `Some(None)` removes it.
    pub date_of_birth: Option<Option<NaiveDate>>,
    /// Numbers in other systems, all of them.
    pub external_identifiers: Option<Vec<ExternalIdentifier>>,
}

impl ClientChanges {
    /// The client after the changes, one version on.
    pub(super) fn apply(self, mut client: Client, now: DateTime<Utc>) -> Result<Client> {
        if let Some(name) = self.name {
            client.name = name;
        }
        if let Some(date_of_birth) = self.date_of_birth {
            client.date_of_birth = date_of_birth;
        }
        if let Some(identifiers) = self.external_identifiers {
            distinct(&identifiers)?;
            client.external_identifiers = identifiers;
        }
        client.version += 1;
        client.updated_at = now;
        Ok(client)
    }
}

/// What to search clients by; every member given must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// A part of the name, whatever its case and accents.
    pub name: Option<ShortText>,
    /// A number in another system, exactly.
    pub external_identifier: Option<ExternalIdentifier>,
}

fn distinct(identifiers: &[ExternalIdentifier]) -> Result<()> {
    let mut seen = HashSet::new();
    let errors: Vec<_> = identifiers
        .iter()
        .enumerate()
        .filter(|(_, identifier)| !seen.insert(*identifier))
        .map(|(at, _)| FieldError::new(format!("/externalIdentifiers/{at}"), "duplicate"))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}
