//! Organisations, the tenant boundary.
//!
//! The operator creates, suspends and purges them, without access to their contents.

mod model;
mod repository;
mod service;

pub use model::{
    CreatedOrganisation, NewAdministrator, NewOrganisation, Organisation, OrganisationChanges, OrganisationStatus,
    SecondFactorRoles,
};
pub use repository::{Organisations, OwnOrganisation};
pub use service::{OPERATOR_WAITS, create, invite_administrator, list, purge, show, show_own, update, update_own};
