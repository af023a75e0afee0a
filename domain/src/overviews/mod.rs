//! Overviews: everything on a client's page, in one response.

mod model;
mod repository;
mod service;

pub use model::{AgreementOverview, MapOverview, NamedSupporter, Overview};
pub use repository::Overviews;
pub use service::show;
