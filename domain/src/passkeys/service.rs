use super::{
    Begun, CEREMONY_LASTS, CeremonyKind, Challenge, NewCeremony, NewPasskey, PasskeyAnswer, PasskeyLogIn, Passkeys,
    StoredPasskey, UsedPasskey, VerifiedPasskey,
};
use crate::accounts::Email;
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::JobKind;
use crate::mail::notice;
use crate::second_factors::{self, SecondFactor, SecondFactorKind};
use crate::sessions::{self, Factor, LogInProof, LoggedIn};
use crate::{Caller, Conflict, Error, FieldCode, Ports, Result, Secret, SecretDigest, ShortText, TypedCode, UserId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Begins a log-in with a passkey.
///
/// An address without passkeys gets a challenge for made-up ones, after the same work.
///
/// # Errors
/// [`Conflict::PasskeysOff`].
pub async fn begin_log_in(ports: &Ports, email: &Email) -> Result<Challenge> {
    let passkeys = configured(ports)?;
    let begin = async |passing: &mut AuditedAccounts| {
        let stored = passing.accounts().passkeys_of(email).await?;
        let user = stored.first().map(|passkey| passkey.user);
        user.into_iter().for_each(|user| passing.by(user, None));
        let made_up = passkeys.made_up(email)?;
        let asked = if user.is_some() { opened(ports, &stored)? } else { made_up };
        let begun = passkeys.challenge(&asked)?;
        let state = Sealed { email: digest(ports, email), user, state: begun.state }.to_bytes();
        let (challenge, ceremony) = ceremony(ports, CeremonyKind::LogIn, Begun { state, ..begun })?;
        passing.accounts().store_ceremony(&ceremony).await?;
        Ok(challenge)
    };
    ports.audited(AccountTask::ChallengePasskey, None, begin).await
}

/// Logs in with the answer of a passkey, which is both factors.
///
/// # Errors
/// [`Conflict::PasskeysOff`]; [`Error::LogInRefused`] for every answer that is not valid.
pub async fn log_in(ports: &Ports, log_in: PasskeyLogIn) -> Result<LoggedIn> {
    let passkeys = configured(ports)?;
    let log_in = async |passing: &mut AuditedAccounts| try_log_in(ports, passkeys, passing, log_in).await;
    ports.audited(AccountTask::LogIn, None, log_in).await
}

async fn try_log_in(
    ports: &Ports,
    passkeys: &dyn Passkeys,
    passing: &mut AuditedAccounts,
    log_in: PasskeyLogIn,
) -> Result<LoggedIn> {
    let secret = ports.secrets.digest(&log_in.answer.ceremony);
    let taken = passing.accounts().take_ceremony(secret, ports.clock.now()).await?.ok_or(Error::LogInRefused)?;
    let sealed = Sealed::from_bytes(&ports.cipher.decrypt(&secret.0, &taken)?)?;
    sealed.user.into_iter().for_each(|user| passing.by(user, None));
    let verified = passkeys.verified(&sealed.state, &log_in.answer.credential)?;
    let of_address = sealed.email == digest(ports, &log_in.email);
    let (user, verified) = sealed.user.zip(verified).filter(|_| of_address).ok_or(Error::LogInRefused)?;
    let session = sessions::new_on(ports, user, log_in.kind, log_in.device_name, log_in.network);
    let proof = LogInProof::Passkey(used(ports, &verified)?);
    sessions::start(ports, passing, session, proof).await?.ok_or(Error::LogInRefused)
}

/// Begins to add a passkey to the caller's account.
///
/// # Errors
/// [`Error::ConfirmationRequired`]; [`Conflict::PasskeysOff`]; [`Conflict::TooManySecondFactors`].
pub async fn begin_registration(ports: &Ports, caller: &Caller) -> Result<Challenge> {
    let (passkeys, now) = (configured(ports)?, ports.clock.now());
    let begin = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, now).await?;
        let (account, factors) = own.account_and_second_factors().await?;
        second_factors::check_room(&factors)?;
        let known = opened(ports, &own.passkeys().await?)?;
        let begun = passkeys.register(&account, &known)?;
        let (challenge, ceremony) = ceremony(ports, CeremonyKind::Registration, begun)?;
        own.store_ceremony(&ceremony).await?;
        own.commit().await?;
        Ok(challenge)
    };
    ports.audited(AccountTask::AddSecondFactor, Some(caller), begin).await
}

/// Adds the passkey of this answer to the caller's account.
///
/// This session has a second factor from then on, and every other one needs it. With the account's first one come its
/// recovery codes.
///
/// # Errors
/// [`Error::ConfirmationRequired`]; [`Conflict::PasskeysOff`]; [`Conflict::TooManySecondFactors`]; [`Error::Invalid`] for an
/// answer that is not valid.
pub async fn add(
    ports: &Ports,
    caller: &Caller,
    name: ShortText,
    answer: &PasskeyAnswer,
) -> Result<(SecondFactor, Vec<TypedCode>)> {
    let (passkeys, now) = (configured(ports)?, ports.clock.now());
    let wrong = || Error::invalid("/credential", FieldCode::WrongPasskey);
    let add = async |passing: &mut AuditedAccounts| {
        let state = taken(ports, passing, caller, CeremonyKind::Registration, &answer.ceremony).await?;
        let state = state.ok_or_else(wrong)?;
        let verified = passkeys.registered(&state, &answer.credential)?.ok_or_else(wrong)?;
        let mut own = passing.own(caller, true, now).await?;
        let (account, factors) = own.account_and_second_factors().await?;
        second_factors::check_room(&factors)?;
        let factor = passkey(ports, name, now);
        let new = NewPasskey { factor: factor.clone(), used: used(ports, &verified)? };
        if !own.add_passkey(&new).await? {
            return Err(wrong());
        }
        own.confirm_session(Factor::Passkey, now).await?;
        let is_first = !account.has_second_factor;
        let codes = if is_first { second_factors::new_codes(ports, &mut *own).await? } else { Vec::new() };
        own.tell(notice(ports, JobKind::MailSecondFactorsChanged, caller.user.0, now)).await?;
        own.commit().await?;
        Ok((factor, codes))
    };
    ports.audited(AccountTask::ConfirmSecondFactor, Some(caller), add).await
}

