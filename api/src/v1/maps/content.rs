use super::dto::StepView;
use crate::extract::{Patch, ReadOnly};
use crate::schema;
use crate::v1::needs::NeedView;
use crate::v1::supporters::{SupportView, supports};
use chrono::NaiveDate;
use domain::agreements::NewAgreement;
use domain::maps::{Content, Placed, Tied};
use domain::persons::Profile;
use domain::supporters::{Angle, Answers, Intensity};
use domain::vocabulary::{AgreementStatus, Closeness, ContactFrequency, LifeDomain, Relationship, SupportType};
use domain::{AgreementId, LongText, PersonId, ShortText, SupporterId, TieId};
use serde::Deserialize;
use utoipa::ToSchema;

/// The whole content of a map. Choose a `UUIDv7` as the id of each new item. A response of GET can be sent back:
/// read-only members are ignored.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ReplaceMapContent {
    /// The theme; absent keeps it.
    #[schema(value_type = schema::ShortText, required = false, example = "dementie")]
    theme: Option<ShortText>,
    /// Whether everyone is named; absent keeps it, null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    everyone_named: Patch<bool>,
    /// Whether every tie is named; absent keeps it, null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    every_tie_named: Patch<bool>,
    /// Review date; absent keeps it, null removes it.
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    review_on: Patch<NaiveDate>,
    /// Persons to create or change. Persons that are not listed stay as they are.
    #[serde(default)]
    #[schema(max_items = 200)]
    persons: Vec<ContentPerson>,
    /// All supporters.
    #[schema(max_items = 200)]
    supporters: Vec<ContentSupporter>,
    /// All ties.
    #[schema(max_items = 2000)]
    ties: Vec<ContentTie>,
    /// All needs.
    #[schema(max_items = 50)]
    needs: Vec<NeedView>,
    /// All agreements; absent keeps them.
    #[schema(value_type = Vec<ContentAgreement>, required = false, max_items = 200)]
    agreements: Option<Vec<ContentAgreement>>,
    /// Whether only the client sees the map. Must not change here: use `updateMap`.
    #[schema(value_type = bool, required = false)]
    private: Option<bool>,
    #[serde(default, rename = "id")]
    #[schema(value_type = Uuid, read_only, required = false)]
    _id: ReadOnly,
    #[serde(default, rename = "clientId")]
    #[schema(value_type = Uuid, read_only, required = false)]
    _client_id: ReadOnly,
    #[serde(default, rename = "steps")]
    #[schema(value_type = Vec<StepView>, read_only, required = false)]
    _steps: ReadOnly,
    #[serde(default, rename = "headEtag")]
    #[schema(value_type = String, read_only, required = false)]
    _head_etag: ReadOnly,
    #[serde(default, rename = "needsEtag")]
    #[schema(value_type = String, read_only, required = false)]
    _needs_etag: ReadOnly,
    #[serde(default, rename = "etag")]
    #[schema(value_type = String, read_only, required = false)]
    _etag: ReadOnly,
    #[serde(default, rename = "createdAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _created_at: ReadOnly,
    #[serde(default, rename = "updatedAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _updated_at: ReadOnly,
}

/// A person, in the content of a map; what is absent or null is unknown.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ContentPerson {
    #[schema(value_type = Uuid, example = "01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a01")]
    id: PersonId,
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
    #[schema(value_type = Option<schema::ShortText>)]
    phone: Option<ShortText>,
    /// Email address.
    #[schema(value_type = Option<schema::ShortText>)]
    email: Option<ShortText>,
    /// A note.
    #[schema(value_type = Option<schema::LongText>)]
    note: Option<LongText>,
    #[serde(default, rename = "clientId")]
    #[schema(value_type = Uuid, read_only, required = false)]
    _client_id: ReadOnly,
    /// Whether they belong to the past. Read-only here: update the person.
    #[serde(default, rename = "past")]
    #[schema(value_type = bool, read_only, required = false)]
    _past: ReadOnly,
    #[serde(default, rename = "etag")]
    #[schema(value_type = String, read_only, required = false)]
    _etag: ReadOnly,
    #[serde(default, rename = "createdAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _created_at: ReadOnly,
    #[serde(default, rename = "updatedAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _updated_at: ReadOnly,
}

