//! A client beyond the limits, inserted directly: reads cost no more, and exports have all of it.

use crate::limits::full_map;
use crate::support::{App, Client, Db, RawDatabase, World, both_databases, count, id, statement_log};
use api::{Deadlines, ExportSettings};
use domain::clients::{MAX_BYTES, MAX_MAPS, MAX_PERSONS};
use domain::maps::{MAX_AGREEMENTS, MAX_SUPPORTERS};
use domain::ports::Clock;
use domain::{Caller, SessionId, UserId, exports};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use uuid::Uuid;

const MANY: i64 = 20_000;

/// A map with five persons on it.
async fn small_map(world: &World) -> String {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = world.a.client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    for _ in 0..5 {
        place(&world.a.client, &map, json!({ "person": { "alias": "Anna", "note": "n".repeat(900) } })).await;
    }
    map
}

async fn place(client: &Client, map: &str, supporter: Value) {
    client.post(&format!("{map}/supporters"), supporter).await.expect(201);
}

/// The statement that reads the whole map.
async fn reading(client: &Client, map: &str) -> String {
    let name = id().to_string();
    statement_log::keep(&name);
    client.with("x-request-id", &name).get(&format!("{map}/insights")).await.expect(200);
    let statements = statement_log::take(&name);
    statements.into_iter().find(|statement| statement.contains("as supporters")).unwrap()
}

/// How the database reads the map: as the service, on PostgreSQL with the pages of the whole plan.
async fn plan(app: &App, world: &World, map: &str) -> (i64, String) {
    let sql = reading(&world.a.client, map).await;
    let map = map.rsplit('/').next().unwrap();
    if app.db == Db::Sqlite {
        let explain = format!("explain query plan {sql}");
        let values = [world.a.id.into(), map.parse::<Uuid>().unwrap().into(), id().into(), app.clock.now().into()];
        let steps = app.raw.query(&explain, &values).await.unwrap();
        let steps: Vec<String> = steps.iter().map(|step| step.get("detail").unwrap()).collect();
        return (0, steps.join("\n"));
    }
    let service = RawDatabase::open(&app.kept.url()).await.unwrap();
    let (organisation, coach) = (world.a.id, id());
    for prepare in [
        format!("select set_config('app.org_id', '{organisation}', false)"),
        "set plan_cache_mode = force_generic_plan".to_owned(),
        format!("prepare reading (uuid, uuid, uuid, timestamptz) as {sql}"),
    ] {
        service.run(&prepare).await.unwrap();
    }
    let execute = format!("execute reading ('{organisation}', '{map}', '{coach}', now())");
    let plan = explained(&service, &execute).await;
    let pages = |kind: &str| plan[0]["Plan"][format!("Shared {kind} Blocks")].as_i64().unwrap();
    (pages("Hit") + pages("Read"), plan.to_string())
}

