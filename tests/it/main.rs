//! The behaviour of the API, over HTTP against the real application on both databases.
//!
//! Run with `cargo test -p tests`: one process, and so one PostgreSQL server for all tests (see `support/postgres.rs`).

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr, reason = "tests")]

mod agreements;
mod assignments;
mod authorship;
mod cards;
mod caseload;
mod client_identity;
mod client_search;
mod clients;
mod coach_notes;
mod command_import;
mod compression;
mod contacts;
mod cross_origin;
mod days;
mod deadlines;
mod differences;
mod durability;
mod edge;
mod emails;
mod events;
mod exports;
mod helpers;
mod imports;
mod insights;
mod invitations;
mod isolation;
mod known_maps;
mod limits;
mod locks;
mod log_ins;
mod lost_connections;
mod map_content;
mod map_imports;
mod maps;
mod me;
mod members;
mod needs;
mod negotiation;
mod one_organisation;
mod operations;
mod organisation;
mod organisations;
mod path_prefix;
mod persons;
mod pictures;
mod placing;
mod pooler;
mod random_content;
mod rate_limits;
mod reading;
mod reflections;
mod replica;
mod role_matrix;
mod self_service;
mod sessions;
mod statements;
mod support;
mod supporters;
mod texts;
mod ties;
mod transnat;
mod vocabulary;
