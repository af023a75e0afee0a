//! The errors of use cases.

use crate::clients::Full;
use crate::{FieldCode, Version};
use chrono::TimeDelta;

/// The result of a use case.
///
/// Documented errors are those specific to a function. Any function that accesses the store can also fail with
/// [`Error::Unavailable`] or [`Error::Internal`]; any use case of a caller also with [`Error::Unauthenticated`],
/// [`Error::NoOrganisation`], [`Error::Forbidden`] or [`Error::NotFound`]; and with an idempotency key, with
/// [`Error::IdempotencyKeyReused`] or [`Error::InFlight`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The reason for which a use case fails.
///
/// Messages are for logs and never contain a name, a note or a secret.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The caller is not authenticated, or the session has ended.
    #[error("not authenticated")]
    Unauthenticated,
    /// Log-in refused: unknown user, wrong password or no access, deliberately indistinguishable.
    #[error("log-in refused")]
    LogInRefused,
    /// The refresh token is unknown, used or expired.
    #[error("grant refused")]
    GrantRefused,
    /// The request needs an organisation and the session has not chosen one.
    #[error("no organisation chosen")]
    NoOrganisation,
    /// The caller may read the resource but not perform the action.
    #[error("forbidden")]
    Forbidden,
    /// The caller may perform the action, but not change these members of the body.
    #[error("forbidden in {} place(s)", .0.len())]
    ForbiddenMembers(Vec<FieldError>),
    /// The session lacks the second factor that its account has, or that the user's role needs.
    #[error("second factor required")]
    SecondFactorRequired,
    /// The action needs a confirmation of the session that is no older than this.
    #[error("confirmation required in the last {} s", .0.num_seconds())]
    ConfirmationRequired(TimeDelta),
    /// The action needs a confirmed log-in.
    #[error("log-in not confirmed")]
    LogInUnconfirmed,
    /// The resource does not exist, or the caller may not read it.
    #[error("not found")]
    NotFound,
    /// Invalid input, with every error.
    #[error("invalid input in {} place(s)", .0.len())]
    Invalid(Vec<FieldError>),
    /// The request conflicts with the stored data.
    #[error("conflict: {0:?}")]
    Conflict(Conflict),
    /// The request conflicts with the stored data at these pointers.
    #[error("conflict: {0:?} in {n} place(s)", n = .1.len())]
    ConflictIn(Conflict, Vec<FieldError>),
    /// The request refers to resources that do not exist, with every such reference.
    #[error("unknown reference in {} place(s)", .0.len())]
    UnknownReference(Vec<FieldError>),
    /// The resource has changed since the caller read it; holds the current version.
    #[error("stale: now at version {0}")]
    Stale(Version),
    /// A part of the resource has changed since the caller read it; holds its current version.
    ///
    /// The part has a version of its own.
    #[error("stale: the part is now at version {0}")]
    StalePart(Version),
    /// The idempotency key was used for a different request.
    #[error("idempotency key reused")]
    IdempotencyKeyReused,
    /// A request with the same idempotency key is in progress.
    #[error("idempotent request in flight")]
    InFlight,
    /// Too many concurrent requests; retry after this many seconds.
    #[error("busy, try again in {0} s")]
    Busy(u32),
    /// The database is unreachable or overloaded.
    #[error("unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A defect in this software.
    #[error("internal")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// A defect in this software, with a cause for the log.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// Adds the pointer of the member with the invalid reference, which a repository does not know.
    #[must_use]
    pub fn at(self, pointer: &str) -> Self {
        if matches!(self, Self::Conflict(Conflict::UnknownReference)) {
            return Self::UnknownReference(vec![FieldError::new(pointer, FieldCode::UnknownReference)]);
        }
        self
    }

    /// Adds the pointer of the list with the cause, if the database does not report which entry it is.
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

    /// Whether the error is a failure of authentication or authorization.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        match self {
            Self::Unauthenticated
            | Self::LogInRefused
            | Self::GrantRefused
            | Self::NoOrganisation
            | Self::Forbidden
            | Self::ForbiddenMembers(_)
            | Self::SecondFactorRequired
            | Self::ConfirmationRequired(_)
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

    /// A single error at this pointer.
    pub fn invalid(pointer: impl Into<String>, code: FieldCode) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code)])
    }
}

/// One error in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// JSON Pointer (RFC 6901) to the member of the body.
    pub pointer: String,
    /// The kind of error.
    pub code: FieldCode,
    /// The cell, if the member is a table.
    pub cell: Option<Cell>,
}

/// A cell of a table, as a spreadsheet shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Row number; the header is row 1.
    pub row: u32,
    /// The name of the column; `None` means the whole row.
    pub column: Option<String>,
}

