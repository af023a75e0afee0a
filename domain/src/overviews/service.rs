use super::Overview;
use crate::access::Action;
use crate::{Caller, ClientId, Error, Ports, Result};

/// A client's page. A coach does not see what the client keeps private, nor does it count.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] to an administrator.
pub async fn show(ports: &Ports, caller: &Caller, client: ClientId) -> Result<Overview> {
    let (mut work, client) = ports.begin_on(caller, Action::ReadOverview, client).await?;
    let private_too = work.authorization().sees_private(&client);
    let (now, today) = (work.now(), work.today());
    let overview = work.overviews().overview(&client, private_too, now, today).await?.ok_or(Error::NotFound)?;
    work.end(overview).await
}
