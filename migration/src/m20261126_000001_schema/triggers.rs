//! Rules that no constraint can state: a card never changes, and only members are assigned.

use crate::Backend;

pub(super) fn statements(backend: Backend) -> &'static [&'static str] {
    match backend {
        Backend::Postgres => POSTGRES,
        Backend::Sqlite => SQLITE,
    }
}

// A coach is checked after the row is written, so that row-level security refuses a row of another organisation first. The
// search path is fixed, so that a temporary table cannot pass for `member`.
const POSTGRES: &[&str] = &[
    "create function never_updated() returns trigger language plpgsql as
        $$ begin raise exception 'a card never changes' using errcode = 'restrict_violation'; end $$",
    "create trigger never_updated before update on card for each row execute function never_updated()",
    "create trigger never_updated before update on card_person for each row execute function never_updated()",
    "create function assignment_of_member() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$ begin
        if not exists (select 1 from member where organisation_id = new.organisation_id and user_id = new.coach_id) then
            raise exception 'foreign key: the coach is no member of the organisation' using errcode = 'foreign_key_violation';
        end if;
        return null;
    end $$",
    "create trigger of_member after insert or update of organisation_id, coach_id on assignment
        for each row execute function assignment_of_member()",
];

const SQLITE: &[&str] = &[
    "create trigger never_updated_card before update on card begin select raise(abort, 'a card never changes'); end",
    "create trigger never_updated_card_person before update on card_person
        begin select raise(abort, 'a card never changes'); end",
    "create trigger assignment_of_member before insert on assignment
        when not exists (select 1 from member where organisation_id = new.organisation_id and user_id = new.coach_id)
        begin select raise(abort, 'foreign key: the coach is no member of the organisation'); end",
    "create trigger assignment_to_member before update of organisation_id, coach_id on assignment
        when not exists (select 1 from member where organisation_id = new.organisation_id and user_id = new.coach_id)
        begin select raise(abort, 'foreign key: the coach is no member of the organisation'); end",
];
