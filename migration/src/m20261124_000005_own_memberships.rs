//! What a user may read of their own memberships, in whatever organisation, is a view.
//!
//! It used to be a second policy on the tables themselves. Policies of one table are joined by `or`, and with an `or` the
//! planner no longer reads a list of clients or members along its key: it sorted the whole organisation for each page. The
//! view reads as the owner of the tables, and the policies for that are the owner's alone.

use crate::{Backend, rls, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    // Named once more, so that the view shows nobody else's whoever owns it.
    let (policies, own) = match backend {
        Backend::Postgres => (rls::own_to_owner(rls::FIRST), format!("where m.user_id = {}", rls::SELF)),
        Backend::Sqlite => (Vec::new(), String::new()),
    };
    [policies, sql::statements(backend, &format!("{OWN_MEMBERSHIP} {own};\n"))].concat()
}

const OWN_MEMBERSHIP: &str = "
create view own_membership as
    select m.user_id, m.organisation_id, o.name, o.status, m.id as member_id, m.admin, m.coach, m.client, c.id as client_id
    from member m join organisation o on o.id = m.organisation_id
    left join client c on c.organisation_id = m.organisation_id and c.user_id = m.user_id
";
