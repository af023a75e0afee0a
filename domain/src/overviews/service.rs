use super::Overview;
use crate::access::Action;
use crate::{Caller, ClientId, Error, Ports, Result};

/// Returns a client's overview. For a coach, private data is neither shown nor counted.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for an administrator.
pub async fn show(ports: &Ports, caller: &Caller, client: ClientId) -> Result<Overview> {
    let (mut work, client) = ports.begin_on(caller, Action::ReadOverview, client).await?;
    let private_too = work.authorization().sees_private(&client);
    let (now, today) = (work.now(), work.today());
    let overview = work.overviews().overview(&client, private_too, now, today).await?.ok_or(Error::NotFound)?;
    work.end(overview).await
}
