use crate::audit::Disclosure;
use crate::{ClientId, Error, FieldCode, FieldError, Result, ShortText, UserId, Version};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};

/// The administrative data of a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Unique identifier.
    pub id: ClientId,
    /// The client's legal name.
    pub name: ShortText,
    /// The name by which the client prefers to be called, if different.
    pub preferred_name: Option<ShortText>,
    /// Date of birth, if recorded.
    pub date_of_birth: Option<NaiveDate>,
    /// The client's identifiers in other systems.
    pub external_identifiers: Vec<ExternalIdentifier>,
    /// The user linked to the record, if any.
    pub user_id: Option<UserId>,
    /// Whether that log-in is confirmed; an unconfirmed one does not see private data.
    pub login_confirmed: bool,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Client {
    fn clients(&self) -> Vec<ClientId> {
        vec![self.id]
    }
}

/// A client's identifier in another system; unique in the organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ExternalIdentifier {
    /// The other system, usually a URI.
    pub system: ShortText,
    /// The identifier in that system.
    pub value: ShortText,
}

/// Input for creating a client.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// The client's legal name.
    pub name: ShortText,
    /// The name by which the client prefers to be called.
    pub preferred_name: Option<ShortText>,
    /// Date of birth.
    pub date_of_birth: Option<NaiveDate>,
    /// Identifiers in other systems.
    pub external_identifiers: Vec<ExternalIdentifier>,
}

impl NewClient {
    /// Whether this input can describe that client.
    ///
    /// It can if the legal name is the same regardless of case and accents, and the date of birth does not differ.
    pub(super) fn fits(&self, client: &Client) -> bool {
        let born_otherwise =
            matches!((self.date_of_birth, client.date_of_birth), (Some(new), Some(known)) if new != known);
        self.name.folded() == client.name.folded() && !born_otherwise
    }

    /// Builds the client, created at `now`.
    ///
    /// # Errors
    /// [`Error::Invalid`] if an external identifier occurs twice or the date of birth is in the future.
    pub(super) fn at(self, id: ClientId, now: DateTime<Utc>, today: NaiveDate) -> Result<Client> {
        check(&self.external_identifiers, self.date_of_birth, today)?;
        Ok(Client {
            id,
            name: self.name,
            preferred_name: self.preferred_name,
            date_of_birth: self.date_of_birth,
            external_identifiers: self.external_identifiers,
            user_id: None,
            login_confirmed: true,
            version: 1,
            created_at: now,
            updated_at: now,
        })
    }
}

/// Partial update of a client: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct ClientChanges {
    /// New legal name.
    pub name: Option<ShortText>,
    /// New preferred name; `Some(None)` removes it.
    pub preferred_name: Option<Option<ShortText>>,
    /// New date of birth; `Some(None)` removes it.
    pub date_of_birth: Option<Option<NaiveDate>>,
    /// New list of external identifiers, replacing the old one.
    pub external_identifiers: Option<Vec<ExternalIdentifier>>,
}

impl ClientChanges {
    /// One error per member that establishes the client's identity, for a caller who may not change them.
    pub(super) fn identity(&self) -> Vec<FieldError> {
        let members = [
            ("/name", self.name.is_some()),
            ("/dateOfBirth", self.date_of_birth.is_some()),
            ("/externalIdentifiers", self.external_identifiers.is_some()),
        ];
        members
            .into_iter()
            .filter(|(_, given)| *given)
            .map(|(at, _)| FieldError::new(at, FieldCode::Forbidden))
            .collect()
    }

