use super::{Account, AccountChanges, Email, Profile};
use crate::vocabulary::Language;
use crate::{Caller, Error, Expected, Password, Ports, Result, ShortText, UserId};

/// One's own profile.
///
/// # Errors
/// Only the general ones.
pub async fn show(ports: &Ports, caller: &Caller) -> Result<Profile> {
    let mut own = ports.system.own(caller, false, ports.clock.now()).await?;
    let profile = Profile { account: own.account().await?, memberships: own.memberships().await? };
    own.commit().await?;
    Ok(profile)
}

/// Changes one's own profile.
///
/// # Errors
/// [`Error::Stale`].
pub async fn update(ports: &Ports, caller: &Caller, expected: &Expected, changes: AccountChanges) -> Result<Profile> {
    let now = ports.clock.now();
    let mut own = ports.system.own(caller, true, now).await?;
    let account = own.account().await?;
    expected.check(account.version)?;
    let seen = account.version;
    let account = changes.apply(account, now);
    own.update_account(&account, seen).await?;
    let profile = Profile { account, memberships: own.memberships().await? };
    own.commit().await?;
    Ok(profile)
}

/// Changes one's own password and ends every other session.
///
/// # Errors
/// [`Error::Invalid`] if the current password is not right.
pub async fn change_password(ports: &Ports, caller: &Caller, current: &Password, new: &Password) -> Result<()> {
    let mut own = ports.system.own(caller, false, ports.clock.now()).await?;
    let hash = own.password_hash().await?;
    own.commit().await?;
    // Hashing takes long: no transaction is open meanwhile.
    if !ports.passwords.verify(current, Some(&hash)).await? {
        return Err(Error::invalid("/currentPassword", "wrong-password"));
    }
    let replacement = ports.passwords.hash(new).await?;
    let now = ports.clock.now();
    let mut own = ports.system.own(caller, true, now).await?;
    if !own.change_password(&hash, &replacement, now).await? {
        // Changed meanwhile: what was right a moment ago no longer is.
        return Err(Error::invalid("/currentPassword", "wrong-password"));
    }
    own.commit().await
}

/// Confirms that an address is its account holder's; with a password, gives the account to who has the address: it gets that
/// password, and every session ends. For the command line: nobody can do this over the API. Says whether there is such an account.
///
/// # Errors
/// Only the general ones.
pub async fn confirm_email(ports: &Ports, email: &Email, password: Option<&Password>) -> Result<bool> {
    let hash = match password {
        Some(password) => Some(ports.passwords.hash(password).await?),
        None => None,
    };
    ports.system.confirm_email(email, hash.as_deref(), ports.clock.now()).await
}

/// Creates a user who runs the platform. For the command line: nobody can do this over the API.
///
/// # Errors
/// [`crate::Conflict::EmailTaken`].
pub async fn create_operator(ports: &Ports, email: Email, name: ShortText, password: &Password) -> Result<UserId> {
    let password_hash = ports.passwords.hash(password).await?;
    let now = ports.clock.now();
    let account = Account {
        id: ports.ids.next().into(),
        email,
        name,
        language: Language::Dutch,
        operator: true,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    ports.system.add_operator(&account, &password_hash).await?;
    Ok(account.id)
}
