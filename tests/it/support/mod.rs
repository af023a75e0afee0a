//! What the tests stand on: the real application over HTTP, on both databases, with a small world in it.

mod app;
mod client;
mod clock;
mod content;
pub(crate) mod document_conformance;
mod documents;
mod event_stream;
pub(crate) mod operations;
mod postgres;
mod proxy;
mod raw_database;
mod seed;
mod sqlite;
pub(crate) mod statement_log;

pub(crate) use app::{App, Beside, Db, Kept, settings};
pub(crate) use client::{Answer, Client};
pub(crate) use content::Content;
pub(crate) use documents::{GENERATED, NAMES, Numbers, document};
pub(crate) use event_stream::{EventStream, TIMEOUT};
pub(crate) use proxy::Proxy;
pub(crate) use raw_database::RawDatabase;
pub(crate) use seed::{Actor, Organisation, World, count, id, insert};
