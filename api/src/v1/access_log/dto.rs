use super::sentence::sentence;
use crate::schema;
use chrono::{DateTime, Utc};
use domain::access::{Basis, Capacity};
use domain::access_log::{Actor, ActorKind, LogLine, SignedHead};
use domain::audit::Outcome;
use domain::vocabulary::Language;
use domain::{ShortText, UserId};
use serde::Serialize;
use std::net::IpAddr;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who performed an operation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Actor)]
pub(super) struct ActorView {
    /// `service` is a background job of the service itself.
    #[schema(value_type = schema::ActorKind, example = "user")]
    kind: ActorKind,
    /// The id of the user or the external system; null for the service.
    #[schema(required)]
    id: Option<Uuid>,
    /// The present name; null if the account or the system is no longer there.
    #[schema(value_type = Option<schema::ShortText>, required, example = "Marijke Bos")]
    name: Option<ShortText>,
}

/// A line of the access log about a client's record.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AccessLogLine)]
pub(super) struct LogLineView {
    id: Uuid,
    /// The start of the operation.
    at: DateTime<Utc>,
    /// The line as a sentence to the client.
    #[schema(example = "Marijke Bos (coach) bekeek uw kaart-in-wording.")]
    sentence: String,
    /// The code of the operation.
    #[schema(value_type = schema::OperationCode, example = "read-map")]
    operation: String,
    #[schema(value_type = schema::Outcome, example = "done")]
    outcome: Outcome,
    actor: ActorView,
    /// The capacity in which the actor had access; null if access was refused.
    #[schema(value_type = Option<schema::Capacity>, required, example = "coach")]
    capacity: Option<Capacity>,
    /// What the access rests on; null if access was refused.
    #[schema(value_type = Option<schema::Basis>, required, example = "assignment")]
    basis: Option<Basis>,
}

/// A line of the organisation's access log.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AuditEvent)]
pub(super) struct AuditEventView {
    id: Uuid,
    /// The start of the operation.
    at: DateTime<Utc>,
    /// The code of the operation.
    #[schema(value_type = schema::OperationCode, example = "read-map")]
    operation: String,
    #[schema(value_type = schema::Outcome, example = "done")]
    outcome: Outcome,
    actor: ActorView,
    /// The capacity in which the actor had access; null if access was refused.
    #[schema(value_type = Option<schema::Capacity>, required, example = "coach")]
    capacity: Option<Capacity>,
    /// What the access rests on; null if access was refused.
    #[schema(value_type = Option<schema::Basis>, required, example = "assignment")]
    basis: Option<Basis>,
    /// The client whose data it is about; null if it is about none.
    #[schema(required)]
    client_id: Option<Uuid>,
    /// The map, card or other resource that the request named.
    #[schema(required)]
    target_id: Option<Uuid>,
    /// The session of the user.
    #[schema(required)]
    session_id: Option<Uuid>,
    /// The id of the request, as in `X-Request-Id`.
    #[schema(required, max_length = 128)]
    request_id: Option<String>,
    /// The caller's IP address.
    #[schema(value_type = Option<String>, required, example = "203.0.113.7")]
    address: Option<IpAddr>,
}

/// A signed head of the access log: proof of what the log was.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AccessLogHead)]
pub(super) struct SignedHeadView {
    /// The last of the organisation's events that it covers; it covers all before it.
    last_event_id: Uuid,
    /// The number of the organisation's events since its previous head.
    #[schema(minimum = 1)]
    events: u64,
    /// When they were sealed.
    sealed_at: DateTime<Utc>,
    /// The head as a signed note (C2SP `signed-note`): the name of the log, the number of the head, its hash and a signature of
    /// Ed25519. Kept apart, it shows later whether the log has changed.
    #[schema(
        example = "omringd/access-log/5b1f0c3e-8a52-4f7a-9a39-0d6f2f6c1b7e\n4711\nx4c…=\n\n— omringd/access-log/… q2l…=\n"
    )]
    note: String,
}

impl From<SignedHead> for SignedHeadView {
    fn from(head: SignedHead) -> Self {
        let note = head.note.to_string();
        Self { last_event_id: head.last, events: head.lines, sealed_at: head.sealed_at, note }
    }
}

impl From<Actor> for ActorView {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::User(user) => Self { kind: ActorKind::User, id: Some(user.id.0), name: user.name },
            Actor::Integration(id, name) => Self { kind: ActorKind::Integration, id: Some(id.0), name },
            Actor::Service => Self { kind: ActorKind::Service, id: None, name: None },
        }
    }
}

impl LogLineView {
    /// The line as `reader`, the client, reads it.
    pub(super) fn new(line: LogLine, reader: UserId, language: Language) -> Self {
        Self {
            sentence: sentence(&line, Some(reader), language),
            id: line.id,
            at: line.at,
            operation: line.operation,
            outcome: line.outcome,
            actor: line.actor.into(),
            capacity: line.grounds.map(|grounds| grounds.capacity),
            basis: line.grounds.map(|grounds| grounds.basis),
        }
    }
}

impl From<LogLine> for AuditEventView {
    fn from(line: LogLine) -> Self {
        Self {
            id: line.id,
            at: line.at,
            operation: line.operation,
            outcome: line.outcome,
            actor: line.actor.into(),
            capacity: line.grounds.map(|grounds| grounds.capacity),
            basis: line.grounds.map(|grounds| grounds.basis),
            client_id: line.client.map(|id| id.0),
            target_id: line.target,
            session_id: line.session.map(|id| id.0),
            request_id: line.origin.request,
            address: line.origin.address,
        }
    }
}
