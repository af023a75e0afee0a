//! Whether the address of an account is known to be its holder's, and by which organisation's invitation it was made.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, ACCOUNTS)
}

/// No reference to the organisation: an account that a purged organisation made is still not confirmed.
const ACCOUNTS: &str = "
alter table user_account add column email_confirmed_at {instant};
alter table user_account add column made_in {uuid};
update user_account set email_confirmed_at = created_at;
";
