//! Everything a use case can answer instead of a result.

use crate::clients::Full;
use crate::{FieldCode, Version};

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did not do what was asked. The texts are for logs: they never hold a name, a note or a secret.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody, or a session that has ended.
    #[error("not authenticated")]
    Unauthenticated,
    /// Log-in refused: unknown user, wrong password or no access, deliberately not told apart.
    #[error("log-in refused")]
    LogInRefused,
    /// A refresh token that is unknown, spent or out of date.
    #[error("grant refused")]
    GrantRefused,
    /// The session has not chosen an organisation and the request needs one.
    #[error("no organisation chosen")]
    NoOrganisation,
    /// May see it, may not do this.
    #[error("forbidden")]
    Forbidden,
    /// May do this, but not change these members of the body.
    #[error("forbidden in {} place(s)", .0.len())]
    ForbiddenMembers(Vec<FieldError>),
    /// May do this once the log-in is confirmed.
    #[error("log-in not confirmed")]
    LogInUnconfirmed,
    /// Does not exist, or may not be seen.
    #[error("not found")]
    NotFound,
    /// Input that cannot be accepted, every error at once.
    #[error("invalid input in {} place(s)", .0.len())]
    Invalid(Vec<FieldError>),
    /// The request contradicts what is there.
    #[error("conflict: {0:?}")]
    Conflict(Conflict),
    /// The request contradicts what is there, in these places of the body.
    #[error("conflict: {0:?} in {n} place(s)", n = .1.len())]
    ConflictIn(Conflict, Vec<FieldError>),
    /// The request names things that do not exist here, every one of them.
    #[error("unknown reference in {} place(s)", .0.len())]
    UnknownReference(Vec<FieldError>),
    /// The resource has changed since the caller read it.
    #[error("stale: now at version {0}")]
    Stale(Version),
    /// A part of the resource that has a version of its own has changed since the caller read it.
    #[error("stale: the part is now at version {0}")]
    StalePart(Version),
    /// The idempotency key was used before, for another request.
    #[error("idempotency key reused")]
    IdempotencyKeyReused,
    /// The same idempotent request is being worked on at this moment.
    #[error("idempotent request in flight")]
    InFlight,
    /// Too many at once; try again after this many seconds.
    #[error("busy, try again in {0} s")]
    Busy(u32),
    /// The database is not reachable, or overloaded.
    #[error("unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A defect of ours.
    #[error("internal")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// A defect of ours, described for the log.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// Names the member of the body that refers to what does not exist, for a repository cannot know it.
    #[must_use]
    pub fn at(self, pointer: &str) -> Self {
        if matches!(self, Self::Conflict(Conflict::UnknownReference)) {
            return Self::UnknownReference(vec![FieldError::new(pointer, FieldCode::UnknownReference)]);
        }
        self
    }

    /// Names the list of the body that holds the cause, where the database does not tell which entry it is.
    #[must_use]
    pub fn within(self, list: &str) -> Self {
        let Self::Conflict(conflict) = self else { return self };
        let codes = [
            (Conflict::IdTaken, FieldCode::IdTaken),
            (Conflict::AlreadyAssigned, FieldCode::AlreadyAssigned),
            (Conflict::Full(Full::Persons), Full::Persons.code()),
        ];
        let code = codes.into_iter().find(|(of, _)| *of == conflict);
        code.map_or(self, |(_, code)| Self::ConflictIn(conflict, vec![FieldError::new(list, code)]))
    }

    /// Whether the caller may not do this, or is not who they say.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        match self {
            Self::Unauthenticated
            | Self::LogInRefused
            | Self::GrantRefused
            | Self::NoOrganisation
            | Self::Forbidden
            | Self::ForbiddenMembers(_)
            | Self::LogInUnconfirmed
            | Self::NotFound => true,
            Self::Invalid(_)
            | Self::Conflict(_)
            | Self::ConflictIn(_, _)
            | Self::UnknownReference(_)
            | Self::Stale(_)
            | Self::StalePart(_)
            | Self::IdempotencyKeyReused
            | Self::InFlight
            | Self::Busy(_)
            | Self::Unavailable(_)
            | Self::Internal(_) => false,
        }
    }

    /// Input wrong in one place.
    pub fn invalid(pointer: impl Into<String>, code: FieldCode) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code)])
    }
}

/// One thing wrong with the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// JSON Pointer (RFC 6901) to the member of the body.
    pub pointer: String,
    /// What is wrong.
    pub code: FieldCode,
    /// Where in the table, if the member is one.
    pub cell: Option<Cell>,
}

/// A place in a table, as a spreadsheet shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The row; the header is row 1.
    pub row: u32,
    /// The name of the column; none for the row as a whole.
    pub column: Option<String>,
}

impl FieldError {
    /// An error of this code at this place.
    pub fn new(pointer: impl Into<String>, code: FieldCode) -> Self {
        Self { pointer: pointer.into(), code, cell: None }
    }

    /// An error of this code in this cell of the table that is at this place.
    pub fn in_cell(pointer: impl Into<String>, cell: Cell, code: FieldCode) -> Self {
        Self { cell: Some(cell), ..Self::new(pointer, code) }
    }
}

/// What a request can contradict; each has its own problem type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Another client of the organisation has this external identifier.
    ExternalIdentifierTaken,
    /// The client with this external identifier has another name or date of birth.
    ClientDiffers,
    /// Another user has this email address.
    EmailTaken,
    /// This user is a member of the organisation already.
    AlreadyMember,
    /// The invitation was accepted, withdrawn or has expired.
    InvitationOver,
    /// An organisation keeps at least one admin.
    LastAdmin,
    /// Nobody gives themself a role.
    OwnRoles,
    /// The client has persons or maps already.
    ClientNotEmpty,
    /// The client has no log-in.
    ClientHasNoLogIn,
    /// Who invited a log-in does not confirm it.
    ConfirmedByInviter,
    /// Too many wrong codes were tried for this log-in.
    CodeClosed,
    /// The client has a log-in already.
    ClientHasLogIn,
    /// The coach has this client already.
    AlreadyAssigned,
    /// An assignment needs a member with the role coach.
    NotACoach,
    /// The assignment has ended already.
    AssignmentEnded,
    /// The person is on this map already.
    AlreadyOnMap,
    /// The person is on a map; take them off it first.
    PersonOnMap,
    /// The map has cards, and removing those is the client's to decide.
    MapHasCards,
    /// The client's own words are on the map, and removing those is the client's to decide.
    MapHasReflections,
    /// There is no room for more of it on the map.
    MapFull,
    /// There is no room for more of it for the client.
    Full(Full),
    /// The two supporters are tied already.
    AlreadyTied,
    /// A member of the request names something that does not exist here.
    UnknownReference,
    /// The support type is used on a map.
    SupportTypeInUse,
    /// The id was chosen by the caller and is taken.
    IdTaken,
    /// A purge needs a suspended organisation.
    OrganisationNotSuspended,
    /// The step from this state of the agreement to that one does not exist.
    AgreementStep,
}
