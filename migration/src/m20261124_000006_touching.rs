//! Makes a change of something on a map cheap: each counts in the map's version and its instant.
//!
//! PostgreSQL writes a changed row once more into every index of the table, unless no index has a column that changed
//! and the page has room. So no index has the instant of the last change (the few maps of a client are looked through for the newest),
//! and pages are left with room.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let room = match backend {
        Backend::Postgres => "alter table map set (fillfactor = 85)",
        Backend::Sqlite => "",
    };
    [
        sql::statements(backend, "drop index ix_map__client_updated;\ndrop index ix_map__client_shown;\n"),
        sql::statements(backend, room),
    ]
    .concat()
}
