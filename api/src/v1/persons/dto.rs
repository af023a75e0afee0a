use crate::extract::Patch;
use crate::response::{Versioned, etag};
use crate::schema;
use chrono::{DateTime, Utc};
use domain::persons::{Merged, Person, PersonChanges, PersonOnMaps, Profile};
use domain::vocabulary::{LifeDomain, Relationship};
use domain::{Expected, LongText, PersonId, ShortText, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::v1) struct CreatePerson {
    /// The name the client uses.
    #[schema(value_type = schema::ShortText, example = "Anna")]
    alias: ShortText,
    /// What they are to the client.
    #[schema(value_type = Option<schema::Relationship>)]
    relationship: Option<Relationship>,
    /// The life domain in which they meet.
    #[schema(value_type = Option<schema::LifeDomain>)]
    life_domain: Option<LifeDomain>,
    /// Phone number.
    #[schema(value_type = Option<schema::ShortText>, example = "06 12345678")]
    phone: Option<ShortText>,
    /// Email address.
    #[schema(value_type = Option<schema::ShortText>, example = "anna@example.nl")]
    email: Option<ShortText>,
    /// A note.
    #[schema(value_type = Option<schema::LongText>)]
    note: Option<LongText>,
}

/// New persons.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CreatePersons {
    /// The persons.
    #[schema(min_items = 1, max_items = 200)]
    persons: Vec<CreatePerson>,
}

/// Created persons.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Persons)]
pub(super) struct PersonsView {
    items: Vec<PersonView>,
}

impl From<Vec<Person>> for PersonsView {
    fn from(persons: Vec<Person>) -> Self {
        Self { items: persons.into_iter().map(Into::into).collect() }
    }
}

impl From<CreatePersons> for Vec<Profile> {
    fn from(body: CreatePersons) -> Self {
        body.persons.into_iter().map(Into::into).collect()
    }
}

/// The duplicate to merge into a person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct MergePersons {
    /// Another person of the same client, who is removed.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// The `etag` of that person as you read it.
    #[schema(pattern = r#"^"[0-9]{1,18}"$"#, example = "\"1\"")]
    etag: String,
}

impl From<MergePersons> for Merged {
    fn from(body: MergePersons) -> Self {
        let version = body.etag.trim_matches('"').parse().ok();
        Self { id: body.person_id, seen: Expected::OneOf(version.into_iter().collect()) }
    }
}

/// A merge patch (RFC 7396) of a person; null removes a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdatePerson {
    /// The name the client uses.
    #[schema(value_type = schema::ShortText, required = false, example = "Anna")]
    alias: Option<ShortText>,
    /// What they are to the client.
    #[serde(default)]
    #[schema(value_type = Option<schema::Relationship>)]
    relationship: Patch<Relationship>,
    /// The life domain in which they meet.
    #[serde(default)]
    #[schema(value_type = Option<schema::LifeDomain>)]
    life_domain: Patch<LifeDomain>,
    /// Phone number.
    #[serde(default)]
    #[schema(value_type = Option<schema::ShortText>)]
    phone: Patch<ShortText>,
    /// Email address.
    #[serde(default)]
    #[schema(value_type = Option<schema::ShortText>)]
    email: Patch<ShortText>,
    /// A note.
    #[serde(default)]
    #[schema(value_type = Option<schema::LongText>)]
    note: Patch<LongText>,
    /// Whether they belong to the past: they died, or contact has ended. They are then left out of helpers and new
    /// maps, and cover no need in insights and caseload; cards keep them.
    #[schema(value_type = bool, required = false)]
    past: Option<bool>,
}

/// A person in a client's life.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Person)]
pub(in crate::v1) struct PersonView {
    pub(in crate::v1) id: Uuid,
    client_id: Uuid,
    #[schema(value_type = schema::ShortText)]
    alias: ShortText,
    #[schema(value_type = Option<schema::Relationship>, required)]
    relationship: Option<Relationship>,
    #[schema(value_type = Option<schema::LifeDomain>, required)]
    life_domain: Option<LifeDomain>,
    #[schema(value_type = Option<schema::ShortText>, required)]
    phone: Option<ShortText>,
    #[schema(value_type = Option<schema::ShortText>, required)]
    email: Option<ShortText>,
    #[schema(value_type = Option<schema::LongText>, required)]
    note: Option<LongText>,
    /// Whether they belong to the past.
    past: bool,
    /// The `ETag`, for `If-Match`.
    #[schema(example = "\"1\"")]
    etag: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

/// A person in a client's life, with the maps they are on.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PersonOnMaps)]
pub(super) struct PersonOnMapsView {
    #[serde(flatten)]
    person: PersonView,
    /// The maps they are on that you may see.
    map_ids: Vec<Uuid>,
}

impl From<PersonOnMaps> for PersonOnMapsView {
    fn from(placed: PersonOnMaps) -> Self {
        Self { person: placed.person.into(), map_ids: placed.maps.into_iter().map(|id| id.0).collect() }
    }
}

impl Versioned for PersonView {
    fn version(&self) -> Version {
        self.version
    }
}

impl From<Person> for PersonView {
    fn from(person: Person) -> Self {
        let profile = person.profile;
        Self {
            id: person.id.0,
            client_id: person.client_id.0,
            alias: profile.alias,
            relationship: profile.relationship,
            life_domain: profile.life_domain,
            phone: profile.phone,
            email: profile.email,
            note: profile.note,
            past: person.past,
            etag: etag(person.version),
            created_at: person.created_at,
            updated_at: person.updated_at,
            version: person.version,
        }
    }
}

impl From<CreatePerson> for Profile {
    fn from(person: CreatePerson) -> Self {
        Self {
            alias: person.alias,
            relationship: person.relationship,
            life_domain: person.life_domain,
            phone: person.phone,
            email: person.email,
            note: person.note,
        }
    }
}

impl From<UpdatePerson> for PersonChanges {
    fn from(person: UpdatePerson) -> Self {
        Self {
            alias: person.alias,
            relationship: person.relationship.0,
            life_domain: person.life_domain.0,
            phone: person.phone.0,
            email: person.email.0,
            note: person.note.0,
            past: person.past,
        }
    }
}
