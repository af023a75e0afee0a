//! The document of a whole client. Items refer to each other by position in their list, from 1.

use crate::schema;
use crate::v1::clients::ExternalIdentifierView;
use crate::v1::needs::NeedView;
use crate::v1::supporters::SupportView;
use aws_lc_rs::digest::{SHA256, digest};
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Role;
use domain::cards::Digest;
use domain::supporters::{Angle, Intensity, OutOfRange};
use domain::vocabulary::{AgreementStatus, Closeness, ContactFrequency, LifeDomain, Relationship, SupportType};
use domain::{Error, LongText, Result, ShortText};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the document is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
pub(super) enum Format {
    #[serde(rename = "omringd-client-1")]
    OmringdClient1,
}

/// A position in a list, from 1 to 1,000,000.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "f64", into = "u32")]
#[schema(value_type = i32, minimum = 1, maximum = 1_000_000)]
pub(super) struct Nth(u32);

impl Nth {
    const MAX: u32 = 1_000_000;
}

impl TryFrom<f64> for Nth {
    type Error = OutOfRange;

    /// Converts a JSON number. JSON has one type for numbers, so 2.0 is the integer 2.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked: whole and within the range")]
    fn try_from(number: f64) -> Result<Self, OutOfRange> {
        let within = (1.0..=f64::from(Self::MAX)).contains(&number) && number.fract() == 0.0;
        if within { Ok(Self(number as u32)) } else { Err(OutOfRange) }
    }
}

impl From<Nth> for u32 {
    fn from(nth: Nth) -> Self {
        nth.0
    }
}

impl From<usize> for Nth {
    fn from(number: usize) -> Self {
        Self(number.try_into().unwrap_or(Self::MAX))
    }
}

impl From<Nth> for usize {
    fn from(nth: Nth) -> Self {
        Self::try_from(nth.0).unwrap_or(Self::MAX)
    }
}

/// All data of a client. Items refer to each other by position in their list, from 1.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ClientDocument {
    /// What this document is, and its version.
    pub(super) format: Format,
    /// When it was created. Ignored by an import.
    pub(super) exported_at: DateTime<Utc>,
    pub(super) client: DocumentClient,
    /// The support types in use, with their labels. For an import they must exist.
    #[schema(max_items = 100)]
    pub(super) support_types: Vec<DocumentSupportType>,
    /// Everyone in the client's life.
    #[schema(max_items = 2_000)]
    pub(super) persons: Vec<DocumentPerson>,
    #[schema(max_items = 200)]
    pub(super) maps: Vec<DocumentMap>,
    #[schema(max_items = 1_000)]
    pub(super) cards: Vec<DocumentCard>,
}

/// The exported client. Ignored by an import, which needs an existing client.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentClient {
    #[schema(value_type = schema::ShortText)]
    pub(super) name: ShortText,
    #[schema(value_type = Option<schema::ShortText>)]
    pub(super) preferred_name: Option<ShortText>,
    /// Null means unknown.
    #[schema(value_type = Option<NaiveDate>)]
    pub(super) date_of_birth: Option<NaiveDate>,
    #[schema(max_items = 20)]
    pub(super) external_identifiers: Vec<ExternalIdentifierView>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

/// A support type.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentSupportType {
    #[schema(value_type = schema::SupportType)]
    pub(super) code: SupportType,
    pub(super) labels: DocumentLabels,
}

/// Labels in both languages.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentLabels {
    /// Dutch.
    #[schema(max_length = 200)]
    pub(super) nl: String,
    /// English.
    #[schema(max_length = 200)]
    pub(super) en: String,
}

/// A person in the client's life.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentPerson {
    pub(super) profile: DocumentProfile,
    /// Whether they belong to the past.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) past: bool,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

/// The data of a person.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentProfile {
    /// The name the client uses.
    #[schema(value_type = schema::ShortText)]
    pub(super) alias: ShortText,
    #[schema(value_type = Option<schema::Relationship>)]
    pub(super) relationship: Option<Relationship>,
    #[schema(value_type = Option<schema::LifeDomain>)]
    pub(super) life_domain: Option<LifeDomain>,
    #[schema(value_type = Option<schema::ShortText>)]
    pub(super) phone: Option<ShortText>,
    #[schema(value_type = Option<schema::ShortText>)]
    pub(super) email: Option<ShortText>,
    #[schema(value_type = Option<schema::LongText>)]
    pub(super) note: Option<LongText>,
}

