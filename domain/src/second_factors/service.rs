use super::totp;
use super::{AddedSecondFactor, MAX_SECOND_FACTORS, NewSecondFactor, RECOVERY_CODES, SecondFactor, SecondFactorKind};
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::JobKind;
use crate::mail::notice;
use crate::ports::OwnAccount;
use crate::sessions::Factor;
use crate::{Caller, Conflict, Error, FieldCode, Ports, Result, SecondFactorId, Secret, ShortText, TypedCode, UserId};
use chrono::{DateTime, Utc};

/// Returns the caller's second factors.
pub async fn list(ports: &Ports, caller: &Caller) -> Result<Vec<SecondFactor>> {
    let list = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, false, ports.clock.now()).await?;
        let factors = own.second_factors().await?;
        own.commit().await?;
        Ok(factors)
    };
    ports.audited(AccountTask::ListSecondFactors, Some(caller), list).await
}

/// Adds an authenticator app, which counts once a code confirms it. Replaces one that was never confirmed.
///
/// # Errors
/// [`Error::ConfirmationRequired`]; [`Conflict::TooManySecondFactors`].
pub async fn add(ports: &Ports, caller: &Caller, name: ShortText) -> Result<AddedSecondFactor> {
    let now = ports.clock.now();
    let secret = ports.cipher.random(totp::SECRET_BYTES)?;
    let add = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, now).await?;
        let (account, factors) = own.account_and_second_factors().await?;
        check_room(&factors)?;
        let id: SecondFactorId = ports.ids.next().into();
        let factor =
            SecondFactor { id, kind: SecondFactorKind::Totp, name, confirmed_at: None, used_at: None, created_at: now };
        let encrypted = ports.cipher.encrypt(id.0.as_bytes(), &secret)?;
        own.add_second_factor(&NewSecondFactor { factor: factor.clone(), encrypted }).await?;
        own.commit().await?;
        let (secret, address) = totp::shown(&secret, &account.email)?;
        Ok(AddedSecondFactor { factor, secret, address })
    };
    ports.audited(AccountTask::AddSecondFactor, Some(caller), add).await
}

/// Checks that the account may have one more second factor.
///
/// # Errors
/// [`Conflict::TooManySecondFactors`].
pub(crate) fn check_room(factors: &[SecondFactor]) -> Result<()> {
    let confirmed = factors.iter().filter(|factor| factor.confirmed_at.is_some()).count();
    if confirmed >= MAX_SECOND_FACTORS { Err(Error::Conflict(Conflict::TooManySecondFactors)) } else { Ok(()) }
}

/// Confirms an added authenticator app with a code of it, which then counts as used.
///
/// This session has a second factor from then on, and every other one needs it. With the account's first one come its
/// recovery codes.
///
/// # Errors
/// [`Error::ConfirmationRequired`]; [`Error::NotFound`]; [`Error::Invalid`] for a wrong code.
pub async fn confirm_added(
    ports: &Ports,
    caller: &Caller,
    id: SecondFactorId,
    code: &Secret,
) -> Result<Vec<TypedCode>> {
    let now = ports.clock.now();
    let confirm = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, now).await?;
        let (account, _) = own.account_and_second_factors().await?;
        let stored = own.totp_secrets().await?;
        let pending = stored.iter().find(|stored| stored.id == id && !stored.confirmed).ok_or(Error::NotFound)?;
        let secret = ports.cipher.decrypt(id.0.as_bytes(), &pending.encrypted)?;
        let step = totp::digits(code.expose()).map(|code| totp::step(&secret, &code, now)).transpose()?.flatten();
        let step = step.ok_or_else(|| Error::invalid("/code", FieldCode::WrongCode))?;
        let is_first = !account.has_second_factor;
        own.confirm_second_factor(id, step, now).await?;
        own.confirm_session(Factor::Totp, now).await?;
        let codes = if is_first { new_codes(ports, &mut *own).await? } else { Vec::new() };
        own.tell(notice(ports, JobKind::MailSecondFactorsChanged, caller.user.0, now)).await?;
        own.commit().await?;
        Ok(codes)
    };
    ports.audited(AccountTask::ConfirmSecondFactor, Some(caller), confirm).await
}

