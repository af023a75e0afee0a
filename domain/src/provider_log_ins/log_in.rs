use super::{
    Asserted, Authorization, Begun, Callback, Claims, LogInState, Redemption, StoredProvider, VALID_FOR, With,
};
use crate::accounts::{Account, Email};
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::{JobKind, NewJob};
use crate::mail::notice_to_holder;
use crate::sessions::{self, LogInProof, LoggedIn, Session};
use crate::vocabulary::Language;
use crate::{Error, IdentityId, IdentityProviderId, Password, Ports, Result, Secret, ShortText, UserId};

/// Begins a log-in. `authorize` makes the address of the authorization request.
///
/// # Errors
/// [`Error::NotFound`] without such an enabled provider; those of `authorize`.
pub async fn begin(
    ports: &Ports,
    id: IdentityProviderId,
    again: bool,
    authorize: impl AsyncFnOnce(Authorization<'_>) -> Result<String>,
) -> Result<Begun> {
    let begin = async |passing: &mut AuditedAccounts| begin_for(ports, passing, id, None, again, authorize).await;
    ports.audited(AccountTask::BeginProviderLogIn, None, begin).await
}

/// The same for a user who links an identity.
pub(super) async fn begin_for(
    ports: &Ports,
    passing: &AuditedAccounts,
    id: IdentityProviderId,
    user: Option<UserId>,
    again: bool,
    authorize: impl AsyncFnOnce(Authorization<'_>) -> Result<String>,
) -> Result<Begun> {
    let stored = passing.accounts().provider(id).await?.ok_or(Error::NotFound)?;
    let (state, nonce) = (ports.secrets.fresh()?, ports.secrets.fresh()?);
    let (verifier, secret) = (ports.secrets.fresh()?, ports.secrets.fresh()?);
    let provider = &stored.provider;
    let address =
        authorize(Authorization { provider, state: &state, nonce: &nonce, verifier: &verifier, again }).await?;
    let both = Secret::new(format!("{} {}", nonce.expose(), verifier.expose()));
    let begun = LogInState {
        state: ports.secrets.digest(&state),
        browser: ports.secrets.digest(&secret),
        organisation: stored.organisation,
        provider: id,
        user,
        sealed: ports.cipher.encrypt_for(&secret, &both)?,
        expires_at: ports.clock.now() + VALID_FOR,
    };
    passing.accounts().add_state(&begun).await?;
    Ok(Begun { address, secret, expires_at: begun.expires_at })
}

/// Finishes a log-in. `redeem` exchanges the code and verifies the ID token.
///
/// The session is in the provider's organisation, and can be in no other.
///
/// # Errors
/// [`Error::LogInRefused`], which does not say why.
pub async fn finish(
    ports: &Ports,
    callback: &Callback,
    with: With,
    redeem: impl AsyncFnOnce(Redemption<'_>) -> Result<Claims>,
) -> Result<LoggedIn> {
    let finish = async |passing: &mut AuditedAccounts| {
        let (stored, claims) = redeemed(ports, passing, callback, None, redeem).await?;
        start(ports, passing, &stored, claims, with).await
    };
    ports.audited(AccountTask::LogIn, None, finish).await
}

/// Uses up the state of a callback and returns what the provider says of the user.
///
/// # Errors
/// [`Error::LogInRefused`]; also if the state is not for this user to link, or for logging in without one.
pub(super) async fn redeemed(
    ports: &Ports,
    passing: &AuditedAccounts,
    callback: &Callback,
    user: Option<UserId>,
    redeem: impl AsyncFnOnce(Redemption<'_>) -> Result<Claims>,
) -> Result<(StoredProvider, Claims)> {
    let accounts = passing.accounts();
    let stored = accounts.provider(callback.provider).await?.ok_or(Error::LogInRefused)?;
    let provider = &stored.provider;
    if callback.issuer.as_deref().is_some_and(|issuer| issuer != provider.issuer.as_str()) {
        return Err(Error::LogInRefused);
    }
    let [state, browser] = [&callback.state, &callback.secret].map(|secret| ports.secrets.digest(secret));
    let taken = accounts.take_state(&stored, state, browser, ports.clock.now()).await?;
    let taken = taken.filter(|taken| taken.user == user).ok_or(Error::LogInRefused)?;
    let both = ports.cipher.decrypt_for(&callback.secret, &taken.sealed)?;
    let (nonce, verifier) = both.expose().split_once(' ').ok_or_else(|| Error::internal("no nonce"))?;
    let credential = stored.credential(ports.cipher.as_ref())?;
    let (nonce, verifier) = (Secret::new(nonce), Secret::new(verifier));
    let claims = redeem(Redemption { provider, credential, callback, nonce, verifier }).await?;
    if claims.are_of_tenant(provider) { Ok((stored, claims)) } else { Err(Error::LogInRefused) }
}

async fn start(
    ports: &Ports,
    passing: &mut AuditedAccounts,
    stored: &StoredProvider,
    claims: Claims,
    with: With,
) -> Result<LoggedIn> {
    let now = ports.clock.now();
    let provider = &stored.provider;
    let email = claims.verified_email(provider);
    let notice = notice_to_holder(ports, JobKind::MailIdentityLinked, now);
    let notice = notice.map(|notice| NewJob { organisation: Some(stored.organisation), ..notice });
    let asserted = Asserted { stored, claims: &claims, email, identity: ports.ids.next().into(), notice, at: now };
    let mut known = passing.accounts().find_or_link(&asserted).await?;
    if let (None, Some(email), true) = (known, email, provider.creates_coaches) {
        known = make_coach(ports, passing, &asserted, email).await?;
    }
    let (user, identity) = known.ok_or(Error::LogInRefused)?;
    let second_factor = claims.have_second_factor(provider);
    let session = sessions::new(ports, user, Some(stored.organisation));
    let session = Session {
        kind: with.kind,
        device_name: with.device_name,
        network: with.network,
        // The provider may remember its user for weeks: only when it asked them confirms anything.
        confirmed_at: claims.authenticated_at.map(|at| at.min(now)),
        expires_at: now + with.kind.lifetime(),
        ..session
    };
    let (organisation, provider_session) = (stored.organisation, claims.session);
    let proof = LogInProof::Identity { organisation, identity, provider_session, second_factor };
    sessions::start(ports, passing, session, proof).await?.ok_or(Error::LogInRefused)
}

/// Makes an account without a usable password, which a reset can give it.
async fn make_coach(
    ports: &Ports,
    passing: &AuditedAccounts,
    asserted: &Asserted<'_>,
    email: &Email,
) -> Result<Option<(UserId, IdentityId)>> {
    let name = asserted.claims.name.clone().or_else(|| ShortText::new(email.mailbox()).ok());
    let Some(name) = name else { return Ok(None) };
    let password = Password::typed(ports.secrets.fresh()?.expose()).ok_or_else(|| Error::internal("no password"))?;
    let hash = ports.passwords.hash(&password).await?;
    let account = Account {
        id: ports.ids.next().into(),
        email: email.clone(),
        name,
        language: Language::Dutch,
        operator: false,
        has_second_factor: false,
        needs_second_factor: false,
        version: 1,
        created_at: asserted.at,
        updated_at: asserted.at,
    };
    let made = passing.accounts().make_coach(asserted, &account, &hash, ports.ids.next().into()).await?;
    Ok(made.then_some((account.id, asserted.identity)))
}