/// A map with its content.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentMap {
    #[schema(value_type = schema::ShortText)]
    pub(super) theme: ShortText,
    /// Whether only the client sees the map.
    pub(super) private: bool,
    /// “I have named everyone”; null is unanswered.
    pub(super) everyone_named: Option<bool>,
    /// “I have named every tie”; null is unanswered.
    pub(super) every_tie_named: Option<bool>,
    /// Review date; null means none.
    #[schema(value_type = Option<NaiveDate>)]
    pub(super) review_on: Option<NaiveDate>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
    #[schema(max_items = 200)]
    pub(super) supporters: Vec<DocumentSupporter>,
    #[schema(max_items = 2_000)]
    pub(super) ties: Vec<DocumentTie>,
    #[schema(max_items = 50)]
    pub(super) needs: Vec<NeedView>,
    #[schema(max_items = 200)]
    pub(super) agreements: Vec<DocumentAgreement>,
    /// The client's own words; null on a card without them.
    #[schema(max_items = 1_000)]
    pub(super) reflections: Option<Vec<DocumentReflection>>,
}

/// A person placed on a map.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentSupporter {
    /// Position of the person, from 1: in the document for a map, in the card for a card.
    pub(super) person: Nth,
    #[schema(value_type = Option<schema::Closeness>)]
    pub(super) closeness: Option<Closeness>,
    #[schema(value_type = Option<schema::ContactFrequency>)]
    pub(super) contact_frequency: Option<ContactFrequency>,
    /// Tension in the relationship, from 0 (none) to 4; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    pub(super) tension: Option<Intensity>,
    /// The load the supporter carries, from 0 (none) to 4; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    pub(super) burden: Option<Intensity>,
    /// Null is unanswered, empty means none.
    #[schema(max_items = 50)]
    pub(super) supports: Option<Vec<SupportView>>,
    /// Position on the ring, in degrees clockwise from the top; absent or null lets the picture choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 359)]
    pub(super) angle: Option<Angle>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

/// Two supporters who know each other.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentTie {
    /// Positions of the two supporters, from 1.
    #[schema(min_items = 2, max_items = 2)]
    pub(super) supporters: [Nth; 2],
    /// How strong the tie is; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    pub(super) strength: Option<Intensity>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

/// A request to a supporter, with a due date.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentAgreement {
    #[schema(value_type = schema::LongText)]
    pub(super) text: LongText,
    /// Position of the supporter, from 1; null for no particular one.
    pub(super) supporter: Option<Nth>,
    #[schema(value_type = Option<schema::SupportType>)]
    pub(super) support_type: Option<SupportType>,
    /// Due date; null means none.
    #[schema(value_type = Option<NaiveDate>)]
    pub(super) due_on: Option<NaiveDate>,
    #[schema(value_type = schema::AgreementStatus)]
    pub(super) status: AgreementStatus,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

/// The client's own words.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentReflection {
    #[schema(value_type = schema::LongText)]
    pub(super) text: LongText,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

/// A card: an immutable version of a map.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentCard {
    /// Position of the map, from 1.
    pub(super) map: Nth,
    /// Sequence number of the card within its map, from 1. An import accepts at most 100,000.
    pub(super) number: Nth,
    /// The role of its maker.
    #[schema(value_type = schema::MakerRole)]
    pub(super) made_as: Role,
    pub(super) created_at: DateTime<Utc>,
    /// SHA-256 of `content` as compact JSON with the members in schema order, without an `angle` that is null. The same
    /// in every export of this card; verified by an import.
    #[schema(value_type = String, pattern = "^[0-9a-f]{64}$")]
    pub(super) hash: Digest,
    /// Positions of the card's persons among the document's persons, from 1. A number beyond the end is a person who
    /// was removed, the same on every card.
    #[schema(max_items = 200)]
    pub(super) persons: Vec<Nth>,
    pub(super) content: DocumentCardContent,
}

/// What a card carries.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentCardContent {
    /// The map as it was; its supporters refer to the persons of this card.
    pub(super) map: DocumentMap,
    #[schema(max_items = 200)]
    pub(super) persons: Vec<DocumentCardPerson>,
    /// The support types at the time.
    #[schema(max_items = 100)]
    pub(super) support_types: Vec<DocumentSupportType>,
}

/// A person on a card.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DocumentCardPerson {
    /// The person's data on the card; null if redacted.
    pub(super) profile: Option<DocumentProfile>,
    /// Whether they belonged to the past when the card was created.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) past: bool,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

impl DocumentCardContent {
    /// Computes the hash of the content, to compare with the hash in the card.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(super) fn hash(&self) -> Result<Digest> {
        let json = serde_json::to_vec(self).map_err(Error::internal)?;
        digest(&SHA256, &json).as_ref().try_into().map(Digest).map_err(Error::internal)
    }
}
