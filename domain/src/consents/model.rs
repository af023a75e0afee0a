use crate::access::Attributes;
use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::vocabulary::Language;
use crate::{ClientId, ConsentId, Error, FieldCode, FieldError, IntegrationId, Result, ShortText, UserId, storable};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

crate::vocabulary::words! {
    /// What a consent allows.
    pub enum Purpose {
        /// The receiver reads the client's cards.
        ReadCards = "read-cards", "MLM-kaarten ophalen", "Fetch cards";
    }
}

crate::vocabulary::words! {
    /// How a consent was given.
    pub enum Manner {
        /// By the client, with their own log-in.
        OwnLogIn = "own-log-in", "Met eigen inlog", "With their own log-in";
        /// To a coach, face to face.
        InPerson = "in-person", "In een gesprek", "In person";
        /// To a coach, by phone.
        ByPhone = "by-phone", "Telefonisch", "By phone";
        /// On a form that the client signed.
        OnPaper = "on-paper", "Op papier", "On paper";
    }
}

/// An external system as a client sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    /// The integration.
    pub id: IntegrationId,
    /// Its name.
    pub name: ShortText,
}

impl Disclosure for Receiver {}

/// A record that a client consented, and of the withdrawal. Neither is ever removed while the client exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Unique identifier.
    pub id: ConsentId,
    /// The client.
    pub client_id: ClientId,
    /// The system that receives, by the name it had when the consent was given.
    pub receiver: Receiver,
    /// What the receiver may do.
    pub purpose: Purpose,
    /// How it was given.
    pub manner: Manner,
    /// The version of the text that the client saw or heard.
    pub text_version: ShortText,
    /// The language of that text.
    pub text_language: Language,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// The user who recorded it: the client, or a coach.
    pub recorded_by: NamedUser,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// When it was withdrawn; `None` while it is in force.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The user who withdrew it.
    pub withdrawn_by: Option<NamedUser>,
}

impl Disclosure for Consent {}

/// Input for recording a consent.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// The integration that receives.
    pub receiver: IntegrationId,
    /// What the receiver may do.
    pub purpose: Purpose,
    /// How it was given. Coaches say so; of the client it follows from the log-in.
    pub manner: Option<Manner>,
    /// The version of the text that the client saw or heard.
    pub text_version: ShortText,
    /// The language of that text.
    pub text_language: Language,
    /// When it was given; `None` means now. Coaches only.
    pub given_at: Option<DateTime<Utc>>,
}

impl NewConsent {
    /// How and when it was given, for a consent recorded by this user at `now`.
    ///
    /// # Errors
    /// [`Error::ForbiddenMembers`] if the client says how or when; [`Error::Invalid`] if a coach does not say how, or for an
    /// instant in the future.
    pub(super) fn given(&self, client: &Attributes, by: UserId, now: DateTime<Utc>) -> Result<(Manner, DateTime<Utc>)> {
        manner_of(client, by, now, self.manner, ("/givenAt", self.given_at))
    }
}

/// How and when a client said something that this user records at `now`. `at` is the instant, with its member of the body.
///
/// # Errors
/// [`Error::ForbiddenMembers`] if the client says how or when; [`Error::Invalid`] if another does not say how, or for an instant
/// in the future.
pub(crate) fn manner_of(
    client: &Attributes,
    by: UserId,
    now: DateTime<Utc>,
    manner: Option<Manner>,
    (pointer, at): (&str, Option<DateTime<Utc>>),
) -> Result<(Manner, DateTime<Utc>)> {
    if client.is(by) {
        let said = [("/manner", manner.is_some()), (pointer, at.is_some())];
        let said = said.into_iter().filter(|(_, said)| *said);
        let errors: Vec<_> = said.map(|(at, _)| FieldError::new(at, FieldCode::Forbidden)).collect();
        return if errors.is_empty() { Ok((Manner::OwnLogIn, now)) } else { Err(Error::ForbiddenMembers(errors)) };
    }
    let mut errors = Vec::new();
    match manner {
        None => errors.push(FieldError::new("/manner", FieldCode::Required)),
        Some(Manner::OwnLogIn) => errors.push(FieldError::new("/manner", FieldCode::Forbidden)),
        Some(Manner::InPerson | Manner::ByPhone | Manner::OnPaper) => {}
    }
    if at.is_some_and(|at| at > now) {
        errors.push(FieldError::new(pointer, FieldCode::InTheFuture));
    }
    match manner {
        Some(manner) if errors.is_empty() => Ok((manner, at.map_or(now, storable))),
        Some(_) | None => Err(Error::Invalid(errors)),
    }
}
