//! The four locks on the organisation boundary, each alone.
//!
//! 1. Types: `OrgScope` has no public maker; the compile-fail test stands in its documentation in `domain`.
//! 2. Queries: SQLite has no lock 3, so `isolation.rs` and `role_matrix.rs` on SQLite test this one.
//! 3. Row-level security: here, as the role the service runs as, and alone by `scripts/isolation-without-filter.sh`.
//! 4. Keys: here, from the catalogues of both databases and by trying.

use crate::support::{App, Db, Kept, RawDatabase, World, both_databases, count, id, insert, settings};
use persistence::contract::Value;
use persistence::{ConnectError, Database};
use rstest_reuse::apply;
use uuid::Uuid;

/// Tables without row-level security: those that are read before an organisation is known, by a secret, and the
/// history of migrations. This list only shrinks.
const UNPROTECTED: [&str; 4] = ["refresh_token", "seaql_migrations", "user_account", "write_probe"];

async fn protected(db: &RawDatabase) -> Vec<String> {
    let sql = "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relrowsecurity and relforcerowsecurity order by relname";
    db.column(sql).await.unwrap()
}

#[tokio::test]
async fn row_level_security_is_forced_on_every_table_with_data_of_an_organisation() {
    let app = App::spawn(Db::Postgres).await;
    let sql = "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity) order by relname";
    assert_eq!(app.raw.column::<String>(sql).await.unwrap(), UNPROTECTED);
}

#[tokio::test]
async fn without_an_organisation_the_service_sees_no_row() {
    let (app, world) = App::with_world(Db::Postgres).await;
    app.seal(&app.sealer(None).await).await;
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    for table in protected(&app.raw).await {
        assert_ne!(count(&app.raw, &table).await, 0, "the world has nothing in {table}: seed it");
        assert_eq!(count(&runtime, &table).await, 0, "{table}");
    }
    // After a transaction the setting is not NULL but empty.
    enter(&runtime, world.a.id).await;
    runtime.run("commit").await.unwrap();
    for table in protected(&app.raw).await {
        assert_eq!(count(&runtime, &table).await, 0, "{table} after a transaction");
    }
}

/// The columns of a seal after its number.
const SEAL: &str =
    "head, first_epoch, first_commit, first_id, last_epoch, last_commit, last_id, lines, root, tags, previous,
    hash, sealed_at";

/// Begins a transaction in an organisation. Rolls back the one before it, which a refused statement may have aborted.
async fn enter(runtime: &RawDatabase, organisation: Uuid) {
    runtime.run("rollback").await.unwrap();
    runtime.run("begin").await.unwrap();
    runtime.run(&format!("select set_config('app.org_id', '{organisation}', true)")).await.unwrap();
}

#[tokio::test]
async fn inside_an_organisation_the_service_sees_and_writes_only_its_rows() {
    let (app, world) = App::with_world(Db::Postgres).await;
    app.seal(&app.sealer(None).await).await;
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    let (a, b) = (world.a.id, world.b.id);
    // Sessions are their users', whatever organisation they chose.
    let owned = "select c.relname::text from pg_class c join pg_attribute t on t.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and t.attname = 'organisation_id'
            and c.relname <> 'session'";
    for table in app.raw.column::<String>(owned).await.unwrap() {
        enter(&runtime, a).await;
        let own = count(&runtime, &format!("{table} where organisation_id = '{a}'")).await;
        let others = count(&runtime, &format!("{table} where organisation_id <> '{a}'")).await;
        assert_ne!(own, 0, "{table}");
        assert_eq!(others, 0, "{table} shows rows of another organisation");
        // No role changes a card or a line of the access log or its seal, and the service deletes none: tested below.
        if table.starts_with("card") || ["access_log", "log_seal"].contains(&table.as_str()) {
            continue;
        }
        for change in [
            format!("update {table} set organisation_id = '{a}' where organisation_id = '{b}'"),
            format!("delete from {table} where organisation_id = '{b}'"),
        ] {
            assert_eq!(runtime.run(&change).await.unwrap(), 0, "{change}");
        }
        let give_away = format!("update {table} set organisation_id = '{b}'");
        let refused = runtime.run(&give_away).await.unwrap_err().to_string();
        assert!(refused.contains("row-level security"), "{table}: {refused}");
    }
    let now = "'2026-01-01'::timestamptz";
    let sql = format!(
        "insert into client (organisation_id, id, sealed, version, created_at, updated_at)
         values ('{b}', '{}', '', 1, {now}, {now})",
        id()
    );
    let line = format!(
        "insert into access_log (organisation_id, id, at, kind, operation, outcome)
         values ('{b}', '{}', {now}, 'action', 'read-map', 'done')",
        id()
    );
    // Also one of its own: only the sealer adds seals.
    let seal = format!("insert into log_seal select '{a}', number + 1000, {} from log_seal", SEAL);
    for foreign in [sql, line, seal] {
        enter(&runtime, a).await;
        let refused = runtime.run(&foreign).await.unwrap_err().to_string();
        assert!(refused.contains("row-level security"), "{refused}");
    }
}

