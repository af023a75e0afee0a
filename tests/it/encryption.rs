//! What clients and their coaches write is encrypted in the database (ADR 56): so far reflections and coach notes.

use crate::support::{App, Db, World, both_databases};
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
    let revealing: Vec<_> = files.iter().filter(|file| contains(file, &canary)).collect();
    assert!(revealing.is_empty(), "{revealing:?}");
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
