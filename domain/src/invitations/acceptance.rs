use crate::accounts::{Account, Email};
use crate::vocabulary::Language;
use crate::{
    Conflict, Error, FieldError, MemberId, OrganisationId, Password, Ports, Result, Secret, SecretDigest, ShortText,
    UserId,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The user.
    pub user_id: UserId,
    /// The organisation they are a member of now.
    pub organisation_id: OrganisationId,
    /// Their membership.
    pub member_id: MemberId,
}

/// An invitation that can be accepted.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Whom it is for.
    pub email: Email,
    /// The user of that address, with the hash of their password.
    pub user: Option<(UserId, String)>,
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
    /// The invitation of this secret, if it can be accepted at this instant.
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
        at: DateTime<Utc>,
    ) -> Result<Option<Accepted>>;
}

/// The invitation of a secret. Unknown, used, withdrawn and expired are not told apart.
///
/// # Errors
/// [`Conflict::InvitationOver`].
pub async fn pending(ports: &Ports, secret: &Secret) -> Result<Pending> {
    let pending = ports.system.pending(ports.secrets.digest(secret), ports.clock.now()).await?;
    pending.ok_or(Error::Conflict(Conflict::InvitationOver))
}

/// Accepts an invitation.
///
/// Whoever holds the secret learns of no account: a wrong password for an existing one is [`Error::Invalid`] where the same
/// request for a new one is, after the same work.
///
/// # Errors
/// [`Conflict::InvitationOver`]; [`Error::LogInRefused`] if there is such a user and the password is not theirs;
/// [`Error::Invalid`] without a name or a fit password; [`Error::Busy`].
pub async fn accept(ports: &Ports, acceptance: Acceptance, pending: Pending) -> Result<Accepted> {
    let digest = ports.secrets.digest(&acceptance.secret);
    // Hashing takes long: no transaction is open meanwhile.
    let joining = joining(ports, acceptance, pending).await?;
    let accepted = ports.system.accept(digest, &joining, ports.ids.next().into(), ports.clock.now()).await?;
    accepted.ok_or(Error::Conflict(Conflict::InvitationOver))
}

async fn joining(ports: &Ports, acceptance: Acceptance, pending: Pending) -> Result<Joining> {
    let errors = unfit(&acceptance, &pending.email);
    let name = acceptance.name.filter(|_| errors.is_empty());
    if let Some((user, hash)) = pending.user {
        let right = ports.passwords.verify(&acceptance.password, Some(&hash)).await?;
        if right {
            return Ok(Joining::Known(user));
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
fn unfit(acceptance: &Acceptance, email: &Email) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if acceptance.name.is_none() {
        errors.push(FieldError::new("/name", "required"));
    }
    if Password::chosen(acceptance.password.expose()).is_none() {
        errors.push(FieldError::new("/password", "too-short"));
    } else if tells(&acceptance.password, email) {
        errors.push(FieldError::new("/password", "guessable"));
    }
    errors
}

/// Whether the password holds the name of the mailbox: the first thing an attacker tries.
fn tells(password: &Password, email: &Email) -> bool {
    let mailbox = email.as_str().split('@').next().unwrap_or_default();
    mailbox.chars().count() >= 4 && password.expose().to_lowercase().contains(mailbox)
}
