//! The daily check of proven domains, which the service does for every organisation.

use crate::row_level_security::{ORGANISATION, SYSTEM, boundary};
use crate::{Backend, sql};

const COLUMNS: &str = "
alter table log_in_domain add column checked_at {instant};
alter table log_in_domain add column missing_since {instant};
create index ix_log_in_domain__checked on log_in_domain (checked_at) where verified_at is not null;
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, COLUMNS);
    if backend == Backend::Postgres {
        statements.push("drop policy boundary on log_in_domain".to_owned());
        statements.extend(boundary("log_in_domain", &format!("organisation_id = {ORGANISATION} or {SYSTEM}")));
    }
    statements
}
