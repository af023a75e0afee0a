use crate::extract::Patch;
use crate::response::{Versioned, etag};
use crate::schema;
use crate::v1::persons::{CreatePerson, PersonView};
use chrono::{DateTime, Utc};
use domain::supporters::{Angle, Answers, Intensity, PlacedPerson, Support, Supporter, SupporterChanges, Whom};
use domain::vocabulary::{Availability, Closeness, ContactFrequency, Direction, SupportType};
use domain::{Error, FieldCode, FieldError, MapId, Version};
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

/// One type of support of one supporter.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = Support)]
pub(in crate::v1) struct SupportView {
    /// The support type; must be unique.
    #[schema(value_type = schema::SupportType)]
    pub(in crate::v1) support_type: SupportType,
    /// The direction; null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<schema::Direction>)]
    pub(in crate::v1) direction: Option<Direction>,
    /// Whether the client could ask for it; null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<schema::Availability>)]
    pub(in crate::v1) availability: Option<Availability>,
}

/// A person to place on a map, by id or by name, with the client's answers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateSupporter {
    /// An existing person of the client. Exactly one of `person` and `personId` is required.
    person_id: Option<Uuid>,
    /// A new person. Exactly one of `person` and `personId` is required.
    person: Option<CreatePerson>,
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
}

/// A person to place on a map under a chosen id, with the client's answers.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PutSupporter {
    pub(super) map_id: MapId,
    #[serde(flatten)]
    pub(super) supporter: CreateSupporter,
}

// One object with the members of both; a derived schema would combine two that each refuse the members of the other.
impl PartialSchema for PutSupporter {
    fn schema() -> RefOr<Schema> {
        let mut schema = CreateSupporter::schema();
        if let RefOr::T(Schema::Object(put)) = &mut schema {
            let uuid = SchemaFormat::KnownFormat(KnownFormat::Uuid);
            let map = ObjectBuilder::new().schema_type(Type::String).format(Some(uuid)).description(Some("The map."));
            put.properties.insert("mapId".to_owned(), map.into());
            put.required.push("mapId".to_owned());
            let placed = "A person to place on a map under a chosen id, with the client's answers.";
            put.description = Some(placed.to_owned());
        }
        schema
    }
}

impl ToSchema for PutSupporter {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        CreateSupporter::schemas(schemas);
    }
}

/// A merge patch (RFC 7396) of a supporter; null makes a member unanswered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateSupporter {
    /// The ring.
    #[serde(default)]
    #[schema(value_type = Option<schema::Closeness>)]
    closeness: Patch<Closeness>,
    /// How often there is contact.
    #[serde(default)]
    #[schema(value_type = Option<schema::ContactFrequency>)]
    contact_frequency: Patch<ContactFrequency>,
    /// Tension in the relationship, from 0 (none) to 4.
    #[serde(default)]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    tension: Patch<Intensity>,
    /// The load the supporter carries, from 0 (none) to 4.
    #[serde(default)]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    burden: Patch<Intensity>,
    /// All support; empty means none.
    #[serde(default)]
    #[schema(value_type = Option<Vec<SupportView>>, max_items = 50)]
    supports: Patch<Vec<SupportView>>,
    /// Position on the ring, in degrees clockwise from the top; null lets the picture choose.
    #[serde(default)]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 359)]
    angle: Patch<Angle>,
}

/// A person placed on a map.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Supporter)]
pub(in crate::v1) struct SupporterView {
    pub(in crate::v1) id: Uuid,
    map_id: Uuid,
    person_id: Uuid,
    /// Null is unplaced.
    #[schema(value_type = Option<schema::Closeness>, required)]
    closeness: Option<Closeness>,
    #[schema(value_type = Option<schema::ContactFrequency>, required)]
    contact_frequency: Option<ContactFrequency>,
    /// Tension in the relationship, from 0 (none) to 4; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
    tension: Option<Intensity>,
    /// The load the supporter carries, from 0 (none) to 4; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
    burden: Option<Intensity>,
    /// Null is unanswered, empty means none.
    #[schema(required)]
    supports: Option<Vec<SupportView>>,
    /// Position on the ring, in degrees clockwise from the top; null lets the picture choose.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 359, required)]
    angle: Option<Angle>,
    /// The `ETag`, for `If-Match`.
    #[schema(example = "\"1\"")]
    etag: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

/// A person placed on a map, with the data of the person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlacedPerson)]
pub(super) struct PlacedPersonView {
    #[serde(flatten)]
    supporter: SupporterView,
    person: PersonView,
}

impl Versioned for PlacedPersonView {
    fn version(&self) -> Version {
        self.supporter.version
    }
}

impl From<PlacedPerson> for PlacedPersonView {
    fn from(placed: PlacedPerson) -> Self {
        Self { supporter: placed.supporter.into(), person: placed.person.into() }
    }
}

impl CreateSupporter {
    /// Whom, and what is said of them.
    ///
    /// # Errors
    /// [`Error::Invalid`] if neither or both of `personId` and `person` are given.
    pub(super) fn parts(self) -> Result<(Whom, Answers), Error> {
        let whom = match (self.person_id, self.person) {
            (Some(id), None) => Whom::Known(id.into()),
            (None, Some(person)) => Whom::New(Box::new(person.into())),
            (None, None) => return Err(Error::invalid("/personId", FieldCode::Required)),
            (Some(_), Some(_)) => return Err(Error::Invalid(vec![FieldError::new("/person", FieldCode::Exclusive)])),
        };
        let answers = Answers {
            closeness: self.closeness,
            contact_frequency: self.contact_frequency,
            tension: self.tension,
            burden: self.burden,
            supports: self.supports.map(supports),
            angle: self.angle,
        };
        Ok((whom, answers))
    }
}

pub(in crate::v1) fn supports(views: Vec<SupportView>) -> Vec<Support> {
    views.into_iter().map(Into::into).collect()
}

impl From<UpdateSupporter> for SupporterChanges {
    fn from(supporter: UpdateSupporter) -> Self {
        Self {
            closeness: supporter.closeness.0,
            contact_frequency: supporter.contact_frequency.0,
            tension: supporter.tension.0,
            burden: supporter.burden.0,
            supports: supporter.supports.0.map(|answer| answer.map(supports)),
            angle: supporter.angle.0,
        }
    }
}

impl From<Supporter> for SupporterView {
    fn from(supporter: Supporter) -> Self {
        let answers = supporter.answers;
        Self {
            id: supporter.id.0,
            map_id: supporter.map_id.0,
            person_id: supporter.person_id.0,
            closeness: answers.closeness,
            contact_frequency: answers.contact_frequency,
            tension: answers.tension,
            burden: answers.burden,
            supports: answers.supports.map(|supports| supports.into_iter().map(Into::into).collect()),
            angle: answers.angle,
            etag: etag(supporter.version),
            created_at: supporter.created_at,
            updated_at: supporter.updated_at,
            version: supporter.version,
        }
    }
}

impl From<SupportView> for Support {
    fn from(support: SupportView) -> Self {
        Self { support_type: support.support_type, direction: support.direction, availability: support.availability }
    }
}

impl From<Support> for SupportView {
    fn from(support: Support) -> Self {
        Self { support_type: support.support_type, direction: support.direction, availability: support.availability }
    }
}
