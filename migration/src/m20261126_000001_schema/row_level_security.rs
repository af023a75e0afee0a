//! Row-level security on PostgreSQL, forced on the owner too: the third lock on the organisation boundary.
//!
//! A policy is one comparison with a setting of the transaction, in a sub-select, so that the planner evaluates it once.
//! A setting is null before its first use and empty after a commit: both match no row.

const ORGANISATION: &str = "(select nullif(current_setting('app.org_id', true), '')::uuid)";
const USER: &str = "(select nullif(current_setting('app.user_id', true), '')::uuid)";
pub(crate) const SELF: &str = "(select nullif(current_setting('app.self_id', true), '')::uuid)";
const OPERATOR: &str = "(select current_setting('app.operator', true)) = 'on'";
/// Set by the service's own transactions, which read events and run jobs of every organisation.
const SYSTEM: &str = "(select current_setting('app.system', true)) = 'on'";
const SECRET: &str = "(select decode(nullif(current_setting('app.secret_hash', true), ''), 'hex'))";

/// Tables whose rows only their organisation sees. Accounts, sessions and refresh tokens come before any organisation:
/// they are found by their own secrets only and have no policy.
const OF_ORGANISATION: [&str; 19] = [
    "agreement",
    "assignment",
    "card",
    "card_person",
    "client",
    "client_identifier",
    "client_login",
    "client_usage",
    "coach_note",
    "map",
    "member",
    "merged_person",
    "need",
    "person",
    "reflection",
    "support",
    "support_type",
    "supporter",
    "tie",
];

pub(super) fn statements() -> Vec<String> {
    let of_organisation = format!("organisation_id = {ORGANISATION}");
    let others = [
        ("organisation", format!("id = {ORGANISATION} or {OPERATOR}")),
        ("idempotency", format!("user_id = {USER}")),
        ("invitation", format!("{of_organisation} or secret_hash = {SECRET}")),
        ("event", format!("{of_organisation} or {SYSTEM}")),
        ("job", format!("{of_organisation} or {SYSTEM}")),
    ];
    let boundaries = OF_ORGANISATION.map(|table| (table, of_organisation.clone())).into_iter().chain(others);
    boundaries.flat_map(|(table, condition)| boundary(table, &condition)).chain(own()).collect()
}

/// Shows and accepts only rows of the table that meet the condition.
pub(crate) fn boundary(table: &str, condition: &str) -> [String; 3] {
    [
        format!("alter table {table} enable row level security"),
        format!("alter table {table} force row level security"),
        format!("create policy boundary on {table} using ({condition}) with check ({condition})"),
    ]
}

/// Rows about the user whose own account the transaction is about. For the owner alone: the service sees them through the
/// view `own_membership` and nowhere else.
fn own() -> [String; 3] {
    let policy = |table, own| format!("create policy own on {table} for select to current_user using ({own})");
    let memberships = format!("id in (select member.organisation_id from member where member.user_id = {SELF})");
    [
        policy("organisation", memberships),
        policy("member", format!("user_id = {SELF}")),
        policy("client", format!("user_id = {SELF}")),
    ]
}
