use crate::extract::Patch;
use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, NaiveDate, Utc};
use domain::clients::{Client, ClientChanges, ExternalIdentifier, NameQuery, NewClient, Search};
use domain::{Error, Result, ShortText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A client's number in another system.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExternalIdentifier)]
pub(in crate::v1) struct ExternalIdentifierView {
    /// The system, usually a URI.
    #[schema(value_type = schema::ShortText, example = "https://ecd.example.nl/clientnummer")]
    system: ShortText,
    /// The number in that system.
    #[schema(value_type = schema::ShortText, example = "1204")]
    value: ShortText,
}

/// A new client.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateClient {
    /// The client's legal name.
    #[schema(value_type = schema::ShortText, example = "Saskia de Wit")]
    name: ShortText,
    /// The name the client prefers; null if it is the legal name.
    #[schema(value_type = Option<schema::ShortText>, example = "Sas")]
    preferred_name: Option<ShortText>,
    /// Date of birth. Must not be in the future, in the organisation's time zone.
    #[schema(value_type = Option<NaiveDate>, example = "1974-05-03")]
    date_of_birth: Option<NaiveDate>,
    /// Numbers in other systems. Must be unique within the organisation.
    #[serde(default)]
    #[schema(max_items = 20)]
    external_identifiers: Vec<ExternalIdentifierView>,
}

/// A merge patch (RFC 7396) of a client. Only administrators and integrations may change the name, the date of birth and
/// the external identifiers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateClient {
    /// The client's legal name.
    #[schema(value_type = schema::ShortText, required = false, example = "Saskia de Wit")]
    name: Option<ShortText>,
    /// The name the client prefers; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<schema::ShortText>, example = "Sas")]
    preferred_name: Patch<ShortText>,
    /// Date of birth. Must not be in the future, in the organisation's time zone. Null removes it.
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    date_of_birth: Patch<NaiveDate>,
    /// All numbers in other systems.
    #[schema(value_type = Vec<ExternalIdentifierView>, required = false, max_items = 20)]
    external_identifiers: Option<Vec<ExternalIdentifierView>>,
}

/// Search criteria; every given member must match.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct SearchClients {
    /// At most 10 words of the name or the preferred name: each must be part of one of them, in any order. Case,
    /// accents, apostrophes and hyphens are ignored; letters such as ł, ø, ß and æ also match l, o, ss and ae.
    #[schema(value_type = Option<schema::ShortText>, example = "wit")]
    name: Option<ShortText>,
    /// A number in another system. Must match exactly.
    external_identifier: Option<ExternalIdentifierView>,
}

/// A client.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Client)]
pub(in crate::v1) struct ClientView {
    pub(super) id: Uuid,
    /// The client's legal name.
    #[schema(value_type = schema::ShortText, example = "Saskia de Wit")]
    name: ShortText,
    /// The name the client prefers; null if it is the legal name.
    #[schema(value_type = Option<schema::ShortText>, required, example = "Sas")]
    preferred_name: Option<ShortText>,
    /// Null means unknown.
    #[schema(value_type = Option<NaiveDate>, required)]
    date_of_birth: Option<NaiveDate>,
    external_identifiers: Vec<ExternalIdentifierView>,
    /// The client's own log-in, if there is one.
    #[schema(required)]
    user_id: Option<Uuid>,
    /// Whether that log-in is confirmed: until then it has no access to private data. Null without a log-in.
    #[schema(required, example = true)]
    login_confirmed: Option<bool>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for ClientView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Client> for ClientView {
    fn from(client: Client) -> Self {
        Self {
            id: client.id.0,
            name: client.name,
            preferred_name: client.preferred_name,
            date_of_birth: client.date_of_birth,
            external_identifiers: client.external_identifiers.into_iter().map(Into::into).collect(),
            user_id: client.user_id.map(|id| id.0),
            login_confirmed: client.user_id.map(|_| client.login_confirmed),
            created_at: client.created_at,
            updated_at: client.updated_at,
            version: client.version,
        }
    }
}

impl From<CreateClient> for NewClient {
    fn from(client: CreateClient) -> Self {
        Self {
            name: client.name,
            preferred_name: client.preferred_name,
            date_of_birth: client.date_of_birth,
            external_identifiers: client.external_identifiers.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<UpdateClient> for ClientChanges {
    fn from(client: UpdateClient) -> Self {
        Self {
            name: client.name,
            preferred_name: client.preferred_name.0,
            date_of_birth: client.date_of_birth.0,
            external_identifiers: client.external_identifiers.map(|all| all.into_iter().map(Into::into).collect()),
        }
    }
}

impl TryFrom<SearchClients> for Search {
    type Error = Error;

    fn try_from(search: SearchClients) -> Result<Self> {
        let name = search.name.as_ref().map(NameQuery::new).transpose()?;
        Ok(Self { name, external_identifier: search.external_identifier.map(Into::into) })
    }
}

impl From<ExternalIdentifierView> for ExternalIdentifier {
    fn from(identifier: ExternalIdentifierView) -> Self {
        Self { system: identifier.system, value: identifier.value }
    }
}

impl From<ExternalIdentifier> for ExternalIdentifierView {
    fn from(identifier: ExternalIdentifier) -> Self {
        Self { system: identifier.system, value: identifier.value }
    }
}
