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

/// Accepts an invitation. Unknown, used, withdrawn and expired are not told apart.
///
/// # Errors
/// [`Conflict::InvitationOver`]; [`Error::LogInRefused`] if there is such a user and the password is not theirs;
/// [`Error::Invalid`] without a name or a fit password for a new one; [`Error::Busy`].
pub async fn accept(ports: &Ports, acceptance: Acceptance) -> Result<Accepted> {
    let over = || Error::Conflict(Conflict::InvitationOver);
    let digest = ports.secrets.digest(&acceptance.secret);
    let pending = ports.system.pending(digest, ports.clock.now()).await?.ok_or_else(over)?;
    // Hashing takes long: no transaction is open meanwhile.
    let joining = joining(ports, acceptance, pending).await?;
    let accepted = ports.system.accept(digest, &joining, ports.ids.next().into(), ports.clock.now()).await?;
    accepted.ok_or_else(over)
}

async fn joining(ports: &Ports, acceptance: Acceptance, pending: Pending) -> Result<Joining> {
    if let Some((user, hash)) = pending.user {
        let right = ports.passwords.verify(&acceptance.password, Some(&hash)).await?;
        return if right { Ok(Joining::Known(user)) } else { Err(Error::LogInRefused) };
    }
    let mut errors = Vec::new();
    if acceptance.name.is_none() {
        errors.push(FieldError::new("/name", "required"));
    }
    if Password::chosen(acceptance.password.expose()).is_none() {
        errors.push(FieldError::new("/password", "too-short"));
    } else if tells(&acceptance.password, &pending.email) {
        errors.push(FieldError::new("/password", "guessable"));
    }
    let Some(name) = acceptance.name.filter(|_| errors.is_empty()) else { return Err(Error::Invalid(errors)) };
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

/// Whether the password holds the name of the mailbox: the first thing an attacker tries.
fn tells(password: &Password, email: &Email) -> bool {
    let mailbox = email.as_str().split('@').next().unwrap_or_default();
    mailbox.chars().count() >= 4 && password.expose().to_lowercase().contains(mailbox)
}
