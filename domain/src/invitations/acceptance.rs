use crate::access::Roles;
use crate::accounts::{Account, Email, guessable};
use crate::audit::AccountTask;
use crate::audit::AuditedAccounts;
use crate::jobs::{JobKind, NewJob};
use crate::log_ins::NewLogIn;
use crate::mail::notice_to_holder;
use crate::second_factors::SecondFactorState;
use crate::sessions::{self, LogInProof, LoggedIn};
use crate::vocabulary::Language;
use crate::{
    Conflict, Error, FieldCode, FieldError, MemberId, OrganisationId, Password, Ports, Result, Secret, SecretDigest,
    ShortText, TypedCode, UserId,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The input for accepting an invitation.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The secret of the invitation.
    pub secret: Secret,
    /// The address of the account, if the invitation names none.
    pub email: Option<Email>,
    /// The name of a new user.
    pub name: Option<ShortText>,
    /// The password to set for a new user or a member who is invited again, or the current password of an existing user.
    pub password: Password,
}

/// The result of accepting an invitation.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The user who accepted.
    pub user_id: UserId,
    /// The organisation that the user joined.
    pub organisation_id: OrganisationId,
    /// The id of the new membership.
    pub member_id: MemberId,
    /// The code with which the client can confirm a later log-in.
    ///
    /// Only for a client's first log-in, and returned only here.
    pub confirmation_code: Option<TypedCode>,
    /// The session that was started in the organisation; `None` if the user has to log in.
    pub log_in: Option<LoggedIn>,
}

impl Accepted {
    /// Whether the user proved who they are: a session that waits for a second factor is no proof.
    #[must_use]
    pub fn is_proof(&self) -> bool {
        self.log_in.as_ref().is_some_and(|logged_in| logged_in.second_factor != SecondFactorState::Expected)
    }
}

/// The result of storing an acceptance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The user who joined.
    pub user_id: UserId,
    /// The organisation that the user joined.
    pub organisation_id: OrganisationId,
    /// Whether this was the first log-in of a client.
    pub first_log_in: bool,
}

/// What the holder of an invitation's secret may know before accepting it.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The invited address, if the invitation names one.
    pub email: Option<Email>,
    /// The name of the inviting organisation.
    pub organisation: ShortText,
    /// The name of the inviter, while the account exists.
    pub invited_by: Option<ShortText>,
    /// The roles to get.
    pub roles: Roles,
    /// The language of the invitation, if it has one.
    pub language: Option<Language>,
    /// The member who is invited again, if it is one.
    pub member_id: Option<MemberId>,
    /// When the invitation expires.
    pub expires_at: DateTime<Utc>,
}

/// An invitation that can be accepted, with the address of the account.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The invited address, or the one that the user gave.
    pub email: Email,
    /// The name of the inviting organisation.
    pub organisation: ShortText,
    /// The language of the invitation, if it has one.
    pub language: Option<Language>,
    /// The existing user with that address, if any.
    pub user: Option<KnownUser>,
    /// The member who is invited again, if it is one.
    pub member_id: Option<MemberId>,
}

/// The existing user with the address.
#[derive(Clone, Debug)]
pub struct KnownUser {
    /// Unique identifier.
    pub id: UserId,
    /// The user's password hash.
    pub password_hash: String,
    /// Whether the address is confirmed, or the account was created in this organisation.
    ///
    /// Otherwise an administrator of another organisation may have created it with the address of another person.
    pub usable: bool,
}

/// The user whom an invitation makes a member.
#[derive(Clone, Debug)]
pub enum Joining {
    /// An existing user, whose password was verified.
    Known(UserId),
    /// A new account, with its password hash.
    New(Account, String),
    /// A member who is invited again, with the hash of the new password.
    Again(MemberId, UserId, String),
}

