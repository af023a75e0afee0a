//! What is stored for each client, counted by triggers, and how much one client may have (docs/adr/0026).
//!
//! Triggers count each row as it is added and removed, so that no statement can skip the count. The transaction that adds
//! something locks the client's row of `client_usage` until it ends: the counts are exact under concurrency. That row is
//! made with the first counted row, from what is stored.
//!
//! The limits bind the service, not the owner of the tables, who migrates and restores. On SQLite they are temporary
//! triggers of the service's own connections (`persistence/src/client_usage.rs`).

use crate::Backend;

pub(super) fn triggers(backend: Backend) -> Vec<String> {
    match backend {
        Backend::Postgres => postgres_statements(),
        Backend::Sqlite => sqlite_statements(),
    }
}

// Deferred: PostgreSQL checks a row anew that one transaction updates twice, and while a client is deleted with everything
// of theirs, each table's trigger updates the row of a client that is already gone.
pub(super) const TABLE: &str = "
create table client_usage (
    organisation_id {uuid} not null,
    client_id {uuid} not null,
    persons {big} not null,
    maps {big} not null,
    cards {big} not null,
    bytes {big} not null,
    constraint pk_client_usage primary key (organisation_id, client_id),
    constraint fk_client_usage__client foreign key (organisation_id, client_id) references client (organisation_id, id)
        on delete cascade deferrable initially deferred
) {end};
";

/// The limits of one client, as in `domain::clients::Full`: they are frozen here, as every migration is.
const LIMITS: [(&str, i64); 4] = [("persons", 2_000), ("maps", 200), ("cards", 1_000), ("bytes", 32 << 20)];

/// A table whose rows are counted.
struct Counted {
    table: &'static str,
    /// The column of `client_usage` that counts its rows, if there is one.
    counter: Option<&'static str>,
    /// The column whose length is counted: an encrypted value.
    column: Option<&'static str>,
    /// Bytes counted for each row, where nothing else limits the number of rows.
    flat: i64,
    /// Whether the counted column can change.
    updated: bool,
    /// Whether it has its map's id and not its client's.
    by_map: bool,
}

const COUNTED: [Counted; 9] = [
    Counted { counter: Some("persons"), ..column("person", "sealed") },
    Counted { counter: Some("maps"), ..column("map", "sealed") },
    Counted { counter: Some("cards"), updated: false, ..column("card", "sealed") },
    Counted { updated: false, ..column("card_person", "sealed") },
    column("agreement", "sealed"),
    Counted { flat: 128, ..column("reflection", "sealed") },
    Counted { flat: 128, ..column("coach_note", "sealed") },
    Counted { flat: 128, ..rows("tie") },
    Counted { flat: 128, by_map: true, ..rows("support") },
];

const fn rows(table: &'static str) -> Counted {
    Counted { table, counter: None, column: None, flat: 0, updated: true, by_map: false }
}

const fn column(table: &'static str, column: &'static str) -> Counted {
    Counted { column: Some(column), ..rows(table) }
}

impl Counted {
    /// The number of bytes that a row counts for, as an expression.
    fn bytes(&self, row: &str, postgres: bool) -> String {
        let length = self.column.map(|column| {
            if postgres {
                format!("octet_length({row}.{column})")
            } else {
                format!("length(cast({row}.{column} as blob))")
            }
        });
        length.into_iter().chain([self.flat.to_string()]).collect::<Vec<_>>().join(" + ")
    }

    /// The table as `x` with what has its client's id, and the alias of that. The condition on the client is the caller's.
    fn of_client(&self, rows: &str) -> (String, &'static str) {
        if self.by_map {
            (format!("{rows} x join map o on o.organisation_id = x.organisation_id and o.id = x.map_id"), "o")
        } else {
            (format!("{rows} x"), "x")
        }
    }
}

/// The row of `client_usage` for the client `c`, counted from what is stored.
fn recount(postgres: bool) -> String {
    let many = |table: &str| {
        format!("(select count(*) from {table} x where x.organisation_id = c.organisation_id and x.client_id = c.id)")
    };
    let bytes = COUNTED.iter().map(|counted| {
        let (from, owner) = counted.of_client(counted.table);
        let bytes = counted.bytes("x", postgres);
        format!(
            "coalesce((select sum({bytes}) from {from}
                where {owner}.organisation_id = c.organisation_id and {owner}.client_id = c.id), 0)"
        )
    });
    let bytes = bytes.collect::<Vec<_>>().join(" + ");
    format!("c.organisation_id, c.id, {}, {}, {}, {bytes}", many("person"), many("map"), many("card"))
}

/// What a change adds to each counter, in the order of the table's columns.
fn changes(counter: Option<&str>, rows: &str, bytes: &str) -> String {
    let counters = ["persons", "maps", "cards"].map(|name| if counter == Some(name) { rows } else { "0" });
    format!("{}, {bytes}", counters.join(", "))
}

fn postgres_statements() -> Vec<String> {
    let mut statements = vec![use_of_client()];
    for counted in &COUNTED {
        statements.extend(postgres_triggers(counted));
    }
    // Supports are deleted after their map, when their client can no longer be found.
    statements.push(
        "create function count_supports_of_map() returns trigger language plpgsql as $$ begin
            perform public.use_of_client(old.organisation_id, old.client_id, 0, 0, 0, -128 * (select count(*)
                from public.support x where x.organisation_id = old.organisation_id and x.map_id = old.id));
            return old;
        end $$"
            .to_owned(),
    );
    statements.push(
        "create trigger count_supports before delete on map for each row execute function count_supports_of_map()"
            .to_owned(),
    );
    statements
}

