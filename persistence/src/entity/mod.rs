//! The tables as sea-orm entities. They never leave this crate: repositories convert them to types of the domain.

pub(crate) mod agreement;
pub(crate) mod assignment;
pub(crate) mod card;
pub(crate) mod card_person;
pub(crate) mod client;
pub(crate) mod client_identifier;
pub(crate) mod coach_note;
pub(crate) mod consent;
pub(crate) mod event;
pub(crate) mod idempotency;
pub(crate) mod identity_provider;
pub(crate) mod integration;
pub(crate) mod integration_token;
pub(crate) mod invitation;
pub(crate) mod log_in_domain;
pub(crate) mod map;
pub(crate) mod member;
pub(crate) mod need;
pub(crate) mod organisation;
pub(crate) mod person;
pub(crate) mod provisioned_member;
pub(crate) mod reflection;
pub(crate) mod support;
pub(crate) mod support_type;
pub(crate) mod supporter;
pub(crate) mod tie;
