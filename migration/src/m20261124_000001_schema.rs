//! The first schema: identity, the organisation, clients and their maps.

use crate::{Backend, rls, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    [
        sql::statements(backend, IDENTITY),
        sql::statements(backend, ORGANISATION),
        sql::statements(backend, CLIENTS),
        sql::statements(backend, MAPS),
        rls::protect(backend, rls::FIRST),
    ]
    .concat()
}

/// Users and their sessions belong to nobody but the user: they exist across organisations.
const IDENTITY: &str = "
create table user_account (
    id {uuid} not null constraint pk_user_account primary key,
    email text not null constraint uq_user_account__email unique,
    name text not null,
    password_hash text not null,
    language text not null constraint ck_user_account__language check (language in ('nl', 'en')),
    operator {bool} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null
) {end};

create table organisation (
    id {uuid} not null constraint pk_organisation primary key,
    name text not null,
    status text not null constraint ck_organisation__status check (status in ('active', 'suspended')),
    vocabulary_version {big} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null
) {end};

create table session (
    id {uuid} not null constraint pk_session primary key,
    user_id {uuid} not null constraint fk_session__user references user_account (id) on delete cascade,
    organisation_id {uuid} constraint fk_session__organisation references organisation (id) on delete set null,
    refresh_generation {big} not null,
    created_at {instant} not null,
    used_at {instant} not null,
    expires_at {instant} not null,
    ended_at {instant}
) {end};

create index ix_session__user on session (user_id, id);
create index ix_session__organisation on session (organisation_id);

create table refresh_token (
    hash {bytes} not null constraint pk_refresh_token primary key,
    session_id {uuid} not null constraint fk_refresh_token__session references session (id) on delete cascade,
    generation {big} not null,
    retired {bool} not null
) {end};

create index ix_refresh_token__session on refresh_token (session_id, generation);

create table idempotency (
    user_id {uuid} not null constraint fk_idempotency__user references user_account (id) on delete cascade,
    key_hash {bytes} not null,
    fingerprint {bytes} not null,
    outcome {bytes} not null,
    created_at {instant} not null,
    constraint pk_idempotency primary key (user_id, key_hash)
) {end};

create index ix_idempotency__created on idempotency (created_at);
";

const ORGANISATION: &str = "
create table member (
    organisation_id {uuid} not null constraint fk_member__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    user_id {uuid} not null constraint fk_member__user references user_account (id) on delete cascade,
    admin {bool} not null,
    coach {bool} not null,
    client {bool} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_member primary key (organisation_id, id),
    constraint uq_member__org_user unique (organisation_id, user_id),
    constraint ck_member__roles check (admin or coach or client)
) {end};

create index ix_member__user on member (user_id);

create table support_type (
    organisation_id {uuid} not null constraint fk_support_type__organisation references organisation (id) on delete cascade,
    code text not null,
    position {small} not null,
    built_in {bool} not null,
    label_nl text not null,
    label_en text not null,
    constraint pk_support_type primary key (organisation_id, code)
) {end};
";

const CLIENTS: &str = "
create table client (
    organisation_id {uuid} not null constraint fk_client__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    user_id {uuid},
    name text not null,
    name_folded text not null,
    date_of_birth {date},
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_client primary key (organisation_id, id),
    constraint uq_client__org_user unique (organisation_id, user_id),
    constraint fk_client__member foreign key (organisation_id, user_id) references member (organisation_id, user_id)
) {end};