impl FieldError {
    /// Creates an error with this code at this pointer.
    pub fn new(pointer: impl Into<String>, code: FieldCode) -> Self {
        Self { pointer: pointer.into(), code, cell: None }
    }

    /// Creates an error with this code in a cell of the table at this pointer.
    pub fn in_cell(pointer: impl Into<String>, cell: Cell, code: FieldCode) -> Self {
        Self { cell: Some(cell), ..Self::new(pointer, code) }
    }
}

/// The kinds of conflicts between a request and the stored data; each has its own problem type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Another client of the organisation has this external identifier.
    ExternalIdentifierTaken,
    /// The client with this external identifier has another name or date of birth.
    ClientDiffers,
    /// Another user has this email address.
    EmailTaken,
    /// The user is already a member of the organisation.
    AlreadyMember,
    /// The invitation was accepted or withdrawn, or has expired.
    InvitationOver,
    /// The invitation was sent as often as it may be.
    InvitationSentOften,
    /// The administrators of the organisation mailed as many invitations as they may in a day.
    TooManyInvitations,
    /// The secret of a mail is unknown, used or expired, or replaced by that of a later mail.
    LinkOver,
    /// The service sends no mail.
    NoMail,
    /// The account has memberships, or operates the platform.
    AccountInUse,
    /// An organisation must have at least one admin.
    LastAdmin,
    /// Users cannot grant roles to themselves.
    OwnRoles,
    /// The client already has persons or maps.
    ClientNotEmpty,
    /// The client has no log-in.
    ClientHasNoLogIn,
    /// The user who invited a log-in cannot confirm it.
    ConfirmedByInviter,
    /// Too many wrong codes were entered for this log-in.
    CodeClosed,
    /// The client already has a log-in.
    ClientHasLogIn,
    /// The client's consent to this receiver for this purpose is in force.
    ConsentInForce,
    /// The client's record is restricted: only the client reads it.
    Restricted,
    /// The client's record is already restricted.
    AlreadyRestricted,
    /// The client has asked for erasure already, and waits for it.
    ErasureWaiting,
    /// The request for erasure was withdrawn or refused.
    ErasureRequestOver,
    /// The time in which the request for access could be printed is over.
    AccessRequestOver,
    /// The client has a confirmed log-in, and reads the record themselves.
    ClientHasOwnAccess,
    /// A legal hold forbids the erasure of the client's record.
    Held,
    /// The client has a record, which only a request for erasure removes.
    ClientHasRecord,
    /// The coach is already assigned to the client.
    AlreadyAssigned,
    /// The user is not a member with the role coach.
    NotACoach,
    /// The assignment has already ended.
    AssignmentEnded,
    /// The person is already on this map.
    AlreadyOnMap,
    /// The person is on a map and must be taken off it first.
    PersonOnMap,
    /// The map has cards, which only the client may delete.
    MapHasCards,
    /// The map has reflections, which only the client may delete.
    MapHasReflections,
    /// A limit of the map is reached.
    MapFull,
    /// A limit of the client is reached.
    Full(Full),
    /// The two supporters already have a tie.
    AlreadyTied,
    /// A member of the request refers to a resource that does not exist.
    UnknownReference,
    /// The support type is used on a map.
    SupportTypeInUse,
    /// The id chosen by the caller is already in use.
    IdTaken,
    /// The purge of the organisation was not requested, or its waiting time is not over.
    PurgeNotDue,
    /// A legal hold on a record forbids to purge the organisation.
    OrganisationHeld,
    /// The list of records that are kept no longer is another one now.
    RetentionChanged,
    /// The account has no second factor.
    NoSecondFactor,
    /// The account has no passkey.
    NoPasskey,
    /// The service has no relying party for passkeys.
    PasskeysOff,
    /// The account has as many second factors as are allowed.
    TooManySecondFactors,
    /// The organisation has as many identity providers as are allowed.
    TooManyIdentityProviders,
    /// The organisation has as many domains as are allowed.
    TooManyLogInDomains,
    /// The organisation has this domain already.
    DomainTaken,
    /// The record that proves a domain was not found.
    DomainNotProven,
    /// The service has no front end to which a provider could return.
    NoFrontEnd,
    /// The user, or the identity at the provider, is linked already.
    IdentityLinked,
    /// The integration has as many tokens as are allowed.
    TooManyTokens,
    /// Another provisioned member has this user name or address.
    UserNameTaken,
    /// The organisation has as many provisioned members as are allowed.
    TooManyProvisioned,
    /// The agreement's status cannot change from the current to the requested one.
    AgreementStep,
}
