//! The caseload: a coach's clients, each with open items and reasons for attention.

mod arrange;
mod model;
mod repository;
mod service;

pub use arrange::{CaseloadPage, CaseloadQuery, Facets, Sort};
pub use model::{Attention, CaseloadEntry, LastCard, LatestMap, OpenAgreements};
pub use repository::Caseload;
pub use service::list;
