//! What clients and their coaches write is encrypted in the database (ADR 56): persons, maps and what is on them, but no cards; for clients see `client_encryption.rs`.

use crate::client_encryption;
use crate::support::{App, Db, World, both_databases, id};
use persistence::contract::Value;
use rstest_reuse::apply;
use serde_json::json;
use std::path::{Path, PathBuf};

/// A reflection and a coach note that say this: their paths.
async fn written(world: &World, text: &str) -> [String; 2] {
    let a = &world.a;
    let reflections = format!("/v1/maps/{}/reflections", a.open.map);
    let reflection = a.client.post(&reflections, json!({ "text": text })).await.expect(201);
    let notes = format!("/v1/clients/{}/coach-notes", a.client_id);
    let note = a.coach.post(&notes, json!({ "text": text })).await.expect(201);
    [reflection.location(), note.location()]
}

/// A person with this in every text, placed on a map with it as its theme and in an agreement, then all of it changed in each
/// way that there is.
async fn map_written(world: &World, text: &str) {
    let client = &world.a.client;
    let profile = json!({ "alias": text, "phone": text, "email": text, "note": text });
    let of_client = format!("/v1/clients/{}", world.a.client_id);
    let map = client.post(&format!("{of_client}/maps"), json!({ "theme": text })).await.expect(201).location();
    let person = client.post(&format!("{of_client}/persons"), profile.clone()).await.expect(201);
    let batch = json!({ "persons": [profile.clone()] });
    client.post(&format!("{of_client}/persons/batch"), batch).await.expect(201);
    let placed = client.post(&format!("{map}/supporters"), json!({ "personId": person.id() })).await.expect(201);
    client.post(&format!("{map}/supporters"), json!({ "person": profile })).await.expect(201);
    let agreement = json!({ "text": text, "status": "planned", "supporterId": placed.id() });
    let agreement = client.post(&format!("{map}/agreements"), agreement).await.expect(201).location();
    client
        .post(&format!("{map}/import"), json!({ "persons": format!("key,alias,note\n1,{text},{text}\n") }))
        .await
        .expect(200);
    let changed = format!("{text}!");
    client.patch(&map, "*", json!({ "theme": changed })).await.expect(200);
    client.patch(&person.location(), "*", json!({ "alias": changed, "note": changed })).await.expect(200);
    client.patch(&agreement, "*", json!({ "text": changed })).await.expect(200);
    let [person, other] = [id(), id()];
    let content = json!({
        "theme": text,
        "persons": [{ "id": person, "alias": text, "note": text }],
        "supporters": [{ "id": other, "personId": person }],
        "ties": [], "needs": [],
        "agreements": [{ "id": id(), "text": text, "status": "planned" }],
    });
    client.put(&format!("{map}/content"), "*", content).await.expect(200);
    card_written(world, &map, text).await;
}

/// Invitations of addresses that begin so, in each way that there is. None is accepted: the address of an account is its own.
async fn invited(app: &App, world: &World, name: &str) {
    let (admin, address) = (&world.a.admin, |number: usize| format!("{name}{number}@elders.test"));
    let body = json!({ "email": address(1), "roles": ["coach"] });
    let invited = admin.post("/v1/invitations", body).await.expect(201).location();
    let shown = admin.post(&format!("{invited}/deliveries"), json!({})).await.expect(201);
    let client = json!({ "email": address(2), "clientId": world.a.lone_client_id });
    admin.post("/v1/invitations", client).await.expect(201);
    let found = app.anonymous().post("/v1/invitation-lookups", json!({ "secret": shown["secret"] })).await.expect(200);
    assert_eq!(found["email"], address(1));
    let table = format!("email;roles\n{};coach\n{};coach\n", address(1), address(3));
    let imported = admin.post_file("/v1/invitation-imports", "text/csv", table).await.expect(200);
    assert_eq!([&imported["items"][0]["outcome"], &imported["items"][1]["outcome"]], ["already-invited", "invited"]);
    assert_eq!(admin.get(&invited).await.expect(200)["email"], address(1));
}

/// A card of this map with a reflection that says this, and the same card in another client's record.
async fn card_written(world: &World, map: &str, text: &str) {
    let (client, other) = (&world.a.client, &world.a.other_client);
    client.post(&format!("{map}/reflections"), json!({ "text": text })).await.expect(201);
    let card = client.post(&format!("{map}/cards"), json!({ "includeReflections": true })).await.expect(201);
    assert_eq!((&card["map"]["theme"], &card["map"]["persons"][0]["note"]), (&json!(text), &json!(text)));
    assert_eq!((&card["map"]["agreements"][0]["text"], &card["reflections"][0]["text"]), (&json!(text), &json!(text)));
    let export = client.get(&format!("/v1/clients/{}/export", world.a.client_id)).await.expect(200).json();
    let imported = format!("/v1/clients/{}/import", world.a.other_client_id);
    assert_ne!(other.post(&imported, export).await.expect(200)["cards"], 0);
}

