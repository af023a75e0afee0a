//! Clients with what belongs to them but stands on no map.

pub(super) const CLIENTS: &str = "
create table client (
    organisation_id {uuid} not null constraint fk_client__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    user_id {uuid},
    login_confirmed {bool} not null default true,
    sealed {bytes} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_client primary key (organisation_id, id),
    constraint uq_client__org_user unique (organisation_id, user_id),
    constraint fk_client__member foreign key (organisation_id, user_id) references member (organisation_id, user_id)
) {end};

create table client_key (
    organisation_id {uuid} not null,
    client_id {uuid} not null,
    key_version {big} not null,
    client_key {bytes} not null,
    constraint pk_client_key primary key (organisation_id, client_id),
    constraint fk_client_key__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create table client_identifier (
    organisation_id {uuid} not null,
    value_hash {bytes} not null,
    key_version {big} not null,
    client_id {uuid} not null,
    constraint pk_client_identifier primary key (organisation_id, value_hash),
    constraint fk_client_identifier__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_client_identifier__client on client_identifier (organisation_id, client_id);

create table client_login (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    user_id {uuid} not null,
    linked_by {uuid},
    linked_at {instant} not null,
    unlinked_by {uuid},
    unlinked_at {instant},
    confirmed_by {uuid},
    confirmed_at {instant},
    confirmation text constraint ck_client_login__confirmation check (confirmation in ('first', 'code', 'administrator', 'operator')),
    code_hash {bytes},
    failed_codes {small} not null,
    constraint pk_client_login primary key (organisation_id, id),
    constraint fk_client_login__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create unique index uq_client_login__org_client_current on client_login (organisation_id, client_id) where unlinked_at is null;
create index ix_client_login__client on client_login (organisation_id, client_id, id);
";

pub(super) const INVITATIONS: &str = "
create table invitation (
    organisation_id {uuid} not null constraint fk_invitation__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    key_version {big},
    sealed {bytes},
    index_version {big},
    address_hash {bytes},
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
    constraint ck_invitation__roles check (admin or coach or client_id is not null),
    constraint ck_invitation__sealed check ((sealed is null) = (key_version is null) and (sealed is null) = (address_hash is null)
        and (sealed is null) = (index_version is null))
) {end};

create index ix_invitation__secret on invitation (secret_hash);
create index ix_invitation__client on invitation (organisation_id, client_id);
";

/// An assignment outlives the coach's membership: it tells who saw a client's data when, and on what basis. So the coach
/// is checked by a trigger when the row is written, and is no foreign key.
pub(super) const ASSIGNMENTS: &str = "
create table assignment (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    coach_id {uuid} not null,
    assigned_by {uuid},
    sealed {bytes} not null,
    starts_at {instant} not null,
    ends_at {instant},
    version {big} not null,
    created_at {instant} not null,
    constraint pk_assignment primary key (organisation_id, id),
    constraint fk_assignment__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create unique index uq_assignment__org_client_coach_open on assignment (organisation_id, client_id, coach_id) where ends_at is null;
create index ix_assignment__client on assignment (organisation_id, client_id, id);
create index ix_assignment__coach on assignment (organisation_id, coach_id, client_id);
create index ix_assignment__coach_id on assignment (organisation_id, coach_id, id);
";

pub(super) const COACH_NOTES: &str = "
create table coach_note (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    author_id {uuid} not null,
    sealed {bytes} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_coach_note primary key (organisation_id, id),
    constraint fk_coach_note__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_coach_note__client_author on coach_note (organisation_id, client_id, author_id, id);
";

pub(super) const PERSONS: &str = "
create table person (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    relationship text,
    life_domain text,
    sealed {bytes} not null,
    past {bool} not null default false,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_person primary key (organisation_id, id),
    constraint uq_person__org_client_id unique (organisation_id, client_id, id),
    constraint fk_person__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_person__past on person (organisation_id, client_id, id) where past;
";

/// Persons that were merged into another, as long as a card names them. Neither id is a foreign key: cards outlive the
/// persons they name.
pub(super) const MERGED_PERSONS: &str = "
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
