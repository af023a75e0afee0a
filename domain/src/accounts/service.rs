use super::{Account, AccountChanges, Email, NewTokens, Profile, guessable};
use crate::audit::AccountTask;
use crate::audit::AuditedAccounts;
use crate::jobs::JobKind;
use crate::mail::{notice, notice_to_holder};
use crate::vocabulary::Language;
use crate::{Caller, Error, Expected, FieldCode, Password, Ports, Result, ShortText, UserId};

/// Returns the caller's own profile.
pub async fn show(ports: &Ports, caller: &Caller) -> Result<Profile> {
    let read = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, false, ports.clock.now()).await?;
        let (_, profile) = own.everything().await?;
        own.commit().await?;
        Ok(profile)
    };
    ports.audited(AccountTask::ReadAccount, Some(caller), read).await
}

/// Updates the caller's own profile.
///
/// # Errors
/// [`Error::Stale`].
pub async fn update(ports: &Ports, caller: &Caller, expected: &Expected, changes: AccountChanges) -> Result<Profile> {
    let now = ports.clock.now();
    let update = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, now).await?;
        let account = own.account().await?;
        expected.check(account.version)?;
        let seen = account.version;
        let account = changes.apply(account, now);
        own.update_account(&account, seen).await?;
        let profile = Profile { account, memberships: own.memberships().await? };
        own.commit().await?;
        Ok(profile)
    };
    ports.audited(AccountTask::UpdateAccount, Some(caller), update).await
}

/// Changes the caller's own password.
///
/// Ends every other session and replaces the refresh tokens of this one, so that copied credentials become invalid.
///
/// # Errors
/// [`Error::Invalid`] if the current password is wrong or the new one is easily guessed.
pub async fn change_password(ports: &Ports, caller: &Caller, current: &Password, new: &Password) -> Result<NewTokens> {
    let change = async |passing: &mut AuditedAccounts| try_change_password(ports, passing, caller, current, new).await;
    ports.audited(AccountTask::ChangePassword, Some(caller), change).await
}

async fn try_change_password(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    current: &Password,
    new: &Password,
) -> Result<NewTokens> {
    let mut own = passing.own(caller, false, ports.clock.now()).await?;
    let hash = own.password_hash().await?;
    let (account, memberships) = (own.account().await?, own.memberships().await?);
    own.commit().await?;
    // Hashing is slow: no transaction is open during it.
    if !ports.passwords.verify(current, Some(&hash)).await? {
        return Err(Error::invalid("/currentPassword", FieldCode::WrongPassword));
    }
    let names = memberships.iter().map(|membership| membership.name.as_str());
    let words: Vec<_> = [account.name.as_str()].into_iter().chain(names).collect();
    if guessable(ports, new, &account.email, &words).await? {
        return Err(Error::invalid("/newPassword", FieldCode::Guessable));
    }
    let replacement = ports.passwords.hash(new).await?;
    let refresh_token = ports.secrets.fresh()?;
    let now = ports.clock.now();
    let mut own = passing.own(caller, true, now).await?;
    if !own.change_password(&hash, &replacement, ports.secrets.digest(&refresh_token), now).await? {
        // The password changed concurrently, so the one just verified is no longer valid.
        return Err(Error::invalid("/currentPassword", FieldCode::WrongPassword));
    }
    own.tell(notice(ports, JobKind::MailPasswordChanged, caller.user.0, now)).await?;
    let session = own.session().await?;
    own.commit().await?;
    Ok(NewTokens { session, refresh_token })
}

/// Confirms that an address belongs to its account holder.
///
/// With a password, it also sets that password, ends every session and, if the address was unconfirmed, removes the account's
/// second factors and identities at providers. Command line only, not exposed by the API. Returns whether there is such an
/// account.
///
/// # Errors
/// [`Error::Invalid`] if the password is easily guessed.
pub async fn confirm_email(ports: &Ports, email: &Email, password: Option<&Password>) -> Result<bool> {
    let hash = match password {
        Some(password) if guessable(ports, password, email, &[]).await? => {
            return Err(Error::invalid("/password", FieldCode::Guessable));
        }
        Some(password) => Some(ports.passwords.hash(password).await?),
        None => None,
    };
    let (hash, now) = (hash.as_deref(), ports.clock.now());
    let notice = notice_to_holder(ports, JobKind::MailPasswordChanged, now);
    let confirm =
        async |passing: &mut AuditedAccounts| passing.accounts().confirm_email(email, hash, notice.as_ref(), now).await;
    ports.audited(AccountTask::ConfirmEmail, None, confirm).await
}

/// Creates a platform operator. Command line only, not exposed by the API.
///
/// # Errors
/// [`crate::Conflict::EmailTaken`]; [`Error::Invalid`] if the password is easily guessed.
pub async fn create_operator(ports: &Ports, email: Email, name: ShortText, password: &Password) -> Result<UserId> {
    if guessable(ports, password, &email, &[name.as_str()]).await? {
        return Err(Error::invalid("/password", FieldCode::Guessable));
    }
    let password_hash = ports.passwords.hash(password).await?;
    let now = ports.clock.now();
    let account = Account {
        id: ports.ids.next().into(),
        email,
        name,
        language: Language::Dutch,
        operator: true,
        has_second_factor: false,
        needs_second_factor: ports.second_factor_by_default,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let add = async |passing: &mut AuditedAccounts| passing.accounts().add_operator(&account, &password_hash).await;
    ports.audited(AccountTask::AddOperator, None, add).await?;
    Ok(account.id)
}