    /// Returns the client with the changes applied and the version incremented.
    pub(super) fn apply(self, mut client: Client, now: DateTime<Utc>, today: NaiveDate) -> Result<Client> {
        let identifiers = self.external_identifiers.as_deref().unwrap_or_default();
        check(identifiers, self.date_of_birth.flatten(), today)?;
        if let Some(name) = self.name {
            client.name = name;
        }
        if let Some(preferred_name) = self.preferred_name {
            client.preferred_name = preferred_name;
        }
        if let Some(date_of_birth) = self.date_of_birth {
            client.date_of_birth = date_of_birth;
        }
        if let Some(identifiers) = self.external_identifiers {
            client.external_identifiers = identifiers;
        }
        crate::version::bump(&mut client.version, &mut client.updated_at, now);
        Ok(client)
    }
}

/// Search criteria for clients; all criteria must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the name.
    pub name: Option<NameQuery>,
    /// An exact external identifier.
    pub external_identifier: Option<ExternalIdentifier>,
}

/// The words of a search by name: each must occur in the name, in any order.
///
/// Folded as by [`ShortText::folded`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameQuery(Vec<String>);

impl NameQuery {
    /// Maximum number of words: each is searched in every visible name.
    pub const MAX_WORDS: usize = 10;

    /// Splits the text into words.
    ///
    /// # Errors
    /// [`Error::Invalid`] at `/name` if there are more than [`Self::MAX_WORDS`].
    pub fn new(text: &ShortText) -> Result<Self> {
        let words: BTreeSet<_> = text.folded().split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        if words.len() > Self::MAX_WORDS {
            return Err(Error::invalid("/name", FieldCode::TooMany(Self::MAX_WORDS)));
        }
        Ok(Self(words.into_iter().collect()))
    }

    /// Whether it has no words, as a text of only apostrophes and hyphens: it then matches no client.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each word occurs in the client's legal or preferred name.
    #[must_use]
    pub fn matches(&self, client: &Client) -> bool {
        let names = [Some(&client.name), client.preferred_name.as_ref()];
        let names: Vec<_> = names.into_iter().flatten().map(ShortText::folded).collect();
        !self.is_empty() && self.0.iter().all(|word| names.iter().any(|name| name.contains(word)))
    }
}

/// Checks that identifiers are distinct and the date of birth is not in the future.
fn check(identifiers: &[ExternalIdentifier], born: Option<NaiveDate>, today: NaiveDate) -> Result<()> {
    let mut seen = HashSet::new();
    let mut errors: Vec<_> = identifiers
        .iter()
        .enumerate()
        .filter(|(_, identifier)| !seen.insert(*identifier))
        .map(|(at, _)| FieldError::new(format!("/externalIdentifiers/{at}"), FieldCode::Duplicate))
        .collect();
    if born.is_some_and(|born| born > today) {
        errors.push(FieldError::new("/dateOfBirth", FieldCode::InTheFuture));
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Result<Vec<String>> {
        NameQuery::new(&ShortText::new(text).unwrap()).map(|query| query.0)
    }

    #[test]
    fn a_search_has_each_word_once_and_not_too_many() {
        assert_eq!(words("Boer, Zoë boer").unwrap(), ["boer", "zoe"]);
        assert_eq!(words("a b c d e f g h i j A-B").unwrap().len(), NameQuery::MAX_WORDS);
        assert!(matches!(words("a b c d e f g h i j k"), Err(Error::Invalid(_))));
        assert!(words("’-").unwrap().is_empty());
    }

    #[test]
    fn each_word_is_in_one_of_the_names() {
        let short = |text| ShortText::new(text).unwrap();
        let new = NewClient {
            name: short("Ibrahim Ødegård"),
            preferred_name: Some(short("Bram")),
            date_of_birth: None,
            external_identifiers: Vec::new(),
        };
        let client = new.at(ClientId(uuid::Uuid::nil()), DateTime::UNIX_EPOCH, NaiveDate::MIN).unwrap();
        let matches = |text| NameQuery::new(&short(text)).unwrap().matches(&client);
        assert!(matches("ODEGARD bram") && matches("him"));
        assert!(!matches("bram jansen") && !matches("årdb") && !matches("’-"));
    }
}
