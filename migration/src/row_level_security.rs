//! Row-level security on PostgreSQL for the tables of later migrations.

/// Shows and accepts the rows of the transaction's own organisation only, also for the owner. Before that is set, none.
pub(crate) fn of_organisation(table: &str) -> [String; 3] {
    let condition = "organisation_id = (select nullif(current_setting('app.org_id', true), '')::uuid)";
    [
        format!("alter table {table} enable row level security"),
        format!("alter table {table} force row level security"),
        format!("create policy boundary on {table} using ({condition}) with check ({condition})"),
    ]
}
