//! The base of the tests: the real application over HTTP, on both databases, with a small seeded world.

mod app;
mod authenticator;
mod client;
mod clock;
mod content;
pub(crate) mod document_conformance;
mod documents;
mod erasing;
mod event_stream;
pub(crate) mod fake_provider;
mod ids;
mod keys;
pub(crate) mod machines;
mod mailbox;
pub(crate) mod operations;
mod pdf_text;
mod postgres;
mod process;
mod proxy;
mod raw_database;
mod requests;
mod resource;
mod restoring;
mod rights;
pub(crate) mod samples;
mod sealed;
mod seed;
mod sqlite;
pub(crate) mod statement_log;

use rstest_reuse::template;

/// A test on both databases.
#[template]
#[rstest::rstest]
fn both_databases(#[values(Db::Sqlite, Db::Postgres)] db: Db) {}

pub(crate) use app::{App, Beside, Db, Kept, key, organisation_keys, settings};
pub(crate) use authenticator::Authenticator;
pub(crate) use client::{Answer, Client};
pub(crate) use content::Content;
pub(crate) use documents::{GENERATED, NAMES, Numbers, document};
pub(crate) use event_stream::{EventStream, TIMEOUT, notified_world, without_heartbeat};
pub(crate) use ids::Ids;
pub(crate) use mailbox::{Mailbox, Received};
pub(crate) use pdf_text::pdf_text;
pub(crate) use postgres::certificates;
pub(crate) use process::Process;
pub(crate) use proxy::Proxy;
pub(crate) use raw_database::RawDatabase;
pub(crate) use resource::Resource;
pub(crate) use restoring::Target;
pub(crate) use seed::{Actor, Organisation, World, count, id, insert};
