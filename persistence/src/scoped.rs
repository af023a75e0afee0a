//! The second lock: every query of an organisation's table names the organisation.
//!
//! `clippy.toml` forbids the ways around it (`EntityTrait::find` and its kin) in every other file.

use crate::entity::{
    agreement, assignment, client, coach_note, invitation, map, member, organisation, person, reflection, supporter,
    tie,
};
use domain::OrganisationId;
use sea_orm::{ColumnTrait, Condition, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany, Value};
use std::borrow::Cow;

/// An entity whose rows belong to an organisation.
pub(crate) trait OrgOwned: EntityTrait {
    /// The column with the organisation's id.
    const ORG: Self::Column;
}

/// An entity with an id and a version.
pub(crate) trait Versioned: OrgOwned {
    /// The column with its id.
    const ID: Self::Column;
    /// The column with its version.
    const VERSION: Self::Column;
}

macro_rules! versioned {
    ($($entity:ident),+ $(,)?) => {$(
        impl Versioned for $entity::Entity {
            const ID: Self::Column = $entity::Column::Id;
            const VERSION: Self::Column = $entity::Column::Version;
        }
    )+};
}

versioned!(
    agreement,
    assignment,
    client,
    coach_note,
    invitation,
    map,
    member,
    organisation,
    person,
    reflection,
    supporter,
    tie,
);

#[cfg(all(feature = "without-organisation-filter", not(debug_assertions)))]
compile_error!(
    "the feature `without-organisation-filter` is for tests: a release must name the organisation in every query"
);

/// Whether queries name the organisation. Only a test of the other locks turns it off.
const NAMES_ORGANISATION: bool = cfg!(not(feature = "without-organisation-filter"));

fn of<E: OrgOwned>(organisation: OrganisationId) -> Condition {
    let all = Condition::all();
    if NAMES_ORGANISATION { all.add(E::ORG.eq(organisation.0)) } else { all }
}

#[expect(clippy::disallowed_methods, reason = "the one place that may, since it adds the organisation")]
pub(crate) fn find<E: OrgOwned>(organisation: OrganisationId) -> Select<E> {
    E::find().filter(of::<E>(organisation))
}

#[expect(clippy::disallowed_methods, reason = "the one place that may, since it adds the organisation")]
pub(crate) fn update<E: OrgOwned>(organisation: OrganisationId) -> UpdateMany<E> {
    E::update_many().filter(of::<E>(organisation))
}

#[expect(clippy::disallowed_methods, reason = "the one place that may, since it adds the organisation")]
pub(crate) fn delete<E: OrgOwned>(organisation: OrganisationId) -> DeleteMany<E> {
    E::delete_many().filter(of::<E>(organisation))
}

/// A statement written by hand, whose `$1` is the organisation and comes before the other values.
pub(crate) fn by_hand(
    organisation: OrganisationId,
    sql: Cow<'static, str>,
    others: impl IntoIterator<Item = Value>,
) -> (Cow<'static, str>, Vec<Value>) {
    let values = std::iter::once(organisation.0.into()).chain(others).collect();
    let sql = if NAMES_ORGANISATION {
        sql
    } else {
        sql.replace("organisation_id = $1", "organisation_id is not null").into()
    };
    (sql, values)
}

/// The condition that a row is of an organisation, for statements that find the organisation themselves.
pub(crate) fn is_of(column: &str, organisation: &str) -> String {
    if NAMES_ORGANISATION { format!("{column} = {organisation}") } else { format!("{column} is not null") }
}

/// Every organisation, from outside: for the operator's unit of work, and no table but this one.
#[expect(clippy::disallowed_methods, reason = "organisations themselves belong to the platform")]
pub(crate) fn organisations() -> Select<organisation::Entity> {
    organisation::Entity::find()
}

/// One organisation, from outside.
#[expect(clippy::disallowed_methods, reason = "organisations themselves belong to the platform")]
pub(crate) fn update_organisation(id: OrganisationId) -> UpdateMany<organisation::Entity> {
    organisation::Entity::update_many().filter(organisation::Column::Id.eq(id.0))
}