/// Begins a confirmation of the caller's session with a passkey.
///
/// # Errors
/// [`Conflict::PasskeysOff`]; [`Conflict::NoPasskey`].
pub async fn begin_confirmation(ports: &Ports, caller: &Caller) -> Result<Challenge> {
    let passkeys = configured(ports)?;
    let begin = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, ports.clock.now()).await?;
        let stored = own.passkeys().await?;
        if stored.is_empty() {
            return Err(Error::Conflict(Conflict::NoPasskey));
        }
        let begun = passkeys.challenge(&opened(ports, &stored)?)?;
        let (challenge, ceremony) = ceremony(ports, CeremonyKind::Confirmation, begun)?;
        own.store_ceremony(&ceremony).await?;
        own.commit().await?;
        Ok(challenge)
    };
    ports.audited(AccountTask::ChallengePasskey, Some(caller), begin).await
}

/// Uses up a confirmation of the caller and verifies its answer. `None` if it is not valid.
///
/// The caller must store the use.
pub(crate) async fn verify_own(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    answer: &PasskeyAnswer,
) -> Result<Option<UsedPasskey>> {
    let passkeys = configured(ports)?;
    let state = taken(ports, passing, caller, CeremonyKind::Confirmation, &answer.ceremony).await?;
    let Some(state) = state else { return Ok(None) };
    let verified = passkeys.verified(&state, &answer.credential)?;
    verified.map(|verified| used(ports, &verified)).transpose()
}

fn configured(ports: &Ports) -> Result<&dyn Passkeys> {
    ports.passkeys.as_deref().ok_or(Error::Conflict(Conflict::PasskeysOff))
}

/// The state of a ceremony of the caller, which is over then, whatever becomes of its answer.
async fn taken(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    kind: CeremonyKind,
    ceremony: &Secret,
) -> Result<Option<Vec<u8>>> {
    let (secret, now) = (ports.secrets.digest(ceremony), ports.clock.now());
    let mut own = passing.own(caller, true, now).await?;
    let taken = own.take_ceremony(kind, secret, now).await?;
    own.commit_before_refusal().await?;
    taken.map(|encrypted| ports.cipher.decrypt(&secret.0, &encrypted)).transpose()
}

/// A ceremony with a new secret, to show and to store.
fn ceremony(ports: &Ports, kind: CeremonyKind, begun: Begun) -> Result<(Challenge, NewCeremony)> {
    let ceremony = ports.secrets.fresh()?;
    let secret = ports.secrets.digest(&ceremony);
    let random = ports.cipher.random(2)?.into_iter().fold(0_u16, |bits, byte| bits << 8 | u16::from(byte));
    let expires_at = ports.clock.now() + CEREMONY_LASTS;
    let encrypted = ports.cipher.encrypt(&secret.0, &begun.state)?;
    let new = NewCeremony { kind, slot: kind.slot(random), secret, encrypted, expires_at };
    Ok((Challenge { ceremony, options: begun.options, expires_at }, new))
}

fn passkey(ports: &Ports, name: ShortText, now: DateTime<Utc>) -> SecondFactor {
    SecondFactor {
        id: ports.ids.next().into(),
        kind: SecondFactorKind::Passkey,
        name,
        confirmed_at: Some(now),
        used_at: Some(now),
        created_at: now,
    }
}

/// The decrypted passkeys. The id is the context, so that nobody who writes to the database exchanges a key for another.
fn opened(ports: &Ports, stored: &[StoredPasskey]) -> Result<Vec<Vec<u8>>> {
    stored.iter().map(|passkey| ports.cipher.decrypt(&passkey.credential_id, &passkey.encrypted)).collect()
}

fn used(ports: &Ports, verified: &VerifiedPasskey) -> Result<UsedPasskey> {
    let encrypted = ports.cipher.encrypt(&verified.credential_id, &verified.passkey)?;
    Ok(UsedPasskey { credential_id: verified.credential_id.clone(), encrypted, counter: verified.counter })
}

fn digest(ports: &Ports, email: &Email) -> SecretDigest {
    ports.secrets.digest(&Secret::new(email.as_str()))
}

/// The state of a log-in, bound to its address and to the user whose passkeys it asks for.
struct Sealed {
    email: SecretDigest,
    /// `None` if the passkeys are made up.
    user: Option<UserId>,
    state: Vec<u8>,
}

impl Sealed {
    fn to_bytes(&self) -> Vec<u8> {
        let user = self.user.map_or(Uuid::nil(), |user| user.0);
        [&self.email.0, user.as_bytes().as_slice(), &self.state].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let parts = bytes.split_first_chunk::<32>().and_then(|(email, rest)| {
            let (user, state) = rest.split_first_chunk::<16>()?;
            Some((SecretDigest(*email), Uuid::from_bytes(*user), state.to_vec()))
        });
        let (email, user, state) = parts.ok_or_else(|| Error::internal("the state of a log-in is too short"))?;
        Ok(Self { email, user: (!user.is_nil()).then(|| user.into()), state })
    }
}
