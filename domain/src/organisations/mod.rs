//! Organisations: the boundary no data crosses. The operator founds, suspends and purges them and sees nothing inside.

mod model;
mod repository;
mod service;

pub use model::{Founded, NewOrganisation, Organisation, OrganisationChanges, OrganisationStatus};
pub use repository::{Organisations, OwnOrganisation};
pub use service::{create, list, purge, show, show_own, update, update_own};
