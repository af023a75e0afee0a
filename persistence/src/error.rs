//! Maps failures of the database to errors of the domain. Uniqueness is decided by constraints, never by a query before.

use crate::client_usage;
use crate::engine::{EngineError, Refusal};
use domain::clients::Full;
use domain::{Conflict, Error};

/// Unique constraints: the name, the columns and the conflict. SQLite reports the columns and not the name.
const UNIQUE: &[(&str, &str, Conflict)] = &[
    ("uq_user_account__email", "user_account.email", Conflict::EmailTaken),
    ("uq_member__org_user", "member.organisation_id, member.user_id", Conflict::AlreadyMember),
    (
        "uq_provisioned_member__org_user_name",
        "provisioned_member.organisation_id, provisioned_member.user_name_key",
        Conflict::UserNameTaken,
    ),
    (
        "uq_provisioned_member__org_email",
        "provisioned_member.organisation_id, provisioned_member.email",
        Conflict::UserNameTaken,
    ),
    ("uq_client__org_user", "client.organisation_id, client.user_id", Conflict::ClientHasLogIn),
    (
        "pk_client_identifier",
        "client_identifier.organisation_id, client_identifier.value_hash",
        Conflict::ExternalIdentifierTaken,
    ),
    (
        "uq_assignment__org_client_coach_open",
        "assignment.organisation_id, assignment.client_id, assignment.coach_id",
        Conflict::AlreadyAssigned,
    ),
    (
        "uq_consent__org_client_receiver_in_force",
        "consent.organisation_id, consent.client_id, consent.receiver_id, consent.purpose",
        Conflict::ConsentInForce,
    ),
    (
        "uq_restriction__org_client_in_force",
        "restriction.organisation_id, restriction.client_id",
        Conflict::AlreadyRestricted,
    ),
    (
        "uq_erasure_request__org_client_waiting",
        "erasure_request.organisation_id, erasure_request.client_id",
        Conflict::ErasureWaiting,
    ),
    (
        "uq_supporter__org_map_person",
        "supporter.organisation_id, supporter.map_id, supporter.person_id",
        Conflict::AlreadyOnMap,
    ),
    ("uq_log_in_domain__org_domain", "log_in_domain.organisation_id, log_in_domain.domain", Conflict::DomainTaken),
    (
        "uq_provider_identity__org_provider_subject",
        "provider_identity.organisation_id, provider_identity.provider_id, provider_identity.subject",
        Conflict::IdentityLinked,
    ),
    (
        "uq_provider_identity__org_provider_user",
        "provider_identity.organisation_id, provider_identity.provider_id, provider_identity.user_id",
        Conflict::IdentityLinked,
    ),
    ("uq_tie__org_map_pair", "tie.organisation_id, tie.map_id, tie.first_id, tie.second_id", Conflict::AlreadyTied),
];

impl From<EngineError> for Error {
    fn from(failure: EngineError) -> Self {
        let conflict = match failure.refusal() {
            Some(Refusal::Unique(rule)) => unique(rule),
            Some(Refusal::ForeignKey) => Some(Conflict::UnknownReference),
            Some(Refusal::Check(rule)) => full(rule).map(Conflict::Full),
            None => None,
        };
        match conflict {
            Some(conflict) => Self::Conflict(conflict),
            None if failure.is_passing() => Self::Unavailable(failure.into()),
            None => Self::internal(failure),
        }
    }
}

fn unique(rule: &str) -> Option<Conflict> {
    let named = UNIQUE.iter().find(|(name, columns, _)| rule == *name || rule == *columns);
    match named {
        Some((_, _, conflict)) => Some(*conflict),
        None => (rule.starts_with("pk_") || rule.ends_with(".id")).then_some(Conflict::IdTaken),
    }
}

/// The limit of the client that a trigger refused to exceed, if that is why.
fn full(rule: &str) -> Option<Full> {
    Full::ALL.into_iter().find(|full| rule == client_usage::constraint(*full))
}