#[tokio::test]
async fn the_service_has_no_right_to_change_or_remove_a_card_or_a_line_of_the_log() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    for change in [
        "update card set number = 7",
        "delete from card",
        "update card_person set sealed = ''",
        "update access_log set outcome = 'failed'",
        "delete from access_log",
        "update log_seal set lines = 7",
        "delete from log_seal",
        "update log_head set lines = 7",
        "delete from log_head",
        "update log_tick set epoch = 7",
        "delete from log_tick",
    ] {
        enter(&runtime, world.a.id).await;
        let refused = runtime.run(change).await.unwrap_err().to_string();
        assert!(refused.contains("permission denied"), "{change}: {refused}");
    }
    enter(&runtime, world.a.id).await;
    let others = format!("delete from card_person where organisation_id = '{}'", world.b.id);
    assert_eq!(runtime.run(&others).await.unwrap(), 0);
}

#[tokio::test]
async fn the_view_of_memberships_shows_only_the_users_own() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let views =
        "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')";
    let views = format!("{views} order by relname");
    assert_eq!(app.raw.column::<String>(&views).await.unwrap(), ["offered_provider", "own_membership", "own_password"]);
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    assert_eq!(count(&runtime, "own_membership").await, 0);
    enter(&runtime, world.a.id).await;
    assert_eq!(count(&runtime, "own_membership").await, 0);
    let me = world.a.coach.user;
    runtime.run(&format!("select set_config('app.self_id', '{me}', true)")).await.unwrap();
    let users = "own_membership where user_id";
    assert_eq!(count(&runtime, &format!("{users} = '{me}'")).await, 1);
    assert_eq!(count(&runtime, &format!("{users} <> '{me}'")).await, 0);
}

#[tokio::test]
async fn the_view_of_providers_shows_only_those_of_one_proven_domain() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let unproven = "update log_in_domain set verified_at = null where organisation_id =";
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    assert_eq!(count(&runtime, "offered_provider").await, 0);
    enter(&runtime, world.a.id).await;
    assert_eq!(count(&runtime, "offered_provider").await, 0);
    for (domain, offered) in [("seeded.example", 2), ("other.example", 0)] {
        runtime.run(&format!("select set_config('app.log_in_domain', '{domain}', true)")).await.unwrap();
        assert_eq!(count(&runtime, "offered_provider").await, offered, "{domain}");
        // The tables show what they did.
        assert_eq!(count(&runtime, &format!("identity_provider where organisation_id <> '{}'", world.a.id)).await, 0);
        assert_eq!(count(&runtime, &format!("log_in_domain where organisation_id <> '{}'", world.a.id)).await, 0);
    }
    app.raw.run(&format!("{unproven} '{}'", world.b.id)).await.unwrap();
    runtime.run("select set_config('app.log_in_domain', 'seeded.example', true)").await.unwrap();
    assert_eq!(count(&runtime, "offered_provider").await, 1);
}

