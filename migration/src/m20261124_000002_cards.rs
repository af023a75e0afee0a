//! Cards: immutable versions of a map. And what finds a client's latest map and open agreements without reading them all.

use crate::{Backend, rls, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let never = match backend {
        Backend::Postgres => NEVER_UPDATED_POSTGRES,
        Backend::Sqlite => NEVER_UPDATED_SQLITE,
    };
    [
        sql::statements(backend, CARDS),
        sql::statements(backend, INDEXES),
        sql::verbatim(never),
        rls::protect(backend, rls::CARDS),
    ]
    .concat()
}

/// A card's content and what it says of each person are opaque to the database. Persons stand apart: one who objects is
/// taken off every card by deleting rows, and no card is ever updated for it. They need not exist any more as persons.
const CARDS: &str = "
create table card (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    map_id {uuid} not null,
    number {big} not null constraint ck_card__number check (number > 0),
    made_by {uuid},
    made_as text not null constraint ck_card__made_as check (made_as in ('coach', 'client')),
    review_on {date},
    content text not null,
    content_hash {bytes} not null,
    created_at {instant} not null,
    constraint pk_card primary key (organisation_id, id),
    constraint uq_card__org_client_id unique (organisation_id, client_id, id),
    constraint uq_card__org_map_number unique (organisation_id, map_id, number),
    constraint fk_card__map foreign key (organisation_id, client_id, map_id) references map (organisation_id, client_id, id) on delete cascade
) {end};

create index ix_card__client_map on card (organisation_id, client_id, map_id);
create index ix_card__client_created on card (organisation_id, client_id, created_at, id);
create index ix_card__map on card (organisation_id, map_id, id);

create table card_person (
    organisation_id {uuid} not null,
    client_id {uuid} not null,
    card_id {uuid} not null,
    person_id {uuid} not null,
    profile text not null,
    salt {bytes} not null,
    constraint pk_card_person primary key (organisation_id, card_id, person_id),
    constraint fk_card_person__card foreign key (organisation_id, client_id, card_id) references card (organisation_id, client_id, id) on delete cascade
) {end};

create index ix_card_person__person on card_person (organisation_id, client_id, person_id);
create index ix_card_person__client_card on card_person (organisation_id, client_id, card_id);
";

const INDEXES: &str = "
create index ix_map__client_updated on map (organisation_id, client_id, updated_at, id);
create index ix_agreement__client_open on agreement (organisation_id, client_id, due_on) where status in ('planned', 'asked', 'accepted');
";

/// The database itself refuses to change a card, whoever asks.
const NEVER_UPDATED_POSTGRES: &[&str] = &[
    "create function never_updated() returns trigger language plpgsql as
        $$ begin raise exception 'a card never changes' using errcode = 'restrict_violation'; end $$",
    "create trigger never_updated before update on card for each row execute function never_updated()",
    "create trigger never_updated before update on card_person for each row execute function never_updated()",
];

const NEVER_UPDATED_SQLITE: &[&str] = &[
    "create trigger never_updated_card before update on card begin select raise(abort, 'a card never changes'); end",
    "create trigger never_updated_card_person before update on card_person
        begin select raise(abort, 'a card never changes'); end",
];
