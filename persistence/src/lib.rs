//! The domain's ports on PostgreSQL and SQLite.

mod connect;
mod dialect;
mod engine;
mod entity;
mod error;
mod event_reader;
mod followers;
mod identify;
mod private_file;
mod probe;
mod queue;
mod reach;
mod relay;
mod replay;
mod repository;
mod scoped;
mod store;
mod system;
mod transaction;
mod unit_of_work;
mod usage;

#[doc(hidden)]
pub mod contract {
    //! The engine, for the tests of its contract (`tests/it/engine.rs`), and its rows and values for their raw connections.

    pub use crate::engine::{
        Address, Answer, Ask, Cell, Engine, Failed, Failure, Postgres, Refusal, Row, Session, Sizes, Sqlite,
    };
    pub use sea_orm::Value;
}

pub use connect::{ConnectError, Settings};
pub use engine::{AddressError, open_postgres, open_sqlite, postgres_role, sqlite_file};
pub use event_reader::{EventReader, Events, ReadEvent};
pub use private_file::make_private;
pub use reach::{Unreachable, reach};
pub use relay::Relay;
pub use store::Database;
