//! The third lock, on PostgreSQL: row-level security, forced on the owner too.
//!
//! A policy is one comparison with a setting of the transaction, wrapped in a sub-select so that the planner evaluates
//! it once. Unset, the setting is NULL, and after a commit it is `''`: both show no rows.

use crate::Backend;

const ORGANISATION: &str = "(select nullif(current_setting('app.org_id', true), '')::uuid)";
const USER: &str = "(select nullif(current_setting('app.user_id', true), '')::uuid)";
pub(crate) const SELF: &str = "(select nullif(current_setting('app.self_id', true), '')::uuid)";
const OPERATOR: &str = "(select current_setting('app.operator', true)) = 'on'";
/// Whether the transaction is the service's own: it reads events and works on jobs, of whatever organisation.
const SYSTEM: &str = "(select current_setting('app.system', true)) = 'on'";
const SECRET: &str = "(select decode(nullif(current_setting('app.secret_hash', true), ''), 'hex'))";

/// Who may see a row of a table.
pub(crate) enum Rule {
    /// The row's organisation.
    Organisation,
    /// The organisation's own row; the operator every one. Its members may read it when about their own account.
    OwnOrOperator,
    /// The row's organisation. The user it is about may read it when about their own account, in whatever
    /// organisation: to choose an organisation by.
    OrganisationOrSelf,
    /// The row's organisation; whoever has the secret the row was made for, to accept an invitation by.
    OrganisationOrSecret,
    /// The row's organisation; the service itself, to pass it on or to work on it.
    OrganisationOrSystem,
    /// The row's user.
    User,
}

/// The tables of the first schema. Users, sessions and refresh tokens come before any organisation and are reached
/// by their own secrets only.
pub(crate) const FIRST: &[(&str, Rule)] = &[
    ("organisation", Rule::OwnOrOperator),
    ("member", Rule::OrganisationOrSelf),
    ("invitation", Rule::OrganisationOrSecret),
    ("idempotency", Rule::User),
    ("support_type", Rule::Organisation),
    ("client", Rule::OrganisationOrSelf),
    ("client_identifier", Rule::Organisation),
    ("assignment", Rule::Organisation),
    ("coach_note", Rule::Organisation),
    ("person", Rule::Organisation),
    ("map", Rule::Organisation),
    ("supporter", Rule::Organisation),
    ("support", Rule::Organisation),
    ("tie", Rule::Organisation),
    ("need", Rule::Organisation),
    ("agreement", Rule::Organisation),
    ("reflection", Rule::Organisation),
];

/// The tables of the cards.
pub(crate) const CARDS: &[(&str, Rule)] = &[("card", Rule::Organisation), ("card_person", Rule::Organisation)];

/// Which persons were merged into which.
pub(crate) const MERGED_PERSONS: &[(&str, Rule)] = &[("merged_person", Rule::Organisation)];

/// How much is stored for each client.
pub(crate) const CLIENT_USAGE: &[(&str, Rule)] = &[("client_usage", Rule::Organisation)];

/// What was done, and what is to be done.
pub(crate) const EVENTS_AND_JOBS: &[(&str, Rule)] =
    &[("event", Rule::OrganisationOrSystem), ("job", Rule::OrganisationOrSystem)];

impl Rule {
    fn condition(&self) -> String {
        match self {
            Self::Organisation | Self::OrganisationOrSelf => format!("organisation_id = {ORGANISATION}"),
            Self::OwnOrOperator => format!("id = {ORGANISATION} or {OPERATOR}"),
            Self::OrganisationOrSecret => format!("organisation_id = {ORGANISATION} or secret_hash = {SECRET}"),
            Self::OrganisationOrSystem => format!("organisation_id = {ORGANISATION} or {SYSTEM}"),
            Self::User => format!("user_id = {USER}"),
        }
    }

    /// Which rows may be read besides, and only read, where the transaction says it is about this user's own account.
    /// No unit of work inside an organisation says so.
    fn own(&self) -> Option<String> {
        match self {
            Self::OrganisationOrSelf => Some(format!("user_id = {SELF}")),
            Self::OwnOrOperator => {
                Some(format!("id in (select member.organisation_id from member where member.user_id = {SELF})"))
            }
            Self::Organisation | Self::OrganisationOrSecret | Self::OrganisationOrSystem | Self::User => None,
        }
    }
}

/// Puts these tables under row-level security. Nothing on SQLite, which has none.
pub(crate) fn protect(backend: Backend, tables: &[(&str, Rule)]) -> Vec<String> {
    if backend == Backend::Sqlite {
        return Vec::new();
    }
    let mut statements = Vec::new();
    for (table, rule) in tables {
        let condition = rule.condition();
        statements.extend([
            format!("alter table {table} enable row level security"),
            format!("alter table {table} force row level security"),
            format!("create policy boundary on {table} using ({condition}) with check ({condition})"),
        ]);
        statements.extend(rule.own().map(|own| format!("create policy own on {table} for select using ({own})")));
    }
    statements
}

/// Makes the policies of what is one's own the owner's alone: they hold in views of the owner's, and nowhere else.
pub(crate) fn own_to_owner(tables: &[(&str, Rule)]) -> Vec<String> {
    let own = tables.iter().filter_map(|(table, rule)| Some((table, rule.own()?)));
    own.flat_map(|(table, own)| {
        [
            format!("drop policy own on {table}"),
            format!("create policy own on {table} for select to current_user using ({own})"),
        ]
    })
    .collect()
}
