//! The domain of Omringd: the data of a client's network, the access policy, and every use case.
//!
//! Pure rules and ports. This crate does not depend on HTTP, a database or an async runtime.

#![warn(missing_docs)]

pub mod access;
pub mod access_log;
pub mod access_requests;
pub mod accounts;
pub mod agreements;
pub mod assignments;
pub mod attempts;
pub mod audit;
pub mod cards;
pub mod caseload;
mod client_requests;
pub mod clients;
mod clock;
pub mod coach_notes;
pub mod consents;
mod time_zone;

pub mod erasure_requests;
pub mod erasures;
mod error;
pub mod events;
pub mod exports;
mod field_code;
pub mod helpers;
mod id;
pub mod identities;
pub mod identity_providers;
pub mod imports;
pub mod insights;
pub mod integration_tokens;
pub mod integrations;
pub mod invitations;
pub mod jobs;
pub mod key_rotation;
mod key_store;
pub mod legal_holds;

pub mod log_in_domains;
pub mod log_ins;
pub mod mail;
pub mod maps;
pub mod members;
pub mod needs;
mod notifications;
mod operator;
pub mod organisations;
pub mod overviews;
mod page;
pub mod passkeys;
pub mod persons;
pub mod ports;
pub mod provider_log_ins;
pub mod provisioned_members;
pub mod reflections;
mod repositories;
pub mod restrictions;
pub mod retention;
pub mod second_factors;
mod secrets;
pub mod sessions;
pub mod support_types;
pub mod supporters;
mod text;
pub mod ties;
mod typed_code;
mod unit_of_work;
mod version;
pub mod vocabulary;

pub use access::ids::*;
pub use client_requests::{NewRequest, RecordedRequest};
pub use clock::storable;
pub use error::{Cell, Conflict, Error, FieldError, Result};
pub use field_code::{FieldCode, Figure};
pub use id::*;
pub use notifications::Topic;
pub use operator::{OneOrganisation, OperatorUnitOfWork};
pub use page::{MAX_PAGE, Order, Page, PageRequest};
pub use ports::Ports;
pub use secrets::{Password, Secret, SecretDigest};
pub use text::{LongText, ShortText, Text, TextError, name_order};
pub use time_zone::{TimeZone, UnknownTimeZone};
pub use typed_code::TypedCode;
pub use unit_of_work::{Caller, IdempotencyKey, UnitOfWork};
pub use version::{Expected, ExpectedPart, Version, WithMap};

/// Applies a member of a merge patch (RFC 7396); an absent member leaves the value unchanged.
fn patch<T>(member: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *member = value;
    }
}

repositories::repositories! {
    access_log: access_log::AccessLog,
    access_requests: access_requests::AccessRequests,
    agreements: agreements::Agreements,
    assignments: assignments::Assignments,
    cards: cards::Cards,
    caseload: caseload::Caseload,
    changes: events::Changes,
    clients: clients::Clients,
    coach_notes: coach_notes::CoachNotes,
    consents: consents::Consents,
    erasure_requests: erasure_requests::ErasureRequests,
    erasures: erasures::Erasures,
    exports: exports::Exports,
    helpers: helpers::Helpers,
    identities: identities::Identities,
    identity_providers: identity_providers::IdentityProviders,
    imports: imports::Imports,
    integration_tokens: integration_tokens::IntegrationTokens,
    integrations: integrations::Integrations,
    invitations: invitations::Invitations,
    jobs: jobs::Jobs,
    legal_holds: legal_holds::LegalHolds,
    log_in_domains: log_in_domains::LogInDomains,
    log_ins: log_ins::LogIns,
    maps: maps::Maps,
    members: members::Members,
    needs: needs::Needs,
    organisation: organisations::OwnOrganisation,
    overviews: overviews::Overviews,
    persons: persons::Persons,
    provisioned_members: provisioned_members::ProvisionedMembers,
    reflections: reflections::Reflections,
    restrictions: restrictions::Restrictions,
    retention: retention::Retention,
    support_types: support_types::SupportTypes,
    supporters: supporters::Supporters,
    ties: ties::Ties,
}
