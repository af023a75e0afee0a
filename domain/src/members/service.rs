use super::model::RoleChange;
use super::{Member, MemberChanges};
use crate::access::{Action, Resource, Role, Roles};
use crate::{Caller, Conflict, Error, Expected, MemberId, Page, PageRequest, Ports, Result, UnitOfWork, identities};

/// Returns a page of the organisation's members.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Member>> {
    let mut work = ports.begin(caller, Action::List(Resource::Member)).await?;
    let members = work.members().list(page).await?;
    work.end(members).await
}

/// Returns one member.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: MemberId) -> Result<Member> {
    let mut work = ports.begin(caller, Action::Read(Resource::Member)).await?;
    let member = work.members().get(id).await?.ok_or(Error::NotFound)?;
    work.end(member).await
}

/// Changes a member's roles.
///
/// Losing the role coach ends all assignments; losing the role client unlinks the client record.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`]; [`Error::Forbidden`] for a role the caller may not grant;
/// [`Conflict::OwnRoles`] if the caller grants a role to themselves; [`Conflict::LastAdmin`].
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
    before_role_removal(&mut work, &member, &change).await?;
    if !member.roles.client {
        member.client_id = None;
    }
    work.members().update(&member, seen).await?;
    after_role_removal(&mut work, &member, &change).await?;
    work.commit(member).await
}

/// Ends a membership; the user loses access at their next request.
///
/// Their assignments end but are retained, as a record of who had access to a client's data, when and on what basis.
///
/// # Errors
/// [`Error::Stale`]; [`Conflict::LastAdmin`].
pub async fn remove(ports: &Ports, caller: &Caller, id: MemberId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::Member)).await?;
    let member = work.members().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(member.version)?;
    let change = RoleChange::new(member.roles, Roles::default());
    before_role_removal(&mut work, &member, &change).await?;
    identities::tell_member(ports, &mut work, member.user_id).await?;
    work.members().remove(id, member.version).await?;
    after_role_removal(&mut work, &member, &change).await?;
    work.commit(()).await
}

/// Replaces the roles of a member that is provisioned; without a role, the membership ends.
///
/// `keeps_assignments` for a membership that is suspended: the coach has no access meanwhile, and their caseload again later.
///
/// # Errors
/// [`Conflict::LastAdmin`].
pub(crate) async fn set_roles(
    ports: &Ports,
    work: &mut UnitOfWork,
    mut member: Member,
    roles: Roles,
    keeps_assignments: bool,
) -> Result<()> {
    if roles == member.roles {
        return Ok(());
    }
    let (seen, change) = (member.version, RoleChange::new(member.roles, roles));
    before_role_removal(work, &member, &change).await?;
    member.roles = roles;
    let now = work.now();
    crate::version::bump(&mut member.version, &mut member.updated_at, now);
    if roles.is_empty() {
        identities::tell_member(ports, work, member.user_id).await?;
        work.members().remove(member.id, seen).await?;
    } else {
        work.members().update(&member, seen).await?;
    }
    let kept = Roles { coach: roles.coach || keeps_assignments, ..roles };
    after_role_removal(work, &member, &RoleChange::new(change.before, kept)).await
}

/// Preconditions and effects before roles are removed.
async fn before_role_removal(work: &mut UnitOfWork, member: &Member, change: &RoleChange) -> Result<()> {
    if change.takes(Role::Admin) && !work.members().another_admin(member.id).await? {
        return Err(Error::Conflict(Conflict::LastAdmin));
    }
    if change.takes(Role::Client) {
        let (by, now) = (work.user(), work.now());
        work.members().unlink_client(member.user_id, by, now).await?;
    }
    Ok(())
}

/// Effects of removing the roles coach and admin.
///
/// Runs after the removal, so that concurrently created assignments and invitations are included.
async fn after_role_removal(work: &mut UnitOfWork, member: &Member, change: &RoleChange) -> Result<()> {
    if change.takes(Role::Coach) {
        let now = work.now();
        work.assignments().end_all_of(member.user_id, now).await?;
    }
    if change.takes(Role::Admin) {
        work.invitations().withdraw_all_by(member.user_id).await?;
    }
    Ok(())
}
