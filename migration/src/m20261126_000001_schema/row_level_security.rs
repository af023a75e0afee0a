//! Row-level security on PostgreSQL, forced on the owner too: the third lock on the organisation boundary.

use crate::row_level_security::{ORGANISATION, SECRET, SELF, SYSTEM, USER, boundary};

const OPERATOR: &str = "(select current_setting('app.operator', true)) = 'on'";

/// Tables whose rows only their organisation sees. Accounts, sessions and refresh tokens come before any organisation:
/// they are found by their own secrets only and have no policy.
const OF_ORGANISATION: [&str; 20] = [
    "agreement",
    "assignment",
    "card",
    "card_person",
    "client",
    "client_identifier",
    "client_key",
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