/// Accesses an invitation by its secret, outside any organisation.
#[async_trait]
pub trait Acceptances: Send + Sync {
    /// Returns the invitation with this secret if it can be accepted at this instant, and the existing user with its
    /// address, or with `email` if it names none.
    ///
    /// The inviter must still be allowed to grant its roles.
    async fn offer(
        &self,
        secret: SecretDigest,
        email: Option<&Email>,
        at: DateTime<Utc>,
    ) -> Result<Option<(Offer, Option<KnownUser>)>>;
    /// Makes the user a member, at most once regardless of concurrent requests.
    ///
    /// A member who is invited again gets the password and the notice, and loses every session and, unless the account is a member of
    /// another organisation or operates the platform, every second factor.
    ///
    /// `None` if the invitation cannot be accepted.
    ///
    /// # Errors
    /// [`Conflict::EmailTaken`]; [`Conflict::AlreadyMember`]; [`Conflict::ClientHasLogIn`].
    async fn accept(
        &self,
        secret: SecretDigest,
        joining: &Joining,
        member: MemberId,
        log_in: NewLogIn,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<Option<Joined>>;
}

/// Tells the holder of a secret who invites them, and to what; not whether the address has an account.
///
/// # Errors
/// [`Conflict::InvitationOver`], as [`pending`].
pub async fn look_up(ports: &Ports, secret: &Secret) -> Result<Offer> {
    Ok(offer(ports, secret, None).await?.0)
}

/// Returns the invitation with this secret.
///
/// An unknown, used, withdrawn or expired secret, and an inviter who may no longer grant the roles, are
/// indistinguishable.
///
/// # Errors
/// [`Conflict::InvitationOver`]; [`Error::Invalid`] if neither the invitation nor the user names an address.
pub async fn pending(ports: &Ports, acceptance: &Acceptance) -> Result<Pending> {
    let (offer, user) = offer(ports, &acceptance.secret, acceptance.email.as_ref()).await?;
    let email = offer.email.or_else(|| acceptance.email.clone());
    let email = email.ok_or_else(|| Error::invalid("/email", FieldCode::Required))?;
    let Offer { organisation, language, member_id, .. } = offer;
    Ok(Pending { email, organisation, language, user, member_id })
}

async fn offer(ports: &Ports, secret: &Secret, email: Option<&Email>) -> Result<(Offer, Option<KnownUser>)> {
    let (digest, now) = (ports.secrets.digest(secret), ports.clock.now());
    let read = async |passing: &mut AuditedAccounts| {
        let offer = passing.accounts().offer(digest, email, now).await?;
        offer.ok_or(Error::Conflict(Conflict::InvitationOver))
    };
    ports.audited(AccountTask::ReadInvitation, None, read).await
}

/// Accepts an invitation, and logs in to its organisation.
///
/// The session is started as by a log-in, and with nothing that a log-in does not demand.
///
/// The holder of the secret cannot learn whether an account exists: a wrong password for an existing account and an
/// invalid request for a new one give the same [`Error::Invalid`] after the same work.
///
/// # Errors
/// [`Conflict::InvitationOver`]; [`Error::LogInRefused`] if the user exists and the password is wrong, or if another
/// organisation created the account and its address is not confirmed; [`Error::Invalid`] without a name or an
/// acceptable password; [`Error::Busy`].
pub async fn accept(ports: &Ports, acceptance: Acceptance, pending: Pending) -> Result<Accepted> {
    let digest = ports.secrets.digest(&acceptance.secret);
    // Hashing is slow: no transaction is open during it.
    let (joining, password_hash) = joining(ports, acceptance, pending).await?;
    let code = TypedCode::fresh(ports.secrets.as_ref())?;
    let log_in = NewLogIn { id: ports.ids.next().into(), code: code.digest(ports.secrets.as_ref()) };
    let member_id = match &joining {
        Joining::Again(member, ..) => *member,
        Joining::Known(_) | Joining::New(..) => ports.ids.next().into(),
    };
    let now = ports.clock.now();
    let notice = notice_to_holder(ports, JobKind::MailPasswordChanged, now);
    let accept = async |passing: &mut AuditedAccounts| {
        let joined = passing.accounts().accept(digest, &joining, member_id, log_in, notice.as_ref(), now).await?;
        let joined = joined.ok_or(Error::Conflict(Conflict::InvitationOver))?;
        let session = sessions::new(ports, joined.user_id, Some(joined.organisation_id));
        let session = sessions::start(ports, passing, session, LogInProof::Password(password_hash)).await?;
        Ok((joined, session))
    };
    let (joined, log_in) = ports.audited(AccountTask::AcceptInvitation, None, accept).await?;
    let Joined { user_id, organisation_id, first_log_in } = joined;
    let confirmation_code = first_log_in.then_some(code);
    Ok(Accepted { user_id, organisation_id, member_id, confirmation_code, log_in })
}

/// The user who joins, and the hash of the password that was verified or chosen.
async fn joining(ports: &Ports, acceptance: Acceptance, pending: Pending) -> Result<(Joining, String)> {
    let errors = unfit(ports, &acceptance, &pending).await?;
    let name = acceptance.name.filter(|_| errors.is_empty());
    if let Some(member) = pending.member_id {
        let user = pending.user.ok_or(Error::Conflict(Conflict::InvitationOver))?;
        let errors: Vec<_> = errors.into_iter().filter(|error| error.pointer == "/password").collect();
        if !errors.is_empty() {
            return Err(Error::Invalid(errors));
        }
        let hash = ports.passwords.hash(&acceptance.password).await?;
        return Ok((Joining::Again(member, user.id, hash.clone()), hash));
    }
    if let Some(user) = pending.user {
        let right = ports.passwords.verify(&acceptance.password, Some(&user.password_hash)).await?;
        if right && user.usable {
            return Ok((Joining::Known(user.id), user.password_hash));
        }
        return Err(if errors.is_empty() { Error::LogInRefused } else { Error::Invalid(errors) });
    }
    let Some(name) = name else {
        // The same work as for an existing account.
        ports.passwords.verify(&acceptance.password, None).await?;
        return Err(Error::Invalid(errors));
    };
    let hash = ports.passwords.hash(&acceptance.password).await?;
    let now = ports.clock.now();
    let account = Account {
        id: ports.ids.next().into(),
        email: pending.email,
        name,
        language: pending.language.unwrap_or_default(),
        operator: false,
        has_second_factor: false,
        needs_second_factor: false,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    Ok((Joining::New(account, hash.clone()), hash))
}

/// The errors for which no account can be created from this input.
///
/// # Errors
/// [`Error::Busy`].
async fn unfit(ports: &Ports, acceptance: &Acceptance, pending: &Pending) -> Result<Vec<FieldError>> {
    let mut errors = Vec::new();
    if acceptance.name.is_none() {
        errors.push(FieldError::new("/name", FieldCode::Required));
    }
    if Password::chosen(acceptance.password.expose()).is_none() {
        errors.push(FieldError::new("/password", FieldCode::TooShort(Password::MIN)));
    } else {
        let words: Vec<_> = acceptance.name.iter().chain([&pending.organisation]).map(ShortText::as_str).collect();
        if guessable(ports, &acceptance.password, &pending.email, &words).await? {
            errors.push(FieldError::new("/password", FieldCode::Guessable));
        }
    }
    Ok(errors)
}
