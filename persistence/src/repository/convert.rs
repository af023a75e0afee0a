//! Makes the domain's types of stored values. A value that does not fit its type is a defect of ours, so an internal error.

use crate::entity::{need, support, supporter, tie};
use domain::accounts::{Domain, Email, NamedUser};
use domain::needs::Need;
use domain::supporters::{Answers, Grade, Support, Supporter};
use domain::ties::{Pair, Tie};
use domain::vocabulary::SupportType;
use domain::{Error, Result, Text};
use serde::de::DeserializeOwned;
use std::str::FromStr;
use uuid::Uuid;

pub(crate) fn text<const MAX: usize, const LINES: bool>(stored: String) -> Result<Text<MAX, LINES>> {
    Text::new(stored).map_err(Error::internal)
}

pub(crate) fn email(stored: String) -> Result<Email> {
    Email::new(stored).map_err(Error::internal)
}

pub(crate) fn domain(stored: &str) -> Result<Domain> {
    Domain::new(stored).map_err(Error::internal)
}

/// Parses a code.
pub(crate) fn word<W: FromStr<Err: std::error::Error + Send + Sync + 'static>>(code: &str) -> Result<W> {
    code.parse().map_err(Error::internal)
}

pub(super) fn word_of<W: FromStr<Err: std::error::Error + Send + Sync + 'static>>(
    code: Option<String>,
) -> Result<Option<W>> {
    code.as_deref().map(word).transpose()
}

/// The user of this id, with the name of the account if it exists.
pub(super) fn named_user(id: Uuid, name: Option<String>) -> Result<NamedUser> {
    Ok(NamedUser { id: id.into(), name: name.map(text).transpose()? })
}

/// The same where there may be no user.
pub(super) fn named(id: Option<Uuid>, name: Option<String>) -> Result<Option<NamedUser>> {
    id.map(|id| named_user(id, name)).transpose()
}

/// The rows of a JSON array; none if it is null, as an aggregate of no rows is.
pub(super) fn json_rows<T: DeserializeOwned>(json: Option<String>) -> Result<Vec<T>> {
    json.map_or_else(|| Ok(Vec::new()), |json| serde_json::from_str(&json).map_err(Error::internal))
}

fn grade<const MAX: i16>(stored: Option<i16>) -> Result<Option<Grade<MAX>>> {
    stored.map(|grade| grade.try_into().map_err(Error::internal)).transpose()
}

pub(super) fn support_type(code: String) -> Result<SupportType> {
    SupportType::new(code).map_err(Error::internal)
}

/// The supporter of a row. Its supports are `None` if the question is unanswered.
pub(super) fn supporter(row: supporter::Model, supports: Vec<Support>) -> Result<Supporter> {
    let answers = Answers {
        closeness: word_of(row.closeness)?,
        contact_frequency: word_of(row.contact_frequency)?,
        tension: grade(row.tension)?,
        burden: grade(row.burden)?,
        supports: row.supports_answered.then_some(supports),
        angle: grade(row.angle)?,
    };
    Ok(Supporter {
        id: row.id.into(),
        map_id: row.map_id.into(),
        person_id: row.person_id.into(),
        answers: answers.in_order(),
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

pub(super) fn support(row: support::Model) -> Result<Support> {
    Ok(Support {
        support_type: support_type(row.support_type)?,
        direction: word_of(row.direction)?,
        availability: word_of(row.availability)?,
    })
}

pub(super) fn tie(row: tie::Model) -> Result<Tie> {
    Ok(Tie {
        id: row.id.into(),
        map_id: row.map_id.into(),
        between: Pair::new(row.first_id.into(), row.second_id.into())
            .ok_or_else(|| Error::internal("a tie of one supporter"))?,
        strength: grade(row.strength)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

pub(super) fn need(row: need::Model) -> Result<Need> {
    Ok(Need { support_type: support_type(row.support_type)?, level: row.level.try_into().map_err(Error::internal)? })
}
