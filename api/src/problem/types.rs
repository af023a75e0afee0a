//! The types of problems: a closed list, each with its status.

use crate::locale;
use actix_web::http::StatusCode;
use domain::Conflict;
use domain::vocabulary::Language;

/// Declares the types: status and name, which `/problems/{name}` and the messages `{name}` and `{name}-detail` have.
macro_rules! problem_types {
    ($($variant:ident = $status:ident $name:literal,)+) => {
        /// What kind of problem it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum ProblemType { $($variant),+ }

        impl ProblemType {
            /// Every type.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in addresses.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            pub(crate) fn status(self) -> StatusCode {
                match self { $(Self::$variant => StatusCode::$status),+ }
            }
        }
    };
}

problem_types! {
    InvalidRequest = BAD_REQUEST "invalid-request",
    GrantRefused = BAD_REQUEST "grant-refused",
    CrossOriginRefused = BAD_REQUEST "cross-origin-refused",
    NotAuthenticated = UNAUTHORIZED "not-authenticated",
    LogInRefused = UNAUTHORIZED "log-in-refused",
    ConfirmationRequired = UNAUTHORIZED "confirmation-required",
    NoOrganisation = FORBIDDEN "no-organisation",
    Forbidden = FORBIDDEN "forbidden",
    LogInUnconfirmed = FORBIDDEN "log-in-unconfirmed",
    SecondFactorRequired = FORBIDDEN "second-factor-required",
    NotFound = NOT_FOUND "not-found",
    MethodNotAllowed = METHOD_NOT_ALLOWED "method-not-allowed",
    NotAcceptable = NOT_ACCEPTABLE "not-acceptable",
    Stale = PRECONDITION_FAILED "stale",
    IfNoneMatchRequired = PRECONDITION_REQUIRED "if-none-match-required",
    PreconditionRequired = PRECONDITION_REQUIRED "precondition-required",
    IdempotencyKeyReused = UNPROCESSABLE_ENTITY "idempotency-key-reused",
    InFlight = CONFLICT "in-flight",
    TooManyRequests = TOO_MANY_REQUESTS "too-many-requests",
    Unavailable = SERVICE_UNAVAILABLE "unavailable",
    Internal = INTERNAL_SERVER_ERROR "internal",
    PayloadTooLarge = PAYLOAD_TOO_LARGE "payload-too-large",
    UnsupportedContentEncoding = UNSUPPORTED_MEDIA_TYPE "unsupported-content-encoding",
    UnsupportedMediaType = UNSUPPORTED_MEDIA_TYPE "unsupported-media-type",
    UriTooLong = URI_TOO_LONG "uri-too-long",
    RequestTimeout = REQUEST_TIMEOUT "request-timeout",
    ExternalIdentifierTaken = CONFLICT "external-identifier-taken",
    EmailTaken = CONFLICT "email-taken",
    AlreadyMember = CONFLICT "already-member",
    InvitationOver = CONFLICT "invitation-over",
    InvitationSentOften = CONFLICT "invitation-sent-often",
    TooManyInvitations = CONFLICT "too-many-invitations",
    LinkOver = CONFLICT "link-over",
    NoMail = CONFLICT "no-mail",
    AccountInUse = CONFLICT "account-in-use",
    LastAdmin = CONFLICT "last-admin",
    ClientNotEmpty = CONFLICT "client-not-empty",
    ClientDiffers = CONFLICT "client-differs",
    ClientHasLogIn = CONFLICT "client-has-log-in",
    ConsentInForce = CONFLICT "consent-in-force",
    Restricted = CONFLICT "restricted",
    AlreadyRestricted = CONFLICT "already-restricted",
    ErasureWaiting = CONFLICT "erasure-waiting",
    ErasureRequestOver = CONFLICT "erasure-request-over",
    AccessRequestOver = CONFLICT "access-request-over",
    ClientHasOwnAccess = CONFLICT "client-has-own-access",
    Held = CONFLICT "held",
    ClientHasRecord = CONFLICT "client-has-record",
    AlreadyAssigned = CONFLICT "already-assigned",
    NotACoach = CONFLICT "not-a-coach",
    AssignmentEnded = CONFLICT "assignment-ended",
    AlreadyOnMap = CONFLICT "already-on-map",
    PersonOnMap = CONFLICT "person-on-map",
    MapHasCards = CONFLICT "map-has-cards",
    OwnRoles = CONFLICT "own-roles",
    ClientHasNoLogIn = CONFLICT "client-has-no-log-in",
    ConfirmedByInviter = CONFLICT "confirmed-by-inviter",
    CodeClosed = CONFLICT "code-closed",
    MapHasReflections = CONFLICT "map-has-reflections",
    MapFull = CONFLICT "map-full",
    Full = CONFLICT "full",
    AlreadyTied = CONFLICT "already-tied",
    UnknownReference = CONFLICT "unknown-reference",
    SupportTypeInUse = CONFLICT "support-type-in-use",
    IdTaken = CONFLICT "id-taken",
    PurgeNotDue = CONFLICT "purge-not-due",
    OrganisationHeld = CONFLICT "organisation-held",
    RetentionChanged = CONFLICT "retention-changed",
    AgreementStep = CONFLICT "agreement-step",
    NoSecondFactor = CONFLICT "no-second-factor",
    TooManySecondFactors = CONFLICT "too-many-second-factors",
    NoPasskey = CONFLICT "no-passkey",
    PasskeysOff = CONFLICT "passkeys-off",
    TooManyIdentityProviders = CONFLICT "too-many-identity-providers",
    TooManyLogInDomains = CONFLICT "too-many-log-in-domains",
    DomainTaken = CONFLICT "domain-taken",
    DomainNotProven = CONFLICT "domain-not-proven",
    NoFrontEnd = CONFLICT "no-front-end",
    IdentityLinked = CONFLICT "identity-linked",
    TooManyTokens = CONFLICT "too-many-tokens",
    UserNameTaken = CONFLICT "user-name-taken",
    TooManyProvisioned = CONFLICT "too-many-provisioned",
    NotImplemented = NOT_IMPLEMENTED "not-implemented",
}

