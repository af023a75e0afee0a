use super::{Attributes, Filter, MAX_LISTED, MAX_PROVISIONED, ProvisionedMember, Range, membership};
use crate::access::{Action, Resource};
use crate::{Caller, Conflict, Error, Expected, Ports, ProvisionedMemberId, Result};

/// Creates a provisioned member: linked to the member with the same address, or invited.
///
/// # Errors
/// [`Error::Invalid`] without an address; [`Error::Forbidden`] for a role that the integration may not give;
/// [`Conflict::UserNameTaken`]; [`Conflict::TooManyProvisioned`]; [`Conflict::LastAdmin`].
pub async fn create(ports: &Ports, caller: &Caller, new: Attributes) -> Result<ProvisionedMember> {
    let mut work = ports.begin(caller, Action::Create(Resource::ProvisionedMember)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let none = Range { skip: 0, count: 0 };
    if work.provisioned_members().list(&Filter::default(), none).await?.0 >= MAX_PROVISIONED {
        return Err(Error::Conflict(Conflict::TooManyProvisioned));
    }
    let mut member = ProvisionedMember::at(new, work.new_id(), work.now())?;
    membership::settle(ports, &mut work, &mut member, None).await?;
    work.provisioned_members().add(&member).await?;
    work.commit(member).await
}

/// Returns a part of the provisioned members that meet the filter, and the number of all of them.
pub async fn list(
    ports: &Ports,
    caller: &Caller,
    filter: &Filter,
    range: Range,
) -> Result<(u64, Vec<ProvisionedMember>)> {
    let mut work = ports.begin(caller, Action::List(Resource::ProvisionedMember)).await?;
    let range = Range { count: range.count.min(MAX_LISTED), ..range };
    let members = work.provisioned_members().list(filter, range).await?;
    work.end(members).await
}

/// Returns one provisioned member.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ProvisionedMemberId) -> Result<ProvisionedMember> {
    let mut work = ports.begin(caller, Action::Read(Resource::ProvisionedMember)).await?;
    let member = work.provisioned_members().get(id).await?.ok_or(Error::NotFound)?;
    work.end(member).await
}

/// Changes a provisioned member to what `make` makes of it, and its membership with it.
///
/// Not active, it has no access from the next request; its caseload is kept for when it is active again.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; those of `make` and of [`create`].
pub async fn change<E: From<Error>>(
    ports: &Ports,
    caller: &Caller,
    id: ProvisionedMemberId,
    expected: &Expected,
    make: impl FnOnce(&ProvisionedMember) -> Result<Attributes, E> + Send,
) -> Result<ProvisionedMember, E> {
    let mut work = ports.begin(caller, Action::Update(Resource::ProvisionedMember)).await?;
    let mut member = work.provisioned_members().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(member.version)?;
    let attributes = make(&member)?;
    let (seen, now) = (member.version, work.now());
    member.email = attributes.email()?;
    let before = std::mem::replace(&mut member.attributes, attributes);
    crate::version::bump(&mut member.version, &mut member.updated_at, now);
    membership::settle(ports, &mut work, &mut member, Some(&before)).await?;
    work.provisioned_members().update(&member, seen).await?;
    Ok(work.commit(member).await?)
}

/// Removes a provisioned member and ends its membership, as removing a member does.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`Conflict::LastAdmin`].
pub async fn delete(ports: &Ports, caller: &Caller, id: ProvisionedMemberId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::ProvisionedMember)).await?;
    let member = work.provisioned_members().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(member.version)?;
    membership::end(ports, &mut work, &member).await?;
    work.provisioned_members().remove(id, member.version).await?;
    work.commit(()).await
}