#[tokio::test]
async fn the_service_cannot_lift_row_level_security() {
    let app = App::spawn(Db::Postgres).await;
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    for sql in [
        "alter table client disable row level security",
        "alter table client no force row level security",
        "drop policy boundary on client",
        "create policy more on client using (true)",
        "truncate client cascade",
        "drop table client",
        "create table mine (id int)",
        "set role omringd_test_owner",
        "set session authorization postgres",
        "alter role current_user bypassrls",
        "insert into seaql_migrations values ('x', 1, true)",
        "set row_security = off; select * from client",
    ] {
        let done = runtime.run(sql).await;
        assert!(done.is_err(), "{sql} was allowed");
    }
}

#[tokio::test]
async fn the_service_does_not_start_as_a_role_that_bypasses_row_level_security() {
    let kept = Kept::create(Db::Postgres);
    for url in [kept.owner_url(), kept.unbound_url()] {
        let refused = Database::connect(&settings(&url)).await.unwrap_err();
        assert!(matches!(refused, ConnectError::RoleTooPowerful(_)), "{refused}");
    }
    Database::connect(&settings(&kept.url())).await.unwrap();
}

/// The columns of every key, as `table: kind: columns`, of tables with an `organisation_id`.
const POSTGRES_KEYS: &str = "select t.relname || ': ' ||
        (select string_agg(a.attname, ',' order by k.n) from unnest(i.indkey::int[]) with ordinality k(attnum, n)
            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum)
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and i.indisunique and t.relname <> 'session'
        and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'organisation_id')";
const SQLITE_KEYS: &str = "select t.name || ': ' || (select group_concat(c.name, ',')
            from (select name from pragma_index_info(i.name) order by seqno) c)
    from sqlite_master t, pragma_index_list(t.name) i
    where t.type = 'table' and i.\"unique\" and t.name <> 'session'
        and exists (select 1 from pragma_table_info(t.name) c where c.name = 'organisation_id')";

/// References between two tables that both have an `organisation_id`, as `table: columns -> columns`.
const POSTGRES_REFERENCES: &str = "select t.relname || ': ' ||
        (select string_agg(a.attname, ',' order by k.n) from unnest(r.conkey) with ordinality k(attnum, n)
            join pg_attribute a on a.attrelid = r.conrelid and a.attnum = k.attnum) || ' -> ' ||
        (select string_agg(a.attname, ',' order by k.n) from unnest(r.confkey) with ordinality k(attnum, n)
            join pg_attribute a on a.attrelid = r.confrelid and a.attnum = k.attnum)
    from pg_constraint r join pg_class t on t.oid = r.conrelid
    where r.contype = 'f' and t.relname <> 'session'
        and exists (select 1 from pg_attribute a where a.attrelid = r.conrelid and a.attname = 'organisation_id')
        and exists (select 1 from pg_attribute a where a.attrelid = r.confrelid and a.attname = 'organisation_id')";
