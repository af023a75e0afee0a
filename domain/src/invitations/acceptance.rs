use crate::accounts::{Account, Email, guessable};
use crate::audit::AccountTask;
use crate::audit::AuditedAccounts;
use crate::log_ins::{ConfirmationCode, NewLogIn};
use crate::vocabulary::Language;
use crate::{
    Conflict, Error, FieldCode, FieldError, MemberId, OrganisationId, Password, Ports, Result, Secret, SecretDigest,
    ShortText, UserId,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Who accepts an invitation.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The invitation's secret.
    pub secret: Secret,
    /// The name of a new user.
    pub name: Option<ShortText>,
    /// A new user's password to be, or the password of the user there is.
    pub password: Password,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The user.
    pub user_id: UserId,
    /// The organisation they are a member of now.
    pub organisation_id: OrganisationId,
    /// Their membership.
    pub member_id: MemberId,
    /// What the client confirms a later log-in with. Only with the first log-in of a client, and only here.
    pub confirmation_code: Option<ConfirmationCode>,
}

/// What the database made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The user.
    pub user_id: UserId,
    /// The organisation they are a member of now.
    pub organisation_id: OrganisationId,
    /// Whether this was the first log-in of a client.
    pub first_log_in: bool,
}

/// An invitation that can be accepted.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Whom it is for.
    pub email: Email,
    /// Who invites.
    pub organisation: ShortText,
    /// The user of that address.
    pub user: Option<KnownUser>,
}

/// The user of an invited address.
#[derive(Clone, Debug)]
pub struct KnownUser {
    /// Id.
    pub id: UserId,
    /// The hash of their password.
    pub password_hash: String,
    /// Whether the address is confirmed, or the account was made in this organisation. Another organisation's administrator may
    /// have made it, for an address that is somebody else's.
    pub usable: bool,
}

/// The user an invitation makes a member.
#[derive(Clone, Debug)]
pub enum Joining {
    /// One there is, whose password was right.
    Known(UserId),
    /// A new one, with the hash of their password.
    New(Account, String),
}

/// Reaches an invitation by its secret, before any organisation.
#[async_trait]
pub trait Acceptances: Send + Sync {
    /// The invitation of this secret, if it can be accepted at this instant: who invited may still give these roles.
    async fn pending(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<Pending>>;
    /// Makes the user a member, at most once however many try at the same time. None if it cannot be accepted.
    ///
    /// # Errors
    /// [`Conflict::EmailTaken`]; [`Conflict::AlreadyMember`]; [`Conflict::ClientHasLogIn`].
    async fn accept(
        &self,
        secret: SecretDigest,
        joining: &Joining,
        member: MemberId,
        log_in: NewLogIn,
        at: DateTime<Utc>,
    ) -> Result<Option<Joined>>;
}

/// The invitation of a secret. Unknown, used, withdrawn and expired are not told apart, nor one whose inviter may not
/// give these roles any more.
///
/// # Errors
/// [`Conflict::InvitationOver`].
pub async fn pending(ports: &Ports, secret: &Secret) -> Result<Pending> {
    let (digest, now) = (ports.secrets.digest(secret), ports.clock.now());
    let read = async |passing: &mut AuditedAccounts<'_>| {
        let pending = passing.accounts().pending(digest, now).await?;
        pending.ok_or(Error::Conflict(Conflict::InvitationOver))
    };
    ports.audited(AccountTask::ReadInvitation, None, read).await
}

/// Accepts an invitation.
///
/// Whoever holds the secret learns of no account: a wrong password for an existing one is [`Error::Invalid`] where the same
/// request for a new one is, after the same work.
///
/// # Errors
/// [`Conflict::InvitationOver`]; [`Error::LogInRefused`] if there is such a user and the password is not theirs, or
/// nobody confirmed the address of an account that another organisation made; [`Error::Invalid`] without a name or a fit password;
/// [`Error::Busy`].
pub async fn accept(ports: &Ports, acceptance: Acceptance, pending: Pending) -> Result<Accepted> {
    let digest = ports.secrets.digest(&acceptance.secret);
    // Hashing takes long: no transaction is open meanwhile.
    let joining = joining(ports, acceptance, pending).await?;
    let code = ConfirmationCode::fresh(ports.secrets.as_ref())?;
    let log_in = NewLogIn { id: ports.ids.next().into(), code: code.digest(ports.secrets.as_ref()) };
    let member_id = ports.ids.next().into();
    let now = ports.clock.now();
    let accept = async |passing: &mut AuditedAccounts<'_>| {
        let joined = passing.accounts().accept(digest, &joining, member_id, log_in, now).await?;
        let joined = joined.ok_or(Error::Conflict(Conflict::InvitationOver))?;
        passing.by(joined.user_id, None);
        Ok(joined)
    };
    let joined = ports.audited(AccountTask::AcceptInvitation, None, accept).await?;
    let Joined { user_id, organisation_id, first_log_in } = joined;
    let confirmation_code = first_log_in.then_some(code);
    Ok(Accepted { user_id, organisation_id, member_id, confirmation_code })
}

async fn joining(ports: &Ports, acceptance: Acceptance, pending: Pending) -> Result<Joining> {
    let errors = unfit(ports, &acceptance, &pending).await?;
    let name = acceptance.name.filter(|_| errors.is_empty());
    if let Some(user) = pending.user {
        let right = ports.passwords.verify(&acceptance.password, Some(&user.password_hash)).await?;
        if right && user.usable {
            return Ok(Joining::Known(user.id));
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
        language: Language::Dutch,
        operator: false,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    Ok(Joining::New(account, hash))
}

/// Why no account could be made of this.
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
