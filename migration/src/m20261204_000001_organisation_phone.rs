//! The number that an organisation's clients can call on a hard day.

use crate::m20261126_000001_schema::own_membership;
use crate::{Backend, sql};

const PHONE: &str = "
alter table organisation add column phone text;
drop view own_membership;
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, PHONE);
    let settings = ", o.admins_need_second_factor, o.coaches_need_second_factor, o.clients_log_in_by_mail, o.phone";
    statements.push(own_membership(backend, settings));
    statements
}
