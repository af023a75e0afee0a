//! Maps, what stands on them, and their cards.

/// Every table with a client's id refers to its map or person together with the client, so that no row points into another
/// client's data.
///
/// `updated_at` is in no index: PostgreSQL can then change a map without writing to its indexes.
pub(super) const MAPS: &str = "
create table map (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    sealed {bytes} not null,
    private {bool} not null,
    everyone_named {bool},
    every_tie_named {bool},
    review_on {date},
    head_version {big} not null default 1,
    needs_version {big} not null default 1,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    updated_by {uuid},
    change_id text,
    constraint pk_map primary key (organisation_id, id),
    constraint uq_map__org_client_id unique (organisation_id, client_id, id),
    constraint fk_map__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_map__client_review on map (organisation_id, client_id, review_on) where not private and review_on is not null;

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
    angle {small} constraint ck_supporter__angle check (angle between 0 and 359),
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
    sealed {bytes} not null,
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
create index ix_agreement__client_open on agreement (organisation_id, client_id, due_on) where status in ('planned', 'asked', 'accepted');
create index ix_agreement__client_map on agreement (organisation_id, client_id, map_id);
create index ix_agreement__supporter on agreement (organisation_id, map_id, supporter_id);
create index ix_agreement__support_type on agreement (organisation_id, support_type);

create table reflection (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    map_id {uuid} not null,
    sealed {bytes} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_reflection primary key (organisation_id, id),
    constraint fk_reflection__map foreign key (organisation_id, client_id, map_id) references map (organisation_id, client_id, id) on delete cascade
) {end};

create index ix_reflection__map on reflection (organisation_id, map_id, id);
create index ix_reflection__client_map on reflection (organisation_id, client_id, map_id);
";

/// Content and persons of a card are encrypted. Persons stand apart, so that one who objects is taken off
/// every card by deleting rows; `person_id` is no foreign key, since cards outlive persons.
pub(super) const CARDS: &str = "
create table card (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    map_id {uuid} not null,
    number {big} not null constraint ck_card__number check (number > 0),
    made_by {uuid},
    made_as text not null constraint ck_card__made_as check (made_as in ('coach', 'client')),
    review_on {date},
    sealed {bytes} not null,
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
    sealed {bytes} not null,
    constraint pk_card_person primary key (organisation_id, card_id, person_id),
    constraint fk_card_person__card foreign key (organisation_id, client_id, card_id) references card (organisation_id, client_id, id) on delete cascade
) {end};

create index ix_card_person__person on card_person (organisation_id, client_id, person_id);
create index ix_card_person__client_card on card_person (organisation_id, client_id, card_id);
";
