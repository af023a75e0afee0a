//! The domain's ports on PostgreSQL and SQLite.

mod anchor;
mod changes;
mod connect;
mod dialect;
mod entity;
mod error;
mod identify;
mod parameter;
mod pipeline;
mod pooler;
mod private_file;
mod probe;
mod reach;
mod readers;
mod replay;
mod repository;
mod scoped;
mod store;
mod system;
mod unit_of_work;
mod usage;
mod writers;

pub use changes::Exchange;
pub use connect::{ConnectError, Settings, postgres_role, sqlite_file};
pub use private_file::make_private;
pub use reach::{Unreachable, reach};
pub use store::Database;