/// The function that counts a change and refuses one beyond a limit.
fn use_of_client() -> String {
    let over =
        LIMITS.map(|(name, most)| format!("when more_{name} > 0 and used.{name} > {most} then '{name}'")).join(" ");
    let recount = recount(true);
    format!(
        "create function use_of_client(organisation uuid, client uuid, more_persons bigint, more_maps bigint, more_cards bigint,
            more_bytes bigint) returns void language plpgsql as $$
        declare
            used public.client_usage;
            beyond text;
        begin
            if more_persons = 0 and more_maps = 0 and more_cards = 0 and more_bytes = 0 then
                return;
            end if;
            loop
                update public.client_usage u set persons = u.persons + more_persons, maps = u.maps + more_maps,
                    cards = u.cards + more_cards, bytes = u.bytes + more_bytes
                    where u.organisation_id = organisation and u.client_id = client returning u.* into used;
                exit when found;
                insert into public.client_usage select {recount}
                    from public.client c where c.organisation_id = organisation and c.id = client
                    on conflict do nothing returning * into used;
                exit when found;
                exit when not exists (select from public.client c where c.organisation_id = organisation and c.id = client);
            end loop;
            beyond := case {over} end;
            if beyond is not null and not pg_has_role(current_user,
                (select t.relowner from pg_class t where t.oid = 'public.client_usage'::regclass), 'member') then
                raise exception 'the client is full' using errcode = 'check_violation',
                    constraint = 'ck_client_usage__' || beyond;
            end if;
        end $$"
    )
}

fn postgres_triggers(counted: &Counted) -> Vec<String> {
    let table = counted.table;
    let (from, owner) = counted.of_client("changed");
    let from = from.replace("join map", "join public.map");
    let sum = format!("sign * coalesce(sum({}), 0)", counted.bytes("x", true));
    let counts = changes(counted.counter, "sign * count(*)", &sum);
    let mut statements = vec![format!(
        "create function count_{table}() returns trigger language plpgsql as $$
        declare sign bigint := case tg_op when 'INSERT' then 1 else -1 end;
        begin
            perform public.use_of_client({owner}.organisation_id, {owner}.client_id, {counts})
                from {from} group by {owner}.organisation_id, {owner}.client_id;
            return null;
        end $$"
    )];
    for (event, changed) in [("insert", "new"), ("delete", "old")] {
        statements.push(format!(
            "create trigger count_{event} after {event} on {table} referencing {changed} table as changed
                for each statement execute function count_{table}()"
        ));
    }
    if let Some(column) = counted.column.filter(|_| counted.updated) {
        let [new, old] = ["new", "old"].map(|row| counted.bytes(row, true));
        let more = format!("({new}) - ({old})");
        let counts = changes(None, "0", &more);
        statements.push(format!(
            "create function recount_{table}() returns trigger language plpgsql as $$ begin
                perform public.use_of_client(new.organisation_id, new.client_id, {counts});
                return null;
            end $$"
        ));
        statements.push(format!(
            "create trigger count_update after update of {column} on {table} for each row when ({new} <> {old})
                execute function recount_{table}()"
        ));
    }
    statements
}

fn sqlite_statements() -> Vec<String> {
    let mut statements = Vec::new();
    for counted in &COUNTED {
        statements.extend(sqlite_triggers(counted));
    }
    statements.push(
        "create trigger count_supports_of_map before delete on map begin
            update client_usage set bytes = bytes - 128 * (select count(*) from support x
                where x.organisation_id = old.organisation_id and x.map_id = old.id)
            where organisation_id = old.organisation_id and client_id = old.client_id;
        end"
        .to_owned(),
    );
    statements
}

fn sqlite_triggers(counted: &Counted) -> Vec<String> {
    let table = counted.table;
    let client = |row: &str| {
        if counted.by_map {
            format!(
                "(select o.client_id from map o where o.organisation_id = {row}.organisation_id and o.id = {row}.map_id)"
            )
        } else {
            format!("{row}.client_id")
        }
    };
    let update = |row: &str, sign: &str, bytes: &str| {
        let rows = counted.counter.map(|name| format!("{name} = {name} {sign} 1, ")).unwrap_or_default();
        let client = client(row);
        format!(
            "update client_usage set {rows}bytes = bytes {sign} ({bytes})
                where organisation_id = {row}.organisation_id and client_id = {client};"
        )
    };
    let (recount, of_new) = (recount(false), client("new"));
    let mut statements = vec![
        format!(
            "create trigger count_insert_{table} after insert on {table} begin
                {}
                insert into client_usage select {recount} from client c
                    where c.organisation_id = new.organisation_id and c.id = {of_new} and not exists (select 1 from client_usage u
                        where u.organisation_id = c.organisation_id and u.client_id = c.id);
            end",
            update("new", "+", &counted.bytes("new", false)),
        ),
        format!(
            "create trigger count_delete_{table} after delete on {table} begin {} end",
            update("old", "-", &counted.bytes("old", false)),
        ),
    ];
    if let Some(column) = counted.column.filter(|_| counted.updated) {
        let [new, old] = ["new", "old"].map(|row| counted.bytes(row, false));
        let more = format!("({new}) - ({old})");
        statements.push(format!(
            "create trigger count_update_{table} after update of {column} on {table} when {new} <> {old} begin
                update client_usage set bytes = bytes + ({more})
                    where organisation_id = new.organisation_id and client_id = new.client_id;
            end",
        ));
    }
    statements
}
