//! The second lock: every query of an organisation's table names the organisation.
//!
//! `clippy.toml` forbids the ways around it (`EntityTrait::find` and its kin) in every other file.

use crate::entity::{
    agreement, assignment, client, coach_note, invitation, map, member, organisation, person, reflection, supporter,
    tie,
};
use domain::OrganisationId;
use sea_orm::{ColumnTrait, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany};
use uuid::Uuid;

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

/// A row with an id.
pub(crate) trait HasId {
    /// Its id.
    fn id(&self) -> Uuid;
}

macro_rules! versioned {
    ($($entity:ident),+ $(,)?) => {$(
        impl Versioned for $entity::Entity {
            const ID: Self::Column = $entity::Column::Id;
            const VERSION: Self::Column = $entity::Column::Version;
        }

        impl HasId for $entity::Model {
            fn id(&self) -> Uuid {
                self.id
            }
        }
    )+};
}

versioned!(agreement, assignment, client, coach_note, invitation, map, member, person, reflection, supporter, tie);

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