/// The files of the application's database and its log; none of a PostgreSQL server on another machine.
async fn files(app: &App) -> Vec<PathBuf> {
    if let Some(file) = persistence::sqlite_file(&app.kept.url()) {
        let log = PathBuf::from(format!("{}-wal", file.display()));
        return vec![file, log];
    }
    app.raw.run("checkpoint").await.unwrap();
    let places = "select current_setting('data_directory') || '/' || d.path from pg_database b,
        lateral (values ('base/' || b.oid), ('pg_wal')) d (path) where b.datname = current_database()";
    let directories: Vec<String> = app.raw.column(places).await.unwrap();
    let listed = directories.iter().filter_map(|directory| Path::new(directory).read_dir().ok()).flatten();
    listed.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
}

fn contains(file: &Path, text: &str) -> bool {
    // Files of the log come and go.
    std::fs::read(file).is_ok_and(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
}

#[apply(both_databases)]
#[tokio::test]
async fn no_file_of_the_database_contains_what_was_written(db: Db) {
    let (app, world) = App::with_world(db).await;
    let canary = format!("Kanarie{}", world.a.client_id.simple());
    let [reflection, note] = written(&world, &canary).await;
    let changed = json!({ "text": format!("{canary}!") });
    world.a.client.patch(&reflection, "*", changed.clone()).await.expect(200);
    world.a.coach.patch(&note, "*", changed).await.expect(200);
    map_written(&world, &canary).await;
    client_encryption::written(&world, &canary).await;
    let address = canary.to_lowercase();
    invited(&app, &world, &address).await;
    for text in [&canary, &address, client_encryption::BORN] {
        assert!(!text_in_rows(&app, text).await, "{text}");
    }
    // What is not encrypted is found, so that this looks at the right files.
    let control = format!("Controle{}", world.a.client_id.simple());
    app.raw
        .query("update organisation set name = $1 where id = $2", &[control.as_str().into(), world.a.id.into()])
        .await
        .unwrap();
    let files = files(&app).await;
    if files.is_empty() {
        return eprintln!("Left out: the files of this PostgreSQL server cannot be read from here");
    }
    assert!(files.iter().any(|file| contains(file, &control)));
    let reveals =
        |file: &&PathBuf| [&canary, &address, client_encryption::BORN].iter().any(|text| contains(file, text));
    let revealing: Vec<_> = files.iter().filter(reveals).collect();
    assert!(revealing.is_empty(), "{revealing:?}");
}

/// The tables of what is said about clients, and of what happened to them.
const TABLES: [&str; 17] = [
    "client",
    "client_identifier",
    "client_key",
    "assignment",
    "person",
    "map",
    "agreement",
    "supporter",
    "reflection",
    "coach_note",
    "card",
    "card_person",
    "event",
    "idempotency",
    "access_log",
    "invitation",
    "job",
];

/// Whether any row of these tables has this text, as bytes or as text.
async fn text_in_rows(app: &App, text: &str) -> bool {
    let digits: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut found = false;
    for table in TABLES {
        let rows = match app.db {
            Db::Sqlite => {
                let columns = format!("select name from pragma_table_info('{table}')");
                let columns: Vec<String> = app.raw.column(&columns).await.unwrap();
                let cells: Vec<_> = columns.iter().map(|column| format!("coalesce(hex({column}), '')")).collect();
                format!("select lower({}) from {table}", cells.join(" || '|' || "))
            }
            Db::Postgres => format!("select t::text || encode(convert_to(t::text, 'UTF8'), 'hex') from {table} t"),
        };
        let rows: Vec<String> = app.raw.column(&rows).await.unwrap();
        found |= rows.iter().any(|row| row.contains(&digits) || row.contains(text));
    }
    found
}

#[apply(both_databases)]
#[tokio::test]
async fn a_second_process_reads_what_the_first_one_wrote(db: Db) {
    let (app, world) = App::with_world(db).await;
    let second = app.beside();
    for (path, reader) in written(&world, "Van mij").await.iter().zip([&world.a.client, &world.a.coach]) {
        assert_eq!(reader.at(&second.base).get(path).await.expect(200)["text"], "Van mij");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_value_moved_to_another_row_is_refused(db: Db) {
    let (app, world) = App::with_world(db).await;
    let [one, _] = written(&world, "Het ene").await;
    let [other, note] = written(&world, "Het andere").await;
    let id = |path: &str| -> Value { path.rsplit('/').next().unwrap().parse::<uuid::Uuid>().unwrap().into() };
    let moved = "update reflection set sealed = (select o.sealed from reflection o where o.id = $2) where id = $1";
    app.raw.query(moved, &[id(&one), id(&other)]).await.unwrap();
    world.a.client.get(&one).await.problem(500, "internal");
    world.a.client.get(&other).await.expect(200);
    let moved = "update reflection set sealed = (select n.sealed from coach_note n where n.id = $2) where id = $1";
    app.raw.query(moved, &[id(&one), id(&note)]).await.unwrap();
    world.a.client.get(&one).await.problem(500, "internal");
}

/// A value of each kind moved to another row of the client, and one of another client moved here: whatever reads it fails, and
/// says nothing of it.
#[apply(both_databases)]
#[tokio::test]
async fn what_is_on_a_map_is_readable_in_its_own_row_only(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, of_client) = (&world.a, format!("/v1/clients/{}", world.a.client_id));
    let map = format!("/v1/maps/{}", a.open.map);
    let kinds = [
        ("person", a.open.person, format!("/v1/persons/{}", a.open.person)),
        ("agreement", a.open.agreement, format!("/v1/agreements/{}", a.open.agreement)),
        ("map", a.open.map, format!("{of_client}/maps")),
    ];
    let theirs = world.b.open.clone();
    for (table, row, path) in kinds {
        let (mine, foreign) = match table {
            "person" => (a.private.person, theirs.person),
            "agreement" => (a.private.agreement, theirs.agreement),
            _ => (a.private.map, theirs.map),
        };
        let sealed = format!("select sealed from {table} where id = $1");
        let own = app.raw.query(&sealed, &[row.into()]).await.unwrap()[0].get::<Vec<u8>>("sealed").unwrap();
        let change = format!("update {table} set sealed = $2 where id = $1");
        for other in [mine, foreign] {
            let moved = app.raw.query(&sealed, &[other.into()]).await.unwrap()[0].get::<Vec<u8>>("sealed").unwrap();
            app.raw.query(&change, &[row.into(), moved.into()]).await.unwrap();
            // A process that has not read the map yet.
            let second = app.beside();
            let client = a.client.at(&second.base);
            for path in [&path, &map, &format!("{of_client}/overview"), &format!("{map}/supporters")] {
                let answer = client.get(path).await;
                if table == "person" || !path.ends_with("/supporters") {
                    let text = answer.problem(500, "internal").text();
                    assert!(!text.contains("borstkanker") && !text.contains("Anna"), "{text}");
                }
            }
        }
        app.raw.query(&change, &[row.into(), own.into()]).await.unwrap();
        a.client.get(&path).await.expect(200);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_caseload_needs_the_key_of_each_client(db: Db) {
    let (app, world) = App::with_world(db).await;
    let caseload = world.a.coach.get("/v1/caseload").await.expect(200);
    assert_eq!(caseload["items"][0]["latestMap"]["theme"], "borstkanker");
    app.raw.query("delete from client_key where client_id = $1", &[world.a.client_id.into()]).await.unwrap();
    world.a.coach.get("/v1/caseload").await.problem(500, "internal");
    world.b.coach.get("/v1/caseload").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_whose_key_is_gone_is_unreadable_at_once_and_others_are_not(db: Db) {
    let (app, world) = App::with_world(db).await;
    let paths = written(&world, "Van mij").await;
    let second = app.beside();
    world.a.client.at(&second.base).get(&paths[0]).await.expect(200);
    app.raw.query("delete from client_key where client_id = $1", &[world.a.client_id.into()]).await.unwrap();
    world.a.client.get(&paths[0]).await.problem(500, "internal");
    world.a.coach.get(&paths[1]).await.problem(500, "internal");
    world.a.client.get(&format!("/v1/cards/{}", world.a.open.card)).await.problem(500, "internal");
    world.a.client.at(&second.base).get(&paths[0]).await.problem(500, "internal");
    let maps = format!("/v1/clients/{}/maps", world.a.other_client_id);
    let map = world.a.other_client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    let reflection = world.a.other_client.post(&format!("{map}/reflections"), json!({ "text": "Ook van mij" })).await;
    world.a.other_client.get(&reflection.expect(201).location()).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_new_client_has_a_key_and_a_removed_one_has_none(db: Db) {
    let (app, world) = App::with_world(db).await;
    let keys = async || app.raw.column::<i64>("select count(*) from client_key").await.unwrap()[0];
    let before = keys().await;
    let created = world.a.admin.post("/v1/clients", json!({ "name": "Nieuw" })).await.expect(201);
    assert_eq!(keys().await, before + 1);
    world.a.admin.delete(&created.location(), &created.etag()).await.expect(204);
    assert_eq!(keys().await, before);
}