const SQLITE_REFERENCES: &str =
    "select t.name || ': ' || group_concat(r.\"from\", ',') || ' -> ' || group_concat(r.\"to\", ',')
    from sqlite_master t, pragma_foreign_key_list(t.name) r
    where t.type = 'table' and t.name <> 'session'
        and exists (select 1 from pragma_table_info(t.name) c where c.name = 'organisation_id')
        and exists (select 1 from pragma_table_info(r.\"table\") c where c.name = 'organisation_id')
    group by t.name, r.id";

#[apply(both_databases)]
#[tokio::test]
async fn every_key_and_every_reference_names_the_organisation_first(db: Db) {
    let app = App::spawn(db).await;
    let (keys, references) = match db {
        Db::Sqlite => (SQLITE_KEYS, SQLITE_REFERENCES),
        Db::Postgres => (POSTGRES_KEYS, POSTGRES_REFERENCES),
    };
    let keys = app.raw.column::<String>(keys).await.unwrap();
    assert!(keys.len() >= 20, "{keys:#?}");
    for key in keys {
        assert!(key.contains(": organisation_id"), "a key without the organisation first: {key}");
    }
    let references = app.raw.column::<String>(references).await.unwrap();
    assert!(references.len() >= 15, "{references:#?}");
    for reference in references {
        let names = reference.contains(": organisation_id") && reference.contains(" -> organisation_id");
        assert!(names, "a reference that could leave the organisation: {reference}");
    }
}

type Row = Vec<(&'static str, Value)>;

fn assignment(world: &World, client: Uuid, coach: Uuid) -> Row {
    let at = chrono::DateTime::UNIX_EPOCH;
    vec![
        ("organisation_id", world.a.id.into()),
        ("id", id().into()),
        ("client_id", client.into()),
        ("coach_id", coach.into()),
        ("sealed", vec![0_u8].into()),
        ("starts_at", at.into()),
        ("version", 1_i64.into()),
        ("created_at", at.into()),
    ]
}

fn stamped(mut row: Row) -> Row {
    let at = chrono::DateTime::UNIX_EPOCH;
    row.extend([("version", Value::from(1_i64)), ("created_at", at.into()), ("updated_at", at.into())]);
    row
}

fn supporter(world: &World, client: Uuid, map: Uuid, person: Uuid) -> Row {
    stamped(vec![
        ("organisation_id", world.a.id.into()),
        ("id", id().into()),
        ("client_id", client.into()),
        ("map_id", map.into()),
        ("person_id", person.into()),
        ("supports_answered", false.into()),
    ])
}

fn tie(world: &World, map: Uuid, one: Uuid, other: Uuid) -> Row {
    stamped(vec![
        ("organisation_id", world.a.id.into()),
        ("id", id().into()),
        ("client_id", world.a.client_id.into()),
        ("map_id", map.into()),
        ("first_id", one.min(other).into()),
        ("second_id", one.max(other).into()),
    ])
}

#[apply(both_databases)]
#[tokio::test]
async fn the_database_refuses_references_across_organisations_clients_and_maps(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let person = |client: Uuid| {
        stamped(vec![
            ("organisation_id", a.id.into()),
            ("id", id().into()),
            ("client_id", client.into()),
            ("sealed", vec![0_u8].into()),
        ])
    };
    let refused: Vec<(&str, &str, Row)> = vec![
        ("a client of B", "assignment", assignment(&world, b.client_id, a.coach.user)),
        ("a coach of B", "assignment", assignment(&world, a.client_id, b.coach.user)),
        ("a client of B", "person", person(b.client_id)),
        ("a map of B", "supporter", supporter(&world, a.client_id, b.open.map, a.open.unplaced_person)),
        ("a person of B", "supporter", supporter(&world, a.client_id, a.open.map, b.open.unplaced_person)),
        ("another client's map", "supporter", supporter(&world, a.other_client_id, a.open.map, a.open.unplaced_person)),
        ("a supporter of B", "tie", tie(&world, a.open.map, a.open.supporter, b.open.supporter)),
        ("a supporter of another map", "tie", tie(&world, a.open.map, a.open.supporter, a.private.supporter)),
    ];
    for (what, table, row) in refused {
        let outcome = insert(&app.raw, table, row).await;
        let error = outcome.expect_err(&format!("{table} took {what}")).to_string().to_lowercase();
        assert!(error.contains("foreign key"), "{table}, {what}: {error}");
    }
    // The same rows within the client are accepted: the reference was the reason for the refusal.
    insert(&app.raw, "assignment", assignment(&world, a.lone_client_id, a.coach.user)).await.unwrap();
    insert(&app.raw, "person", person(a.client_id)).await.unwrap();
    insert(&app.raw, "supporter", supporter(&world, a.client_id, a.open.map, a.open.unplaced_person)).await.unwrap();
}
