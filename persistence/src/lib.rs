//! The domain's ports on PostgreSQL and SQLite.

#![warn(missing_docs)]

mod access_log;
mod accounts;
mod authentication;
mod backup;
mod client_bundle;
mod client_erasure;
mod client_keys;
mod client_usage;
mod connect;
mod dialect;
mod encrypted_rows;
mod encryption;
mod engine;
mod entity;
mod error;
mod event_reader;
mod failed_attempts;
mod followers;
mod inspection;
mod integration_caller;
mod job_figures;
mod outbox;
mod pages;
mod private_file;
mod proven_domains;
mod purge;
mod queue;
mod relay;
mod repository;
mod restore;
mod scoped;
mod seals;
mod store;
mod stored_response;
mod transaction;
mod unit_of_work;
mod wait_for_server;
mod write_probe;

#[doc(hidden)]
pub mod contract {
    //! The engine, for the tests of its contract (`tests/it/engine.rs`); its rows and values, for the raw connections of tests; and
    //! the encryption of rows that tests write.

    pub use crate::encryption::{TestClientKey, test_address, test_value_hash};
    pub use crate::engine::{
        Answer, Ask, Cell, Engine, EngineError, Failed, Postgres, PostgresUrl, Refusal, Row, Session, Sizes, Sqlite,
    };
    pub use sea_orm::Value;
}

pub use access_log::DatabaseAccessLog;
pub use backup::{
    BackupError, Contents, PostgresRestore, PostgresSnapshot, begin_sqlite_restore, copy_sqlite, end_sqlite_sessions,
    finish_sqlite_restore, restore_is_unfinished,
};
pub use connect::{ConnectError, Settings};
pub use engine::{
    PoolUse, PostgresUrlError, ProgramAddress, open_postgres, open_sqlite, postgres_role, program_address, sqlite_file,
};
pub use event_reader::{EventReader, Events, ReadEvent};
pub use inspection::Inspection;
pub use job_figures::JobFigures;
pub use private_file::make_private;
pub use relay::Relay;
pub use restore::Restored;
pub use store::Database;
pub use wait_for_server::{Unreachable, place, wait_for_server};
