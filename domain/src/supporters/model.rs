use crate::persons::Person;
use crate::vocabulary::{Availability, Closeness, ContactFrequency, Direction, SupportType};
use crate::{Error, FieldCode, FieldError, MapId, PersonId, Result, SupporterId, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A whole number from 0 to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "i16")]
pub struct Grade<const MAX: i16>(i16);

impl<const MAX: i16> Grade<MAX> {
    /// The highest grade.
    pub const MAX: usize = MAX.unsigned_abs() as usize;
}

/// How much tension or burden there is, or how strong a tie is.
pub type Intensity = Grade<4>;

/// Where on a ring, in whole degrees clockwise from the top.
pub type Angle = Grade<359>;

/// A number outside the range.
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

    /// JSON has one kind of number: 2.0 is the integer 2.
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
    /// Id.
    pub id: SupporterId,
    /// The map.
    pub map_id: MapId,
    /// The person; never changes.
    pub person_id: PersonId,
    /// What the client says of them.
    pub answers: Answers,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A supporter, and the person who it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedPerson {
    /// The supporter.
    pub supporter: Supporter,
    /// The person.
    pub person: Person,
}

/// What the client says of a supporter; each may stay unanswered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Which ring; unplaced is allowed.
    pub closeness: Option<Closeness>,
    /// How often there is contact.
    pub contact_frequency: Option<ContactFrequency>,
    /// Tension in the relation.
    pub tension: Option<Intensity>,
    /// The load the supporter carries.
    pub burden: Option<Intensity>,
    /// For what; `None` is unanswered, empty is "nothing". In order of type.
    pub supports: Option<Vec<Support>>,
    /// Where on the ring the client put them; `None` leaves it to the picture.
    #[serde(default)]
    pub angle: Option<Angle>,
}

/// One type of support of one supporter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Support {
    /// Which type.
    pub support_type: SupportType,
    /// Which way it goes.
    pub direction: Option<Direction>,
    /// Whether the client could ask for it; never derived from what was received.
    pub availability: Option<Availability>,
}

impl Answers {
    /// The supporter, new at this instant.
    pub(crate) fn at(self, id: SupporterId, map_id: MapId, person_id: PersonId, now: DateTime<Utc>) -> Supporter {
        Supporter { id, map_id, person_id, answers: self, version: 1, created_at: now, updated_at: now }
    }

    /// The same in the one order they are kept and given back in.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        if let Some(supports) = &mut self.supports {
            supports.sort();
        }
        self
    }

    /// The types of the supports, each with its place.
    pub(crate) fn support_types(&self) -> Vec<(&SupportType, String)> {
        let supports = self.supports.iter().flatten().enumerate();
        supports.map(|(index, support)| (&support.support_type, format!("/supports/{index}/supportType"))).collect()
    }

    /// The types that stand among the supports twice; the place of each second one.
    pub(crate) fn duplicates(&self, at: &str) -> Vec<FieldError> {
        let mut seen = HashSet::new();
        let supports = self.supports.iter().flatten().enumerate();
        supports
            .filter(|(_, support)| !seen.insert(&support.support_type))
            .map(|(index, _)| FieldError::new(format!("{at}/supports/{index}/supportType"), FieldCode::Duplicate))
            .collect()
    }
}

/// What to change of a supporter; `None` leaves a member as it is, `Some(None)` makes it unanswered.
#[derive(Clone, Debug, Default)]
pub struct SupporterChanges {
    /// Which ring.
    pub closeness: Option<Option<Closeness>>,
    /// How often there is contact.
    pub contact_frequency: Option<Option<ContactFrequency>>,
    /// Tension in the relation.
    pub tension: Option<Option<Intensity>>,
    /// The load the supporter carries.
    pub burden: Option<Option<Intensity>>,
    /// For what, all of it.
    pub supports: Option<Option<Vec<Support>>>,
    /// Where on the ring.
    pub angle: Option<Option<Angle>>,
}

impl SupporterChanges {
    /// The supporter after the changes, one version on.
    ///
    /// # Errors
    /// [`Error::Invalid`] if a support type stands there twice.
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
