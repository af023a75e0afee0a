use super::email_change::check_password;
use crate::audit::{AccountTask, AuditedAccounts};
use crate::{Caller, Conflict, Error, Password, Ports, Result};

/// Deletes the caller's own account, which ends every session.
///
/// # Errors
/// [`Error::Invalid`] for a wrong password; [`Conflict::AccountInUse`] with a membership, or for an operator.
pub async fn delete(ports: &Ports, caller: &Caller, password: &Password) -> Result<()> {
    let delete = async |passing: &mut AuditedAccounts| {
        check_password(ports, passing, caller, password).await?;
        let mut own = passing.own(caller, true, ports.clock.now()).await?;
        if !own.delete().await? {
            return Err(Error::Conflict(Conflict::AccountInUse));
        }
        own.commit().await
    };
    ports.audited(AccountTask::DeleteAccount, Some(caller), delete).await
}
