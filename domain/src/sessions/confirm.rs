use super::{Factor, Session};
use crate::accounts::Profile;
use crate::audit::{AccountTask, AuditedAccounts};
use crate::passkeys::{self, PasskeyAnswer};
use crate::second_factors;
use crate::{Caller, Error, FieldCode, Password, Ports, Result, Secret};

/// What the user of a session proves who they are with.
#[derive(Clone, Debug)]
pub enum Proof {
    /// The password, for an account without a second factor.
    Password(Password),
    /// A code of an authenticator app, or a recovery code.
    Code(Secret),
    /// The answer of a passkey.
    Passkey(PasskeyAnswer),
}

/// Confirms the caller's session, which sensitive actions need, and gives it the second factor it waits for.
///
/// # Errors
/// [`Error::Invalid`] for a wrong password, code or passkey, and for a password if the account has a second factor.
pub async fn confirm(ports: &Ports, caller: &Caller, proof: &Proof) -> Result<(Session, Profile)> {
    let confirm = async |passing: &mut AuditedAccounts| match proof {
        Proof::Password(password) => with_password(ports, passing, caller, password).await,
        Proof::Code(code) => with_code(ports, passing, caller, code).await,
        Proof::Passkey(answer) => with_passkey(ports, passing, caller, answer).await,
    };
    ports.audited(AccountTask::ConfirmSession, Some(caller), confirm).await
}

async fn with_password(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    password: &Password,
) -> Result<(Session, Profile)> {
    let mut own = passing.own(caller, false, ports.clock.now()).await?;
    let (account, hash) = (own.account().await?, own.password_hash().await?);
    own.commit().await?;
    if account.has_second_factor {
        return Err(Error::invalid("/code", FieldCode::Required));
    }
    // Hashing is slow: no transaction is open during it.
    if !ports.passwords.verify(password, Some(&hash)).await? {
        return Err(Error::invalid("/password", FieldCode::WrongPassword));
    }
    let now = ports.clock.now();
    let mut own = passing.own(caller, true, now).await?;
    if own.password_hash().await? != hash {
        return Err(Error::invalid("/password", FieldCode::WrongPassword));
    }
    own.confirm_session(Factor::Password, now).await?;
    let current = own.everything().await?;
    own.commit().await?;
    Ok(current)
}

async fn with_code(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    code: &Secret,
) -> Result<(Session, Profile)> {
    let now = ports.clock.now();
    let mut own = passing.own(caller, true, now).await?;
    let factor = second_factors::give(ports, &mut *own, caller.user, code, now).await?;
    let factor = factor.ok_or_else(|| Error::invalid("/code", FieldCode::WrongCode))?;
    own.confirm_session(factor, now).await?;
    let current = own.everything().await?;
    own.commit().await?;
    Ok(current)
}

async fn with_passkey(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    answer: &PasskeyAnswer,
) -> Result<(Session, Profile)> {
    let wrong = || Error::invalid("/passkey", FieldCode::WrongPasskey);
    let used = passkeys::verify_own(ports, passing, caller, answer).await?.ok_or_else(wrong)?;
    let now = ports.clock.now();
    let mut own = passing.own(caller, true, now).await?;
    if !own.use_passkey(&used, now).await? {
        return Err(wrong());
    }
    own.confirm_session(Factor::Passkey, now).await?;
    let current = own.everything().await?;
    own.commit().await?;
    Ok(current)
}
