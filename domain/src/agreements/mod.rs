//! Agreements: who is asked what, by when.

mod model;
mod repository;
mod service;
mod steps;

pub use model::{Agreement, AgreementChanges, NewAgreement};
pub use repository::Agreements;
pub use service::{create, delete, list, show, update};
pub use steps::{next_steps, step};
