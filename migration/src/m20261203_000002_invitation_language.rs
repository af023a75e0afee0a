//! The language of an invitation, of its mail and of the account it makes.

use crate::{Backend, sql};

const LANGUAGE: &str = "
alter table invitation add column language text constraint ck_invitation__language check (language in ('nl', 'en'));
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, LANGUAGE)
}
