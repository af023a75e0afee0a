//! The schema of the first release.
//!
//! `organisation_id` leads every primary, foreign and unique key of the tables with data of an organisation, except on
//! SQLite that of `event`, whose key is the order of events.

mod accounts;
mod client_usage;
mod clients;
mod events;
mod maps;
mod row_level_security;
mod triggers;

use crate::{Backend, sql};
pub(crate) use accounts::own_membership;

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let postgres = backend == Backend::Postgres;
    let tables = [
        accounts::ACCOUNTS,
        accounts::MEMBERS,
        clients::CLIENTS,
        clients::INVITATIONS,
        clients::ASSIGNMENTS,
        clients::COACH_NOTES,
        clients::PERSONS,
        clients::MERGED_PERSONS,
        maps::MAPS,
        maps::CARDS,
        client_usage::TABLE,
        if postgres { events::EVENTS_POSTGRES } else { events::EVENTS_SQLITE },
        events::JOBS,
        events::WRITE_PROBE,
    ];
    let mut statements: Vec<_> = tables.iter().flat_map(|text| sql::statements(backend, text)).collect();
    if postgres {
        statements.extend(sql::verbatim(FREE_SPACE));
        statements.extend(row_level_security::statements());
    }
    statements.push(own_membership(backend, ""));
    statements.extend(sql::verbatim(triggers::statements(backend)));
    statements.extend(client_usage::triggers(backend));
    statements
}

/// Rows that change often leave free space on their pages, so that PostgreSQL puts the new version beside the old one and
/// writes to no index.
const FREE_SPACE: &[&str] =
    &["alter table map set (fillfactor = 85)", "alter table client_usage set (fillfactor = 50)"];
