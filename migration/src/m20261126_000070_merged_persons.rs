//! Which persons were merged into which, as far as a card still names them (docs/adr/0037).
//!
//! Neither id refers to a person: cards outlive the persons they name.

use crate::{Backend, rls, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    [sql::statements(backend, TABLE), rls::protect(backend, rls::MERGED_PERSONS)].concat()
}

const TABLE: &str = "
create table merged_person (
    organisation_id {uuid} not null,
    person_id {uuid} not null,
    client_id {uuid} not null,
    kept_id {uuid} not null,
    constraint pk_merged_person primary key (organisation_id, person_id),
    constraint fk_merged_person__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};
create index ix_merged_person__kept_id on merged_person (organisation_id, client_id, kept_id);
";