/// Removes a second factor; with the last one, also the recovery codes.
///
/// # Errors
/// [`Error::ConfirmationRequired`]; [`Error::NotFound`].
pub async fn remove(ports: &Ports, caller: &Caller, id: SecondFactorId) -> Result<()> {
    let now = ports.clock.now();
    let remove = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, now).await?;
        if !own.remove_second_factor(id).await? {
            return Err(Error::NotFound);
        }
        own.tell(notice(ports, JobKind::MailSecondFactorsChanged, caller.user.0, now)).await?;
        own.commit().await
    };
    ports.audited(AccountTask::RemoveSecondFactor, Some(caller), remove).await
}

/// The number of the caller's recovery codes that were not used yet.
pub async fn recovery_codes_left(ports: &Ports, caller: &Caller) -> Result<u32> {
    let count = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, false, ports.clock.now()).await?;
        let left = own.recovery_codes_left().await?;
        own.commit().await?;
        Ok(left)
    };
    ports.audited(AccountTask::ListSecondFactors, Some(caller), count).await
}

/// Replaces all recovery codes. Returned only here.
///
/// # Errors
/// [`Error::ConfirmationRequired`]; [`Conflict::NoSecondFactor`].
pub async fn replace_recovery_codes(ports: &Ports, caller: &Caller) -> Result<Vec<TypedCode>> {
    let now = ports.clock.now();
    let replace = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, now).await?;
        if !own.account().await?.has_second_factor {
            return Err(Error::Conflict(Conflict::NoSecondFactor));
        }
        let codes = new_codes(ports, &mut *own).await?;
        own.tell(notice(ports, JobKind::MailSecondFactorsChanged, caller.user.0, now)).await?;
        own.commit().await?;
        Ok(codes)
    };
    ports.audited(AccountTask::ReplaceRecoveryCodes, Some(caller), replace).await
}

/// Replaces the recovery codes of the account.
pub(crate) async fn new_codes(ports: &Ports, own: &mut dyn OwnAccount) -> Result<Vec<TypedCode>> {
    let secrets = ports.secrets.as_ref();
    let codes: Vec<_> = (0..RECOVERY_CODES).map(|_| TypedCode::fresh(secrets)).collect::<Result<_>>()?;
    let digests: Vec<_> = codes.iter().map(|code| code.digest(secrets)).collect();
    own.replace_recovery_codes(&digests).await?;
    Ok(codes)
}

/// Uses up a typed code of the caller's account: of a confirmed app, or a recovery code. `None` if it is wrong or used.
pub(crate) async fn give(
    ports: &Ports,
    own: &mut dyn OwnAccount,
    user: UserId,
    code: &Secret,
    now: DateTime<Utc>,
) -> Result<Option<Factor>> {
    let Some(digits) = totp::digits(code.expose()) else {
        let digest = TypedCode::typed(code.expose()).digest(ports.secrets.as_ref());
        if !own.use_recovery_code(digest).await? {
            return Ok(None);
        }
        own.tell(notice(ports, JobKind::MailRecoveryCodeUsed, user.0, now)).await?;
        return Ok(Some(Factor::RecoveryCode));
    };
    for stored in own.totp_secrets().await?.iter().filter(|stored| stored.confirmed) {
        let secret = ports.cipher.decrypt(stored.id.0.as_bytes(), &stored.encrypted)?;
        if let Some(step) = totp::step(&secret, &digits, now)?
            && own.use_step(stored.id, step, now).await?
        {
            return Ok(Some(Factor::Totp));
        }
    }
    Ok(None)
}
