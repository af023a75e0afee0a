use super::{Identity, OwnIdentity, tell_removed};
use crate::access::{Action, Resource};
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::JobKind;
use crate::mail::notice_in;
use crate::{Caller, Error, IdentityId, Page, PageRequest, Ports, Result};

/// Returns a page of the identities of the organisation's members.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Identity>> {
    let mut work = ports.begin(caller, Action::List(Resource::Identity)).await?;
    let identities = work.identities().list(page).await?;
    work.end(identities).await
}

/// Unlinks the identity of a member, and ends its sessions.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn unlink(ports: &Ports, caller: &Caller, id: IdentityId) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::Identity)).await?;
    let now = work.now();
    let user = work.identities().remove(id, now).await?.ok_or(Error::NotFound)?;
    tell_removed(ports, &mut work, &[user]).await?;
    work.commit(()).await
}

/// Returns the caller's identities.
pub async fn list_own(ports: &Ports, caller: &Caller) -> Result<Vec<OwnIdentity>> {
    let list = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, false, ports.clock.now()).await?;
        let identities = own.identities().await?;
        own.commit().await?;
        Ok(identities)
    };
    ports.audited(AccountTask::ListIdentities, Some(caller), list).await
}

/// Unlinks an identity of the caller, and ends its sessions.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::ConfirmationRequired`].
pub async fn unlink_own(ports: &Ports, caller: &Caller, id: IdentityId) -> Result<()> {
    let now = ports.clock.now();
    let unlink = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, now).await?;
        let organisation = own.unlink_identity(id, now).await?.ok_or(Error::NotFound)?;
        own.tell(notice_in(ports, organisation, JobKind::MailIdentityRemoved, caller.user, now)).await?;
        own.commit().await
    };
    ports.audited(AccountTask::UnlinkIdentity, Some(caller), unlink).await
}
