use super::log_in::{begin_for, redeemed};
use super::{Authorization, Begun, Callback, Claims, Redemption};
use crate::audit::{AccountTask, AuditedAccounts};
use crate::identities::{NewIdentity, OwnIdentity};
use crate::jobs::JobKind;
use crate::mail::notice_in;
use crate::{Caller, Error, IdentityId, IdentityProviderId, Ports, Result};

/// Begins to link an identity to the caller, who must have logged in with their own account just now.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::ConfirmationRequired`], also in a session that a provider began.
pub async fn begin_link(
    ports: &Ports,
    caller: &Caller,
    id: IdentityProviderId,
    authorize: impl AsyncFnOnce(Authorization<'_>) -> Result<String>,
) -> Result<Begun> {
    let begin = async |passing: &mut AuditedAccounts| {
        passing.own(caller, false, ports.clock.now()).await?.commit().await?;
        begin_for(ports, passing, id, Some(caller.user), true, authorize).await
    };
    ports.audited(AccountTask::LinkIdentity, Some(caller), begin).await
}

/// Links the identity that the provider asserts to the caller.
///
/// # Errors
/// [`Error::LogInRefused`], as [`super::finish`]; [`Error::ConfirmationRequired`]; [`Error::NotFound`] if the caller is not
/// on the staff of the provider's organisation; [`crate::Conflict::IdentityLinked`].
pub async fn finish_link(
    ports: &Ports,
    caller: &Caller,
    callback: &Callback,
    redeem: impl AsyncFnOnce(Redemption<'_>) -> Result<Claims>,
) -> Result<OwnIdentity> {
    let finish = async |passing: &mut AuditedAccounts| {
        passing.own(caller, false, ports.clock.now()).await?.commit().await?;
        let (stored, claims) = redeemed(ports, passing, callback, Some(caller.user), redeem).await?;
        let (id, now): (IdentityId, _) = (ports.ids.next().into(), ports.clock.now());
        let (organisation, provider) = (stored.organisation, stored.provider.id);
        let new = NewIdentity { id, organisation, provider, subject: claims.subject, at: now };
        let mut own = passing.own(caller, true, now).await?;
        if !own.link_identity(&new).await? {
            return Err(Error::NotFound);
        }
        own.tell(notice_in(ports, organisation, JobKind::MailIdentityLinked, caller.user, now)).await?;
        own.commit().await?;
        Ok(OwnIdentity {
            id,
            provider_id: provider,
            provider: stored.provider.name,
            organisation_id: organisation,
            created_at: now,
            used_at: None,
        })
    };
    ports.audited(AccountTask::LinkIdentity, Some(caller), finish).await
}
