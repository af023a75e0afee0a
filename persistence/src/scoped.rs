//! The second lock: every query of an organisation's table names the organisation.
//!
//! `clippy.toml` forbids the ways around it (`EntityTrait::find` and its kin) in every other file.

use crate::entity::organisation;
use domain::OrganisationId;
use sea_orm::{ColumnTrait, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany};

/// An entity whose rows belong to an organisation.
pub(crate) trait OrgOwned: EntityTrait {
    /// The column with the organisation's id.
    const ORG: Self::Column;
}

#[expect(clippy::disallowed_methods, reason = "the one place that may, since it adds the organisation")]
pub(crate) fn find<E: OrgOwned>(organisation: OrganisationId) -> Select<E> {
    E::find().filter(E::ORG.eq(organisation.0))
}

#[expect(clippy::disallowed_methods, reason = "the one place that may, since it adds the organisation")]
pub(crate) fn update<E: OrgOwned>(organisation: OrganisationId) -> UpdateMany<E> {
    E::update_many().filter(E::ORG.eq(organisation.0))
}

#[expect(clippy::disallowed_methods, reason = "the one place that may, since it adds the organisation")]
pub(crate) fn delete<E: OrgOwned>(organisation: OrganisationId) -> DeleteMany<E> {
    E::delete_many().filter(E::ORG.eq(organisation.0))
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
