use super::model::RoleChange;
use super::{Member, MemberChanges};
use crate::access::{Action, Resource, Role, Roles};
use crate::{Caller, Conflict, Error, Expected, MemberId, Page, PageRequest, Ports, Result, UnitOfWork};

/// A page of the organisation's members.
///
/// # Errors
/// Only the general ones.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Member>> {
    let mut work = ports.begin(caller, Action::List(Resource::Member)).await?;
    let members = work.members().list(page).await?;
    work.end(members).await
}

/// One member.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: MemberId) -> Result<Member> {
    let mut work = ports.begin(caller, Action::Read(Resource::Member)).await?;
    let member = work.members().get(id).await?.ok_or(Error::NotFound)?;
    work.end(member).await
}

/// Changes a member's roles. Who is no coach any more has no assignments any more; who is no client any more is not
/// that client's log-in any more.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`]; [`Error::Forbidden`] for a role the caller may not grant;
/// [`Conflict::OwnRoles`] for one to the caller; [`Conflict::LastAdmin`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: MemberId,
    expected: &Expected,
    changes: MemberChanges,
) -> Result<Member> {
    let mut work = ports.begin(caller, Action::Update(Resource::Member)).await?;
    let member = work.members().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(member.version)?;
    let (seen, before, now) = (member.version, member.roles, work.now());
    let mut member = changes.apply(member, now)?;
    let change = RoleChange::new(before, member.roles);
    work.authorization().may_grant(change.granted(), Some(member.user_id))?;
    before_roles_go(&mut work, &member, &change).await?;
    if !member.roles.client {
        member.client_id = None;
    }
    work.members().update(&member, seen).await?;
    after_roles_go(&mut work, &member, &change).await?;
    work.commit(member).await
}

/// Ends a membership: the user loses access to the organisation at their next request. Their assignments end and stay:
/// who reached a client's data, when and on what basis, is asked for years later.
///
/// # Errors
/// [`Error::Stale`]; [`Conflict::LastAdmin`].
pub async fn remove(ports: &Ports, caller: &Caller, id: MemberId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::Member)).await?;
    let member = work.members().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(member.version)?;
    let change = RoleChange::new(member.roles, Roles::default());
    before_roles_go(&mut work, &member, &change).await?;
    work.members().remove(id, member.version).await?;
    after_roles_go(&mut work, &member, &change).await?;
    work.commit(()).await
}

/// What must be so before roles go.
async fn before_roles_go(work: &mut UnitOfWork, member: &Member, change: &RoleChange) -> Result<()> {
    if change.takes(Role::Admin) && !work.members().another_admin(member.id).await? {
        return Err(Error::Conflict(Conflict::LastAdmin));
    }
    if change.takes(Role::Client) {
        let (by, now) = (work.user(), work.now());
        work.members().unlink_client(member.user_id, by, now).await?;
    }
    Ok(())
}

/// What ends with the roles coach and admin. After they are gone: what was being made meanwhile is there by now.
async fn after_roles_go(work: &mut UnitOfWork, member: &Member, change: &RoleChange) -> Result<()> {
    if change.takes(Role::Coach) {
        let now = work.now();
        work.assignments().end_all_of(member.user_id, now).await?;
    }
    if change.takes(Role::Admin) {
        work.invitations().withdraw_all_by(member.user_id).await?;
    }
    Ok(())
}
