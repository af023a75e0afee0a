//! Requests for erasure: a client asked that their record is erased, which happens after a waiting time.

mod model;
mod repository;
mod service;

pub use model::{ErasureRequest, NewRefusal, Refusal, RefusalGround, WAITING_TIME};
pub use repository::ErasureRequests;
pub use service::{create, list, refuse, show, withdraw};
