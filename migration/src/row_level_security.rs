//! Row-level security on PostgreSQL: a policy is one comparison with a setting of the transaction.
//!
//! The setting is in a sub-select, so that the planner evaluates it once. It is null before its first use and empty after a
//! commit: both match no row.

/// The transaction's own organisation.
pub(crate) const ORGANISATION: &str = "(select nullif(current_setting('app.org_id', true), '')::uuid)";
/// The user whose own account the transaction is about.
pub(crate) const SELF: &str = "(select nullif(current_setting('app.self_id', true), '')::uuid)";
/// The user who calls.
pub(crate) const USER: &str = "(select nullif(current_setting('app.user_id', true), '')::uuid)";
/// The digest of the secret that the request presents.
pub(crate) const SECRET: &str = "(select decode(nullif(current_setting('app.secret_hash', true), ''), 'hex'))";
/// Set by the service's own transactions, which read events and run jobs of every organisation.
pub(crate) const SYSTEM: &str = "(select current_setting('app.system', true)) = 'on'";

/// Shows and accepts only rows of the table that meet the condition, also for the owner.
pub(crate) fn boundary(table: &str, condition: &str) -> [String; 3] {
    [
        format!("alter table {table} enable row level security"),
        format!("alter table {table} force row level security"),
        format!("create policy boundary on {table} using ({condition}) with check ({condition})"),
    ]
}

/// Shows and accepts only the rows of the transaction's own organisation.
pub(crate) fn of_organisation(table: &str) -> [String; 3] {
    boundary(table, &format!("organisation_id = {ORGANISATION}"))
}
