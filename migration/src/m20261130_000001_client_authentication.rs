//! How the service authenticates at an identity provider. The column `client_secret` holds its private key too, as encrypted.

use crate::{Backend, sql};

const COLUMN: &str = "
alter table identity_provider add column client_authentication text not null default 'client-secret'
    constraint ck_identity_provider__client_authentication check (client_authentication in ('client-secret', 'private-key'));
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, COLUMN)
}