create table client_identifier (
    organisation_id {uuid} not null,
    client_id {uuid} not null,
    system text not null,
    value text not null,
    position {small} not null,
    constraint pk_client_identifier primary key (organisation_id, system, value),
    constraint fk_client_identifier__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_client_identifier__client on client_identifier (organisation_id, client_id);

create table invitation (
    organisation_id {uuid} not null constraint fk_invitation__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    email text not null,
    admin {bool} not null,
    coach {bool} not null,
    client_id {uuid},
    invited_by {uuid} not null,
    secret_hash {bytes} not null,
    expires_at {instant} not null,
    accepted_at {instant},
    version {big} not null,
    created_at {instant} not null,
    constraint pk_invitation primary key (organisation_id, id),
    constraint uq_invitation__org_secret unique (organisation_id, secret_hash),
    constraint fk_invitation__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade,
    constraint ck_invitation__roles check (admin or coach or client_id is not null)
) {end};

create index ix_invitation__secret on invitation (secret_hash);
create index ix_invitation__client on invitation (organisation_id, client_id);

create table assignment (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    coach_id {uuid} not null,
    basis text not null,
    starts_at {instant} not null,
    ends_at {instant},
    version {big} not null,
    created_at {instant} not null,
    constraint pk_assignment primary key (organisation_id, id),
    constraint fk_assignment__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade,
    constraint fk_assignment__coach foreign key (organisation_id, coach_id) references member (organisation_id, user_id) on delete cascade
) {end};

create unique index uq_assignment__org_client_coach_open on assignment (organisation_id, client_id, coach_id) where ends_at is null;
create index ix_assignment__client on assignment (organisation_id, client_id, id);
create index ix_assignment__coach on assignment (organisation_id, coach_id, client_id);

create table coach_note (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    author_id {uuid} not null,
    text text not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_coach_note primary key (organisation_id, id),
    constraint fk_coach_note__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_coach_note__client_author on coach_note (organisation_id, client_id, author_id, id);
";

/// What carries a client's id refers to it together with the client: a row cannot point into another client's data.
const MAPS: &str = "
create table person (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    alias text not null,
    relationship text,
    life_domain text,
    phone text,
    email text,
    note text,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_person primary key (organisation_id, id),
    constraint uq_person__org_client_id unique (organisation_id, client_id, id),
    constraint fk_person__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create table map (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    theme text not null,
    private {bool} not null,
    everyone_named {bool},
    every_tie_named {bool},
    review_on {date},
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_map primary key (organisation_id, id),
    constraint uq_map__org_client_id unique (organisation_id, client_id, id),
    constraint fk_map__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create table supporter (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    map_id {uuid} not null,
    person_id {uuid} not null,
    closeness text constraint ck_supporter__closeness check (closeness in ('inner', 'middle', 'outer')),
    contact_frequency text,
    tension {small} constraint ck_supporter__tension check (tension between 0 and 4),
    burden {small} constraint ck_supporter__burden check (burden between 0 and 4),
    supports_answered {bool} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_supporter primary key (organisation_id, id),
    constraint uq_supporter__org_map_id unique (organisation_id, map_id, id),
    constraint uq_supporter__org_map_person unique (organisation_id, map_id, person_id),
    constraint fk_supporter__map foreign key (organisation_id, client_id, map_id) references map (organisation_id, client_id, id) on delete cascade,
    constraint fk_supporter__person foreign key (organisation_id, client_id, person_id) references person (organisation_id, client_id, id) on delete cascade
) {end};

create index ix_supporter__person on supporter (organisation_id, client_id, person_id);
create index ix_supporter__client_map on supporter (organisation_id, client_id, map_id);

create table support (
    organisation_id {uuid} not null,
    map_id {uuid} not null,
    supporter_id {uuid} not null,
    support_type text not null,
    direction text constraint ck_support__direction check (direction in ('received', 'given', 'mutual')),
    availability text constraint ck_support__availability check (availability in ('received-now', 'could-ask', 'would-not-ask')),
    constraint pk_support primary key (organisation_id, map_id, supporter_id, support_type),
    constraint fk_support__supporter foreign key (organisation_id, map_id, supporter_id) references supporter (organisation_id, map_id, id) on delete cascade,
    constraint fk_support__support_type foreign key (organisation_id, support_type) references support_type (organisation_id, code)
) {end};

create index ix_support__support_type on support (organisation_id, support_type);

create table tie (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    map_id {uuid} not null,
    first_id {uuid} not null,
    second_id {uuid} not null,
    strength {small} constraint ck_tie__strength check (strength between 0 and 4),
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_tie primary key (organisation_id, id),
    constraint uq_tie__org_map_pair unique (organisation_id, map_id, first_id, second_id),
    constraint ck_tie__order check (first_id < second_id),
    constraint fk_tie__map foreign key (organisation_id, client_id, map_id) references map (organisation_id, client_id, id) on delete cascade,
    constraint fk_tie__first foreign key (organisation_id, map_id, first_id) references supporter (organisation_id, map_id, id) on delete cascade,
    constraint fk_tie__second foreign key (organisation_id, map_id, second_id) references supporter (organisation_id, map_id, id) on delete cascade
) {end};

create index ix_tie__second on tie (organisation_id, map_id, second_id);
create index ix_tie__client_map on tie (organisation_id, client_id, map_id);

create table need (
    organisation_id {uuid} not null,
    map_id {uuid} not null,
    support_type text not null,
    level {small} not null constraint ck_need__level check (level between 0 and 3),
    constraint pk_need primary key (organisation_id, map_id, support_type),
    constraint fk_need__map foreign key (organisation_id, map_id) references map (organisation_id, id) on delete cascade,
    constraint fk_need__support_type foreign key (organisation_id, support_type) references support_type (organisation_id, code)
) {end};

create index ix_need__support_type on need (organisation_id, support_type);

create table agreement (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    map_id {uuid} not null,
    supporter_id {uuid},
    support_type text,
    text text not null,
    due_on {date},
    status text not null constraint ck_agreement__status check (status in ('planned', 'asked', 'accepted', 'declined', 'done', 'thanked')),
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_agreement primary key (organisation_id, id),
    constraint fk_agreement__map foreign key (organisation_id, client_id, map_id) references map (organisation_id, client_id, id) on delete cascade,
    constraint fk_agreement__supporter foreign key (organisation_id, map_id, supporter_id) references supporter (organisation_id, map_id, id) on delete cascade,
    constraint fk_agreement__support_type foreign key (organisation_id, support_type) references support_type (organisation_id, code)
) {end};

create index ix_agreement__map on agreement (organisation_id, map_id, id);
create index ix_agreement__client_map on agreement (organisation_id, client_id, map_id);
create index ix_agreement__supporter on agreement (organisation_id, map_id, supporter_id);
create index ix_agreement__support_type on agreement (organisation_id, support_type);

create table reflection (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    map_id {uuid} not null,
    text text not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_reflection primary key (organisation_id, id),
    constraint fk_reflection__map foreign key (organisation_id, client_id, map_id) references map (organisation_id, client_id, id) on delete cascade
) {end};

create index ix_reflection__map on reflection (organisation_id, map_id, id);
create index ix_reflection__client_map on reflection (organisation_id, client_id, map_id);
";
