use crate::audit::Disclosure;
use crate::persons::Person;
use crate::vocabulary::{Availability, Closeness, ContactFrequency, Direction, SupportType};
use crate::{Error, FieldCode, FieldError, MapId, PersonId, Result, SupporterId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// An integer from 0 to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "i16")]
pub struct Grade<const MAX: i16>(i16);

impl<const MAX: i16> Grade<MAX> {
    /// The highest grade.
    pub const MAX: usize = MAX.unsigned_abs() as usize;
}

/// The intensity of tension, burden or a tie: 0 to 4.
pub type Intensity = Grade<4>;

/// The angle on a ring, in whole degrees clockwise from the top.
pub type Angle = Grade<359>;

/// The number is out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("out of range")]
pub struct OutOfRange;

impl<const MAX: i16> TryFrom<i16> for Grade<MAX> {
    type Error = OutOfRange;

    fn try_from(grade: i16) -> Result<Self, OutOfRange> {
        if (0..=MAX).contains(&grade) { Ok(Self(grade)) } else { Err(OutOfRange) }
    }
}

impl<const MAX: i16> TryFrom<f64> for Grade<MAX> {
    type Error = OutOfRange;

    /// JSON has one number type: 2.0 is the integer 2.
    fn try_from(grade: f64) -> Result<Self, OutOfRange> {
        (0..=MAX).find(|whole| f64::from(*whole) == grade).map(Self).ok_or(OutOfRange)
    }
}

impl<const MAX: i16> From<Grade<MAX>> for i16 {
    fn from(grade: Grade<MAX>) -> Self {
        grade.0
    }
}

/// A person placed on a map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supporter {
    /// Unique identifier.
    pub id: SupporterId,
    /// The map on which the person is placed.
    pub map_id: MapId,
    /// The person; never changes.
    pub person_id: PersonId,
    /// The client's answers about the supporter.
    pub answers: Answers,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A supporter, with the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedPerson {
    /// The supporter.
    pub supporter: Supporter,
    /// The person.
    pub person: Person,
}

impl Disclosure for PlacedPerson {}

/// The client's answers about a supporter; each may be unanswered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// The ring; `None` if unplaced.
    pub closeness: Option<Closeness>,
    /// The frequency of contact.
    pub contact_frequency: Option<ContactFrequency>,
    /// The tension in the relationship.
    pub tension: Option<Intensity>,
    /// The burden on the supporter.
    pub burden: Option<Intensity>,
    /// The supports, ordered by type; `None` is unanswered, empty means "nothing".
    pub supports: Option<Vec<Support>>,
    /// The angle on the ring that the client chose; `None` lets the renderer choose.
    #[serde(default)]
    pub angle: Option<Angle>,
}

/// One type of support of one supporter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Support {
    /// The type of support.
    pub support_type: SupportType,
    /// The direction, seen from the client.
    pub direction: Option<Direction>,
    /// Whether the client could ask for it; never derived from received support.
    pub availability: Option<Availability>,
}

impl Answers {
    /// Builds the supporter, created at `now`.
    pub(crate) fn at(self, id: SupporterId, map_id: MapId, person_id: PersonId, now: DateTime<Utc>) -> Supporter {
        Supporter { id, map_id, person_id, answers: self, version: 1, created_at: now, updated_at: now }
    }

    /// Sorts the supports into their defined order.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        if let Some(supports) = &mut self.supports {
            supports.sort();
        }
        self
    }

    /// The types of the supports, each with its pointer.
    pub(crate) fn support_types(&self) -> Vec<(&SupportType, String)> {
        let supports = self.supports.iter().flatten().enumerate();
        supports.map(|(index, support)| (&support.support_type, format!("/supports/{index}/supportType"))).collect()
    }

    /// One error at the pointer of each repeated support type.
    pub(crate) fn duplicates(&self, at: &str) -> Vec<FieldError> {
        let mut seen = HashSet::new();
        let supports = self.supports.iter().flatten().enumerate();
        supports
            .filter(|(_, support)| !seen.insert(&support.support_type))
            .map(|(index, _)| FieldError::new(format!("{at}/supports/{index}/supportType"), FieldCode::Duplicate))
            .collect()
    }
}

/// Partial update of a supporter: `None` leaves a member unchanged, `Some(None)` makes it unanswered.
#[derive(Clone, Debug, Default)]
pub struct SupporterChanges {
    /// New ring.
    pub closeness: Option<Option<Closeness>>,
    /// New frequency of contact.
    pub contact_frequency: Option<Option<ContactFrequency>>,
    /// New tension.
    pub tension: Option<Option<Intensity>>,
    /// New burden.
    pub burden: Option<Option<Intensity>>,
    /// New list of supports, replacing the old one.
    pub supports: Option<Option<Vec<Support>>>,
    /// New angle.
    pub angle: Option<Option<Angle>>,
}

impl SupporterChanges {
    /// Returns the supporter with the changes applied and the version incremented.
    ///
    /// # Errors
    /// [`Error::Invalid`] if a support type occurs twice.
    pub(super) fn apply(self, mut supporter: Supporter, now: DateTime<Utc>) -> Result<Supporter> {
        let answers = &mut supporter.answers;
        crate::patch(&mut answers.closeness, self.closeness);
        crate::patch(&mut answers.contact_frequency, self.contact_frequency);
        crate::patch(&mut answers.tension, self.tension);
        crate::patch(&mut answers.burden, self.burden);
        crate::patch(&mut answers.supports, self.supports);
        crate::patch(&mut answers.angle, self.angle);
        let duplicates = supporter.answers.duplicates("");
        if !duplicates.is_empty() {
            return Err(Error::Invalid(duplicates));
        }
        supporter.answers = supporter.answers.in_order();
        crate::version::bump(&mut supporter.version, &mut supporter.updated_at, now);
        Ok(supporter)
    }
}
