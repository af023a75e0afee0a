//! The domain's ports on PostgreSQL and SQLite.

mod changes;
mod connect;
mod dialect;
mod entity;
mod error;
mod identify;
mod parameter;
mod pipeline;
mod pooler;
mod readers;
mod replay;
mod repository;
mod scoped;
mod store;
mod system;
mod unit_of_work;
mod writers;

pub use changes::Exchange;
pub use connect::{ConnectError, Settings, postgres_role, sqlite_file};
pub use store::Database;
