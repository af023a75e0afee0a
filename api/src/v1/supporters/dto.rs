use crate::extract::present;
use crate::response::{Versioned, etag};
use crate::schema;
use crate::v1::persons::{CreatePerson, PersonView};
use chrono::{DateTime, Utc};
use domain::supporters::{Angle, Answers, Intensity, PlacedPerson, Support, Supporter, SupporterChanges, Whom};
use domain::vocabulary::{Availability, Closeness, ContactFrequency, Direction, SupportType};
use domain::{Error, FieldCode, FieldError, MapId, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// One type of support of one supporter.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = Support)]
pub(in crate::v1) struct SupportView {
    /// Which type; each once.
    #[schema(value_type = schema::SupportType)]
    pub(in crate::v1) support_type: SupportType,
    /// Which way it goes; null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<schema::Direction>)]
    pub(in crate::v1) direction: Option<Direction>,
    /// Whether the client could ask for it; null is unanswered.
    #[serde(default)]
    #[schema(value_type = Option<schema::Availability>)]
    pub(in crate::v1) availability: Option<Availability>,
}

/// Whom to place on the map, either by id or by name, and what the client says of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateSupporter {
    /// A person of the client's. Either this or `person`.
    person_id: Option<Uuid>,
    /// Somebody not named before. Either this or `personId`.
    person: Option<CreatePerson>,
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
}

/// The same on a map that is named here, since the address names the supporter.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct PutSupporter {
    /// The map.
    #[schema(value_type = Uuid)]
    pub(super) map_id: MapId,
    /// A person of the client's. Either this or `person`.
    person_id: Option<Uuid>,
    /// Somebody not named before. Either this or `personId`.
    person: Option<CreatePerson>,
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
}

impl From<PutSupporter> for CreateSupporter {
    fn from(put: PutSupporter) -> Self {
        let PutSupporter { person_id, person, closeness, contact_frequency, tension, burden, supports, angle, .. } =
            put;
        Self { person_id, person, closeness, contact_frequency, tension, burden, supports, angle }
    }
}

/// A merge patch (RFC 7396) of a supporter; null makes a member unanswered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateSupporter {
    /// Which ring.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<schema::Closeness>)]
    closeness: Option<Option<Closeness>>,
    /// How often there is contact.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<schema::ContactFrequency>)]
    contact_frequency: Option<Option<ContactFrequency>>,
    /// Tension in the relation, from 0 none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    tension: Option<Option<Intensity>>,
    /// The load the supporter carries, from 0 none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4)]
    burden: Option<Option<Intensity>>,
    /// For what, all of it; empty is "nothing".
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<SupportView>>, max_items = 50)]
    supports: Option<Option<Vec<SupportView>>>,
    /// Where on the ring, in degrees clockwise from the top; null leaves it to the picture.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 359)]
    angle: Option<Option<Angle>>,
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
    /// How much tension there is, from 0 none; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
    tension: Option<Intensity>,
    /// How much they carry, from 0 none; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
    burden: Option<Intensity>,
    /// Null is unanswered, empty is "nothing".
    #[schema(required)]
    supports: Option<Vec<SupportView>>,
    /// Where on the ring, in degrees clockwise from the top; null leaves it to the picture.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 359, required)]
    angle: Option<Angle>,
    /// For If-Match.
    #[schema(example = "\"1\"")]
    etag: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

/// A person placed on a map, with what is known of the person.
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
            closeness: supporter.closeness,
            contact_frequency: supporter.contact_frequency,
            tension: supporter.tension,
            burden: supporter.burden,
            supports: supporter.supports.map(|answer| answer.map(supports)),
            angle: supporter.angle,
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
