//! Counts of failed attempts, and the networks that accounts log in from. Both tables contain keyed hashes and instants only.

use crate::row_level_security::{SYSTEM, boundary};
use crate::{Backend, sql};

/// `clear_at` is when everything counted is forgiven, in microseconds since 1970: both databases add and compare numbers alike.
const TABLES: &str = "
create table failed_attempt (
    counter text not null,
    cell {big} not null,
    clear_at {big} not null,
    constraint pk_failed_attempt primary key (counter, cell)
) {end};

create table known_network (
    account {bytes} not null,
    network {bytes} not null,
    used_at {instant} not null,
    constraint pk_known_network primary key (account, network)
) {end};
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, TABLES);
    if backend == Backend::Postgres {
        // Rows change often and no index has what changes: PostgreSQL puts the new version beside the old one.
        statements.push("alter table failed_attempt set (fillfactor = 50)".to_owned());
        for table in ["failed_attempt", "known_network"] {
            statements.extend(boundary(table, SYSTEM));
        }
    }
    statements
}
