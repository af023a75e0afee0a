use super::{OwnSupportTypes, Vocabulary};
use crate::access::{Action, Resource};
use crate::{Caller, Expected, Ports, Result};

/// Returns the organisation's support types.
pub async fn show(ports: &Ports, caller: &Caller) -> Result<Vocabulary> {
    let mut work = ports.begin(caller, Action::Read(Resource::Vocabulary)).await?;
    let vocabulary = work.support_types().all().await?;
    work.end(vocabulary).await
}

/// Replaces the organisation's custom support types.
///
/// # Errors
/// [`crate::Error::Stale`]; [`crate::Conflict::SupportTypeInUse`].
pub async fn replace(ports: &Ports, caller: &Caller, expected: &Expected, own: &OwnSupportTypes) -> Result<Vocabulary> {
    let mut work = ports.begin(caller, Action::Update(Resource::Vocabulary)).await?;
    let vocabulary = work.support_types().all().await?;
    expected.check(vocabulary.version)?;
    work.support_types().replace_own(own, vocabulary.version).await?;
    work.commit(()).await?;
    Ok(vocabulary.with_own(own))
}