impl ProblemType {
    /// The type of this name; none if there is none.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.name() == name)
    }

    /// Title, and what to do about it.
    pub(crate) fn texts(self, language: Language) -> (String, String) {
        let text = |key: &str| locale::message(language, key, None).unwrap_or_default();
        (text(self.name()), text(&format!("{}-detail", self.name())))
    }
}

impl From<Conflict> for ProblemType {
    fn from(conflict: Conflict) -> Self {
        match conflict {
            Conflict::ExternalIdentifierTaken => Self::ExternalIdentifierTaken,
            Conflict::ClientDiffers => Self::ClientDiffers,
            Conflict::EmailTaken => Self::EmailTaken,
            Conflict::AlreadyMember => Self::AlreadyMember,
            Conflict::InvitationOver => Self::InvitationOver,
            Conflict::InvitationSentOften => Self::InvitationSentOften,
            Conflict::TooManyInvitations => Self::TooManyInvitations,
            Conflict::LinkOver => Self::LinkOver,
            Conflict::NoMail => Self::NoMail,
            Conflict::AccountInUse => Self::AccountInUse,
            Conflict::LastAdmin => Self::LastAdmin,
            Conflict::OwnRoles => Self::OwnRoles,
            Conflict::ClientNotEmpty => Self::ClientNotEmpty,
            Conflict::ClientHasNoLogIn => Self::ClientHasNoLogIn,
            Conflict::ConfirmedByInviter => Self::ConfirmedByInviter,
            Conflict::CodeClosed => Self::CodeClosed,
            Conflict::ClientHasLogIn => Self::ClientHasLogIn,
            Conflict::ConsentInForce => Self::ConsentInForce,
            Conflict::Restricted => Self::Restricted,
            Conflict::AlreadyRestricted => Self::AlreadyRestricted,
            Conflict::ErasureWaiting => Self::ErasureWaiting,
            Conflict::ErasureRequestOver => Self::ErasureRequestOver,
            Conflict::AccessRequestOver => Self::AccessRequestOver,
            Conflict::ClientHasOwnAccess => Self::ClientHasOwnAccess,
            Conflict::Held => Self::Held,
            Conflict::ClientHasRecord => Self::ClientHasRecord,
            Conflict::AlreadyAssigned => Self::AlreadyAssigned,
            Conflict::NotACoach => Self::NotACoach,
            Conflict::AssignmentEnded => Self::AssignmentEnded,
            Conflict::AlreadyOnMap => Self::AlreadyOnMap,
            Conflict::PersonOnMap => Self::PersonOnMap,
            Conflict::MapHasCards => Self::MapHasCards,
            Conflict::MapHasReflections => Self::MapHasReflections,
            Conflict::MapFull => Self::MapFull,
            Conflict::Full(_) => Self::Full,
            Conflict::AlreadyTied => Self::AlreadyTied,
            Conflict::UnknownReference => Self::UnknownReference,
            Conflict::SupportTypeInUse => Self::SupportTypeInUse,
            Conflict::IdTaken => Self::IdTaken,
            Conflict::PurgeNotDue => Self::PurgeNotDue,
            Conflict::OrganisationHeld => Self::OrganisationHeld,
            Conflict::RetentionChanged => Self::RetentionChanged,
            Conflict::AgreementStep => Self::AgreementStep,
            Conflict::NoSecondFactor => Self::NoSecondFactor,
            Conflict::TooManySecondFactors => Self::TooManySecondFactors,
            Conflict::NoPasskey => Self::NoPasskey,
            Conflict::PasskeysOff => Self::PasskeysOff,
            Conflict::TooManyIdentityProviders => Self::TooManyIdentityProviders,
            Conflict::TooManyLogInDomains => Self::TooManyLogInDomains,
            Conflict::DomainTaken => Self::DomainTaken,
            Conflict::DomainNotProven => Self::DomainNotProven,
            Conflict::NoFrontEnd => Self::NoFrontEnd,
            Conflict::IdentityLinked => Self::IdentityLinked,
            Conflict::TooManyTokens => Self::TooManyTokens,
            Conflict::UserNameTaken => Self::UserNameTaken,
            Conflict::TooManyProvisioned => Self::TooManyProvisioned,
        }
    }
}
