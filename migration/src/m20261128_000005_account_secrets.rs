//! What the service may read of accounts on PostgreSQL: the password of the user whom a transaction is about, and the sessions
//! of the user who calls, of the secret that they present, or that the organisation's own provider began.
//!
//! The runtime role has no right on the column of passwords: `roles.rs`.

use crate::Backend;
use crate::row_level_security::{ORGANISATION, SECRET, SELF, SYSTEM, USER, boundary};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let own = match backend {
        Backend::Postgres => format!("where id = {SELF}"),
        Backend::Sqlite => String::new(),
    };
    let mut statements =
        vec![format!("create view own_password as select id, password_hash, disabled_at from user_account {own}")];
    if backend == Backend::Postgres {
        let sessions = format!(
            "user_id = {USER} or user_id = {SELF} or {SYSTEM} or confined_to = {ORGANISATION}
                or id = (select t.session_id from refresh_token t where t.hash = {SECRET})"
        );
        statements.extend(boundary("session", &sessions));
    }
    statements
}
