//! The second lock: every query of an organisation's table names the organisation.
//!
//! `clippy.toml` forbids `EntityTrait::find`, `update_many` and `delete_many` in every other file.

use crate::entity::organisation;
use domain::OrganisationId;
use sea_orm::{ColumnTrait, Condition, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany, Value};
use std::borrow::Cow;

/// An entity whose rows belong to an organisation.
pub(crate) trait OrgOwned: EntityTrait {
    /// The column of the organisation's id.
    const ORG: Self::Column;
}

/// An entity with an id and a version.
pub(crate) trait Versioned: OrgOwned {
    /// The column of its id.
    const ID: Self::Column;
    /// The column of its version.
    const VERSION: Self::Column;
}

/// Implements [`OrgOwned`] for an entity, in its own file.
macro_rules! org_owned {
    () => {
        impl crate::scoped::OrgOwned for Entity {
            const ORG: Column = Column::OrganisationId;
        }
    };
}
pub(crate) use org_owned;

/// Implements [`Versioned`] for an entity, in its own file.
macro_rules! versioned {
    () => {
        impl crate::scoped::Versioned for Entity {
            const ID: Column = Column::Id;
            const VERSION: Column = Column::Version;
        }
    };
}
pub(crate) use versioned;

#[cfg(all(feature = "without-organisation-filter", not(debug_assertions)))]
compile_error!(
    "the feature `without-organisation-filter` is for tests: a release must name the organisation in every query"
);

/// Whether queries name the organisation. Off only in a build that tests the other locks.
const NAMES_ORGANISATION: bool = cfg!(not(feature = "without-organisation-filter"));

/// The condition that a row belongs to this organisation.
fn of<E: OrgOwned>(organisation: OrganisationId) -> Condition {
    let all = Condition::all();
    if NAMES_ORGANISATION { all.add(E::ORG.eq(organisation.0)) } else { all }
}

#[expect(clippy::disallowed_methods, reason = "adds the organisation")]
pub(crate) fn find<E: OrgOwned>(organisation: OrganisationId) -> Select<E> {
    E::find().filter(of::<E>(organisation))
}

#[expect(clippy::disallowed_methods, reason = "adds the organisation")]
pub(crate) fn update<E: OrgOwned>(organisation: OrganisationId) -> UpdateMany<E> {
    E::update_many().filter(of::<E>(organisation))
}

#[expect(clippy::disallowed_methods, reason = "adds the organisation")]
pub(crate) fn delete<E: OrgOwned>(organisation: OrganisationId) -> DeleteMany<E> {
    E::delete_many().filter(of::<E>(organisation))
}

/// A statement written by hand: `$1` is the organisation, the other values follow.
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

/// The condition that a row belongs to an organisation, for statements in which the organisation is not `$1`.
pub(crate) fn is_of(column: &str, organisation: &str) -> String {
    if NAMES_ORGANISATION { format!("{column} = {organisation}") } else { format!("{column} is not null") }
}

/// All organisations, for the operator's unit of work.
#[expect(clippy::disallowed_methods, reason = "organisations belong to the platform")]
pub(crate) fn organisations() -> Select<organisation::Entity> {
    organisation::Entity::find()
}

/// An update of one organisation, for the operator's unit of work.
#[expect(clippy::disallowed_methods, reason = "organisations belong to the platform")]
pub(crate) fn update_organisation(id: OrganisationId) -> UpdateMany<organisation::Entity> {
    organisation::Entity::update_many().filter(organisation::Column::Id.eq(id.0))
}
