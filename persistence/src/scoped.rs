//! The second lock: every query of an organisation's table names the organisation.
//!
//! `clippy.toml` forbids the ways around it (`EntityTrait::find` and its kin) in every other file.

use crate::entity::organisation;
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

/// Implements [`OrgOwned`] for an entity, in its own file.
macro_rules! org_owned {
    () => {
        impl crate::scoped::OrgOwned for Entity {
            const ORG: Column = Column::OrganisationId;
        }
    };
}
pub(crate) use org_owned;

/// Implements [`Versioned`] and [`HasId`] for an entity, in its own file.
macro_rules! versioned {
    () => {
        crate::scoped::org_owned!();

        impl crate::scoped::Versioned for Entity {
            const ID: Column = Column::Id;
            const VERSION: Column = Column::Version;
        }

        impl crate::scoped::HasId for Model {
            fn id(&self) -> Uuid {
                self.id
            }
        }
    };
}
pub(crate) use versioned;

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
