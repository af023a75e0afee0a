//! Organisations, the tenant boundary.
//!
//! The operator creates, suspends and purges them, without access to their contents.

mod model;
mod period;
mod purge;
mod repository;
mod service;

pub use model::{
    CreatedOrganisation, NewAdministrator, NewOrganisation, Organisation, OrganisationChanges, OrganisationStatus,
    SecondFactorRoles,
};
pub use period::{Period, RetentionYears, WaitingDays};
pub(crate) use purge::remove;
pub use purge::{PURGE_WAITS, purge, request_purge};
pub use repository::{Organisations, OwnOrganisation, PurgeStore};
pub use service::{OPERATOR_WAITS, create, invite_administrator, list, show, show_own, update, update_own};