async fn explained(service: &RawDatabase, execute: &str) -> Value {
    // Once before, to fill the caches of the catalogue.
    service.run(execute).await.unwrap();
    // A plan is of the type json, and only what a query gives can be cast to text.
    let explain = format!(
        "do $do$ declare plan json; begin
            execute $sql$ explain (analyze, buffers, format json) {execute} $sql$ into plan;
            perform set_config('tests.plan', plan::text, false);
        end $do$"
    );
    service.run(&explain).await.unwrap();
    let plan = service.column::<String>("select current_setting('tests.plan')").await.unwrap();
    serde_json::from_str(&plan[0]).unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_costs_no_more_to_read_beside_20_000_other_persons(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let map = small_map(&world).await;
    let before = world.a.client.get(&map).await.expect(200);
    app.raw.run("analyze").await.unwrap();
    let (pages, _) = plan(&app, &world, &map).await;
    app.persons_up_to(MANY).await;
    // First with the statistics of the small client, as they are until the next ANALYZE.
    for statistics in ["old", "new"] {
        let (pages_beside, plan_beside) = plan(&app, &world, &map).await;
        assert!(pages_beside <= pages + 15, "{pages} before, {pages_beside} with {statistics} ones: {plan_beside}");
        assert_looked_up(db, &plan_beside);
        app.raw.run("analyze").await.unwrap();
    }
    let after = world.a.client.get(&map).await.expect(200);
    assert_eq!((before["supporters"].clone(), after.etag()), (after["supporters"].clone(), before.etag()));

    // Two of the others on the map: the persons between them are not read.
    let sql = "select id from person order by id limit 1";
    let ends = [sql.to_owned(), sql.replace("order by id", "order by id desc")];
    for end in ends {
        let person = app.raw.column::<Uuid>(&end).await.unwrap()[0];
        let placed = world.a.client.post(&format!("{map}/supporters"), json!({ "personId": person })).await;
        // The ends may be on the map already.
        assert!([201, 409].contains(&placed.status.as_u16()), "{}", placed.text());
    }
    let (pages_between, plan_between) = plan(&app, &world, &map).await;
    assert!(pages_between <= pages + 100, "{pages} before, {pages_between} with others between: {plan_between}");
    let whole = world.a.client.get(&map).await.expect(200);
    assert!(whole["supporters"].as_array().unwrap().len() >= 6);
    assert_looked_up(db, &plan_between);
}

/// SQLite, which reports no pages, looks each person up by its id.
fn assert_looked_up(db: Db, plan: &str) {
    if db == Db::Sqlite {
        let persons = plan.lines().find(|step| step.starts_with("SEARCH p ")).unwrap();
        assert!(persons.contains(" id=?"), "{plan}");
    }
}

/// Prints how fast reads stay beside as many other persons as `OMRINGD_PERSONS` says.
#[apply(both_databases)]
#[ignore = "takes minutes, and prints figures"]
#[tokio::test]
async fn figures_for_many_persons(db: Db) {
    let many = std::env::var("OMRINGD_PERSONS").map_or(MANY, |many| many.parse().unwrap());
    let patient = Deadlines { answer: Duration::from_secs(600), ..Deadlines::default() };
    let (app, world) = App::with_world_and(db, |service| service.deadlines = patient).await;
    app.bare().await;
    let (client, map) = (&world.a.client, small_map(&world).await);
    for persons in [5, many] {
        app.persons_up_to(persons).await;
        app.raw.run("analyze").await.unwrap();
        let (pages, _) = plan(&app, &world, &map).await;
        let mut took = Vec::new();
        for _ in 0..101 {
            let asked = Instant::now();
            client.get(&format!("{map}/insights")).await.expect(200);
            took.push(asked.elapsed());
        }
        took.sort();
        println!("{db:?}, {persons} persons: {pages} buffers, insights in {:?}, at most {:?}", took[50], took[100]);
        for form in ["json", "zip", "graphml"] {
            let path = format!("/v1/clients/{}/export?format={form}", world.a.client_id);
            let (asked, mut length) = (Instant::now(), 0);
            let mut answer = client.open(Method::GET, &path, "").await;
            assert_eq!(answer.status(), 200, "{form}");
            let first = asked.elapsed();
            while let Some(piece) = answer.chunk().await.unwrap() {
                length += piece.len();
            }
            println!("    {form}: {length} bytes, begun after {first:?}, ended after {:?}", asked.elapsed());
        }
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn twenty_thousand_persons_are_exported_in_every_format(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let map = small_map(&world).await;
    world.a.client.post(&format!("{map}/cards"), json!({})).await.expect(201);
    app.persons_up_to(MANY).await;
    let export = format!("/v1/clients/{}/export", world.a.client_id);
    let answer = world.a.client.unchecked().get(&export).await.expect(200);
    assert_eq!(answer.header("content-length"), answer.bytes.len().to_string());
    let document = answer.json();
    let persons = document["persons"].as_array().unwrap();
    assert_eq!(i64::try_from(persons.len()).unwrap(), MANY);
    let supporters = document["maps"][0]["supporters"].as_array().unwrap();
    assert!(
        supporters
            .iter()
            .all(|one| persons[one["person"].as_u64().unwrap() as usize - 1]["profile"]["alias"] == "Anna")
    );
    for form in ["zip", "graphml"] {
        world.a.client.get(&format!("{export}?format={form}")).await.expect(200);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn slow_readers_of_an_export_hold_no_database_connection(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().to_owned();
    small_map(&world).await;
    app.persons_up_to(MANY / 2).await;
    let other = app.beside_with(|service| {
        service.spool_directory = path;
        service.exports = ExportSettings { per_user: 7, ..ExportSettings::default() };
    });
    let client = world.a.client.at(&other.base);
    let export = format!("/v1/clients/{}/export", world.a.client_id);
    // More than there are connections.
    let mut slow = Vec::new();
    for _ in 0..7 {
        slow.push(client.open(Method::GET, &export, "").await);
    }
    let statuses: Vec<_> = slow.iter().map(reqwest::Response::status).collect();
    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0, "a file that has a name");
    world.a.admin.at(&other.base).post("/v1/clients", json!({ "name": "Jansen" })).await.expect(201);
    if db == Db::Postgres {
        let open = "pg_stat_activity where datname = current_database() and xact_start is not null
            and pid <> pg_backend_pid() and backend_type = 'client backend'";
        assert_eq!(count(&app.raw, open).await, 0, "a transaction is open");
    }
    let whole = slow.pop().unwrap().bytes().await.unwrap();
    let document: Value = serde_json::from_slice(&whole).unwrap();
    assert_eq!(document["persons"].as_array().unwrap().len() as i64, MANY / 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_export_without_room_can_be_retried(db: Db) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().to_owned();
    let app = App::spawn_with(db, |service| {
        service.spool_directory = path;
        service.spool_bytes = 200_000;
    })
    .await;
    let world = World::seed(&app).await;
    app.bare().await;
    small_map(&world).await;
    let export = format!("/v1/clients/{}/export", world.a.client_id);
    world.a.client.get(&export).await.expect(200);
    app.persons_up_to(500).await;
    for form in ["json", "zip"] {
        let refused = world.a.client.get(&format!("{export}?format={form}")).await;
        if form == "json" {
            assert!(!refused.problem(503, "unavailable").header("retry-after").is_empty());
        }
    }
    app.raw.run("delete from person where id not in (select person_id from supporter)").await.unwrap();
    world.a.client.get(&export).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_export_is_a_snapshot(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, map) = (&world.a.client, small_map(&world).await);
    let caller = Caller::person(SessionId(client.session), UserId(client.user));
    let ports = app.ports().await;
    let mut export = exports::open(&ports, &caller, world.a.client_id.into()).await.unwrap();
    let persons = export.persons(None).await.unwrap();

    place(client, &map, json!({ "person": { "alias": "Bram" } })).await;
    client.post(&format!("/v1/clients/{}/maps", world.a.client_id), json!({ "theme": "nieuw" })).await.expect(201);
    client.post(&format!("{map}/reflections"), json!({ "text": "Nieuw" })).await.expect(201);
    client.post(&format!("{map}/cards"), json!({})).await.expect(201);

    assert!(export.persons(persons.last().map(|person| person.id)).await.unwrap().is_empty());
    let maps = export.maps(0).await.unwrap();
    assert_eq!((persons.len(), maps.len(), maps[0].whole.supporters.len(), maps[0].reflections.len()), (5, 1, 5, 0));
    assert!(export.cards(0).await.unwrap().is_empty());
    export.end().await.unwrap();
}

/// What is counted for a client, and what is bounded otherwise, takes no more in an export than an import accepts.
#[apply(both_databases)]
#[tokio::test]
async fn all_that_fits_for_a_client_is_less_than_an_import_takes(db: Db) {
    const IMPORT: i64 = 64 << 20;
    /// The most bytes of an exported entry that are not counted.
    const SUPPORTER: i64 = 270;
    const AGREEMENT: i64 = 270;
    const PERSON: i64 = 270;
    const MAP: i64 = 50 * 80 + 400;
    const CARD: i64 = 200 * 8 + 500;
    const REST: i64 = 100_000;
    let (app, world) = App::with_bare_world(db).await;
    let map = full_map(&world).await;
    let reflections = format!("{map}/reflections");
    for text in ["\"", "\\ \n \"aangehaald\"", "é"] {
        world.a.client.post(&reflections, json!({ "text": text.repeat(500) })).await.expect(201);
    }
    let each = |many: usize| i64::try_from(many).unwrap();
    let allowed = |cards: i64| {
        MAX_BYTES - each(0)
            + PERSON * 200
            + MAP
            + SUPPORTER * each(MAX_SUPPORTERS)
            + AGREEMENT * each(MAX_AGREEMENTS)
            + CARD * cards
            + REST
    };
    let export = format!("/v1/clients/{}/export", world.a.client_id);
    for cards in 0..2 {
        let used = MAX_BYTES - app.bytes_left().await;
        let length = each(world.a.client.get(&export).await.expect(200).bytes.len());
        assert!(length <= allowed(cards) - MAX_BYTES + used, "{length} bytes for {used} with {cards} cards");
        world.a.client.post(&format!("{map}/cards"), json!({ "includeReflections": true })).await.expect(201);
    }
    let on_maps = MAP + SUPPORTER * each(MAX_SUPPORTERS) + AGREEMENT * each(MAX_AGREEMENTS);
    let most = MAX_BYTES + MAX_PERSONS * PERSON + MAX_MAPS * on_maps + 1000 * CARD + REST;
    assert!(most < IMPORT, "{most}");
    assert_eq!(count(&app.raw, "card").await, 2);
}