/// A supporter, in the content of a map.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ContentSupporter {
    #[schema(value_type = Uuid, example = "01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a02")]
    id: SupporterId,
    /// A person of the client, or of this content. Immutable.
    #[schema(value_type = Uuid, example = "01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a01")]
    person_id: PersonId,
    /// The ring; null is unplaced.
    #[schema(value_type = Option<schema::Closeness>)]
    closeness: Option<Closeness>,
    /// How often there is contact; null is unanswered.
    #[schema(value_type = Option<schema::ContactFrequency>)]
    contact_frequency: Option<ContactFrequency>,
    /// Tension in the relationship, from 0 (none) to 4; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    tension: Option<Intensity>,
    /// The load the supporter carries, from 0 (none) to 4; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    burden: Option<Intensity>,
    /// The support; null is unanswered, empty means none.
    #[schema(max_items = 50)]
    supports: Option<Vec<SupportView>>,
    /// Position on the ring, in degrees clockwise from the top; null lets the picture choose.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 359)]
    angle: Option<Angle>,
    #[serde(default, rename = "mapId")]
    #[schema(value_type = Uuid, read_only, required = false)]
    _map_id: ReadOnly,
    #[serde(default, rename = "etag")]
    #[schema(value_type = String, read_only, required = false)]
    _etag: ReadOnly,
    #[serde(default, rename = "createdAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _created_at: ReadOnly,
    #[serde(default, rename = "updatedAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _updated_at: ReadOnly,
}

/// A tie, in the content of a map.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ContentTie {
    #[schema(value_type = Uuid, example = "01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a03")]
    id: TieId,
    /// Two supporters of this content, in any order. Immutable.
    #[schema(value_type = Vec<Uuid>, min_items = 2, max_items = 2)]
    supporter_ids: [SupporterId; 2],
    /// How strong the tie is; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    strength: Option<Intensity>,
    #[serde(default, rename = "mapId")]
    #[schema(value_type = Uuid, read_only, required = false)]
    _map_id: ReadOnly,
    #[serde(default, rename = "etag")]
    #[schema(value_type = String, read_only, required = false)]
    _etag: ReadOnly,
    #[serde(default, rename = "createdAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _created_at: ReadOnly,
    #[serde(default, rename = "updatedAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _updated_at: ReadOnly,
}

/// An agreement, in the content of a map.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ContentAgreement {
    #[schema(value_type = Uuid, example = "01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a04")]
    id: AgreementId,
    /// What the supporter is asked to do.
    #[schema(value_type = schema::LongText, example = "Dinsdag samen wandelen")]
    text: LongText,
    /// The supporter of this content who is asked.
    #[schema(value_type = Option<Uuid>)]
    supporter_id: Option<SupporterId>,
    /// The support type.
    #[schema(value_type = Option<schema::SupportType>)]
    support_type: Option<SupportType>,
    /// Due date.
    #[schema(value_type = Option<NaiveDate>)]
    due_on: Option<NaiveDate>,
    /// Status.
    #[schema(value_type = schema::AgreementStatus)]
    status: AgreementStatus,
    #[serde(default, rename = "etag")]
    #[schema(value_type = String, read_only, required = false)]
    _etag: ReadOnly,
    #[serde(default, rename = "createdAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _created_at: ReadOnly,
    #[serde(default, rename = "updatedAt")]
    #[schema(value_type = DateTime<Utc>, read_only, required = false)]
    _updated_at: ReadOnly,
}

impl From<ReplaceMapContent> for Content {
    fn from(content: ReplaceMapContent) -> Self {
        Self {
            theme: content.theme,
            private: content.private,
            everyone_named: content.everyone_named.0,
            every_tie_named: content.every_tie_named.0,
            review_on: content.review_on.0,
            persons: content.persons.into_iter().map(Into::into).collect(),
            supporters: content.supporters.into_iter().map(Into::into).collect(),
            ties: content.ties.into_iter().map(Into::into).collect(),
            needs: content.needs.into_iter().map(Into::into).collect(),
            agreements: content.agreements.map(|all| all.into_iter().map(Into::into).collect()),
        }
    }
}

impl From<ContentPerson> for (PersonId, Profile) {
    fn from(person: ContentPerson) -> Self {
        let profile = Profile {
            alias: person.alias,
            relationship: person.relationship,
            life_domain: person.life_domain,
            phone: person.phone,
            email: person.email,
            note: person.note,
        };
        (person.id, profile)
    }
}

impl From<ContentSupporter> for Placed {
    fn from(supporter: ContentSupporter) -> Self {
        let answers = Answers {
            closeness: supporter.closeness,
            contact_frequency: supporter.contact_frequency,
            tension: supporter.tension,
            burden: supporter.burden,
            supports: supporter.supports.map(supports),
            angle: supporter.angle,
        };
        Self { id: supporter.id, person_id: supporter.person_id, answers }
    }
}

impl From<ContentTie> for Tied {
    fn from(tie: ContentTie) -> Self {
        Self { id: tie.id, supporters: tie.supporter_ids, strength: tie.strength }
    }
}

impl From<ContentAgreement> for (AgreementId, NewAgreement) {
    fn from(agreement: ContentAgreement) -> Self {
        let new = NewAgreement {
            text: agreement.text,
            supporter_id: agreement.supporter_id,
            support_type: agreement.support_type,
            due_on: agreement.due_on,
            status: agreement.status,
        };
        (agreement.id, new)
    }
}
