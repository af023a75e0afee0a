//! Accounts that the operator disables: nobody logs in with them.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, "alter table user_account add column disabled_at {instant};\n")
}
