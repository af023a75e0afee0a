use super::dto::StepView;
use crate::extract::ReadOnly;
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

/// Everything on a map. Ids of what is new are yours: a `UUIDv7` each. What GET gave can be sent back: members that are only read are ignored.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ReplaceMapContent {
    /// The theme; absent leaves it.
    #[serde(default, deserialize_with = "crate::extract::present")]
    #[schema(value_type = schema::ShortText, required = false, example = "dementie")]
    theme: Option<ShortText>,
    /// Whether everyone is named; absent leaves it, null is unanswered.
    #[serde(default, deserialize_with = "crate::extract::present")]
    everyone_named: Option<Option<bool>>,
    /// Whether every tie is named; absent leaves it, null is unanswered.
    #[serde(default, deserialize_with = "crate::extract::present")]
    every_tie_named: Option<Option<bool>>,
    /// When to look again; absent leaves it, null removes it.
    #[serde(default, deserialize_with = "crate::extract::present")]
    #[schema(value_type = Option<NaiveDate>)]
    review_on: Option<Option<NaiveDate>>,
    /// Persons to name or to change. Persons not listed are left alone.
    #[serde(default)]
    #[schema(max_items = 200)]
    persons: Vec<ContentPerson>,
    /// The supporters, all of them.
    #[schema(max_items = 200)]
    supporters: Vec<ContentSupporter>,
    /// The ties, all of them.
    #[schema(max_items = 2000)]
    ties: Vec<ContentTie>,
    /// The needs, all of them.
    #[schema(max_items = 50)]
    needs: Vec<NeedView>,
    /// The agreements, all of them; absent leaves them.
    #[serde(default, deserialize_with = "crate::extract::present")]
    #[schema(value_type = Vec<ContentAgreement>, required = false, max_items = 200)]
    agreements: Option<Vec<ContentAgreement>>,
    /// Whether the client keeps the map to themself, as it is: it is changed by itself.
    #[serde(default, deserialize_with = "crate::extract::present")]
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
    /// What the client calls them.
    #[schema(value_type = schema::ShortText, example = "Anna")]
    alias: ShortText,
    /// What they are to the client.
    #[schema(value_type = Option<schema::Relationship>)]
    relationship: Option<Relationship>,
    /// The part of life in which they meet.
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
    /// Whether they died or the tie broke, as it is: it is changed at the person.
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
    /// A person of the client's, or of this content. Never changes.
    #[schema(value_type = Uuid, example = "01932f5c-0d3e-7c62-b6a5-3f8e6a3f0a01")]
    person_id: PersonId,
    /// Which ring; null is unplaced.
    #[schema(value_type = Option<schema::Closeness>)]
    closeness: Option<Closeness>,
    /// How often there is contact; null is unanswered.
    #[schema(value_type = Option<schema::ContactFrequency>)]
    contact_frequency: Option<ContactFrequency>,
    /// Tension in the relation, from 0 none; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    tension: Option<Intensity>,
    /// The load the supporter carries, from 0 none; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    burden: Option<Intensity>,
    /// For what; null is unanswered, empty is "nothing".
    #[schema(max_items = 50)]
    supports: Option<Vec<SupportView>>,
    /// Where on the ring, in degrees clockwise from the top; null leaves it to the picture.
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
    /// Two supporters of this content, in any order. They never change.
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
    /// What is asked.
    #[schema(value_type = schema::LongText, example = "Dinsdag samen wandelen")]
    text: LongText,
    /// Who is asked, of this content.
    #[schema(value_type = Option<Uuid>)]
    supporter_id: Option<SupporterId>,
    /// Which type of support.
    #[schema(value_type = Option<schema::SupportType>)]
    support_type: Option<SupportType>,
    /// By when.
    #[schema(value_type = Option<NaiveDate>)]
    due_on: Option<NaiveDate>,
    /// Where it stands.
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
            everyone_named: content.everyone_named,
            every_tie_named: content.every_tie_named,
            review_on: content.review_on,
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
