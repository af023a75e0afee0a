//! `omringd backup` and `omringd restore`: a backup of any age, together with the newest keys, shows what may still be read.

use crate::support::{
    Actor, App, Client, Db, RawDatabase, Target, World, both_databases, count, key, organisation_keys,
};
use api::auth::OrganisationKeyFiles;
use api::cli::backup::{Report, backup, restore};
use api::config::Config;
use api::server;
use domain::{OrganisationId, Ports, jobs, key_rotation};
use migration::{MigrateError, UnfitRole};
use reqwest::Url;
use rstest_reuse::apply;
use secrecy::ExposeSecret;
use serde_json::json;
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

/// A directory for backups, and one of them that does not exist yet.
fn place() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let backup = directory.path().join("backup");
    (directory, backup)
}

/// An application with cards and something else to read.
async fn app(db: Db) -> (App, World, String) {
    let (app, world) = App::with_world(db).await;
    let map = crate::cards::map(&world, false).await;
    crate::cards::make(&world.a.coach, &map).await;
    let reflections = format!("/v1/maps/{}/reflections", world.a.open.map);
    let path = world.a.client.post(&reflections, json!({ "text": "Van mij" })).await.expect(201).location();
    (app, world, path)
}

/// A caller with a token of now: time passes in a rotation.
fn now(app: &App, actor: &Actor) -> Client {
    app.anonymous().bearer(&app.token(actor.session, actor.user))
}

async fn new_client(admin: &Client, name: &str) -> String {
    admin.post("/v1/clients", json!({ "name": name })).await.expect(201).location()
}

/// A rotation, and the destruction of the old keys an hour later.
async fn rotate(app: &App, world: &World) {
    key_rotation::rotate_now(&app.ports().await, Some(OrganisationId(world.a.id))).await.unwrap();
    app.run_jobs().await;
    app.clock.advance(key_rotation::KEPT + chrono::Duration::minutes(1));
    app.run_jobs().await;
}

async fn restored(app: &App, from: &Path) -> (Target, Report) {
    let target = app.restore_target().await;
    let report = restore(&target.config, from).await.unwrap();
    (target, report)
}

async fn refusal(config: &Config, from: &Path) -> String {
    restore(config, from).await.unwrap_err().to_string()
}

#[apply(both_databases)]
#[tokio::test]
async fn what_was_written_before_a_backup_is_read_after_a_restore(db: Db) {
    let (app, world, path) = app(db).await;
    let anchors = tempfile::tempdir().unwrap();
    let anchors = anchors.path().join("anchors");
    app.seal(&app.sealer(Some(anchors.clone())).await).await;
    let (_place, to) = place();
    let config = app.backup_config().await;
    let over = AtomicBool::new(false);
    let write = async {
        let mut rounds = 0;
        while !over.load(Ordering::Relaxed) {
            new_client(&world.a.admin, "Nieuw").await;
            rounds += 1;
        }
        rounds
    };
    let made = async {
        let made = backup(&config, &to).await;
        over.store(true, Ordering::Relaxed);
        made
    };
    let (rounds, made) = tokio::join!(write, made);
    let made = made.unwrap();
    assert!(rounds > 0 && made.rows["client"] >= 6 && made.rows["access_log"] > 0, "{rounds} {made:?}");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&to), 0o700);
    let files: Vec<_> = std::fs::read_dir(&to).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() == 2 && files.iter().all(|file| mode(file) == 0o600), "{files:?}");
    assert!(backup(&config, &to).await.unwrap_err().to_string().contains("exists"));
    // Lines and heads of after the backup.
    world.a.coach.get("/v1/caseload").await.expect(200);
    app.seal(&app.sealer(Some(anchors.clone())).await).await;

    let mut target = app.restore_target().await;
    target.config.log_anchors = Some(anchors);
    let report = restore(&target.config, &to).await.unwrap();
    assert_eq!(report.restored.clients, made.rows["client"].unsigned_abs());
    assert_eq!((report.restored.organisations, report.tables), (2, made.rows.len()));
    assert_eq!(report.restored.cards, made.rows["card"].unsigned_abs());
    assert!(report.log.lines > 0 && report.lost_anchors > 0, "{report:?}");
    let raw = target.raw().await;
    assert_eq!(count(&raw, "client").await, made.rows["client"]);
    assert_eq!(count(&raw, "access_log where operation = 'restore'").await, 1);
    let live: Vec<i64> = raw.column("select count(*) from session where ended_at is null").await.unwrap();
    assert_eq!(live, [0], "a session that ended since would live again");
    let served = app.serve_restored(&target).await;
    assert_eq!(world.a.client.at(&served.base).get(&path).await.expect(200)["text"], "Van mij");
    app.remove_backup_role().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn an_erased_client_stays_unreadable_in_an_old_backup(db: Db) {
    let (app, world, path) = app(db).await;
    let (a, erased) = (world.a.id, world.a.other_client_id);
    let config = app.backup_config().await;
    let gone = new_client(&world.a.admin, "Weg").await;
    let (_place, old) = place();
    backup(&config, &old).await.unwrap();
    let versions = "select key_version from client_key where organisation_id = $1 and client_id = $2";
    let version: i64 =
        app.raw.query(versions, &[a.into(), erased.into()]).await.unwrap()[0].get("key_version").unwrap();
    world.a.admin.delete(&gone, "*").await.expect(204);
    app.raw.run("delete from erasure_request").await.unwrap();
    app.erase(&world.a, erased).await;

    // Before the key is destroyed, the tombstone alone removes the client.
    let (target, report) = restored(&app, &old).await;
    assert_eq!((report.restored.erased_again, report.restored.removed_again), (1, 1));
    let erasures = count(&app.raw, "erasure").await;
    assert_eq!(count(&target.raw().await, "erasure").await, erasures);

    rotate(&app, &world).await;
    assert!(organisation_keys().key(OrganisationId(a), version).await.is_err(), "the old key is destroyed");
    let late = new_client(&now(&app, &world.a.admin), "Later").await;
    let (_other, new) = place();
    backup(&config, &new).await.unwrap();

    let (target, report) = restored(&app, &old).await;
    assert_eq!((report.restored.erased_again, report.restored.removed_again), (1, 1));
    assert!(report.restored.keys_of_bundle >= 2, "{report:?}");
    let served = app.serve_restored(&target).await;
    let [admin, client, other] =
        [&world.a.admin, &world.a.client, &world.b.admin].map(|by| now(&app, by).at(&served.base));
    admin.get(&format!("/v1/clients/{erased}")).await.problem(404, "not-found");
    admin.get(&gone).await.problem(404, "not-found");
    let receipts = admin.all("/v1/erasures").await;
    assert!(receipts.iter().any(|receipt| receipt["clientId"] == erased.to_string()), "{receipts:?}");
    assert_eq!(client.get(&path).await.expect(200)["text"], "Van mij");
    other.get(&format!("/v1/clients/{}", world.b.client_id)).await.expect(200);
    // The log-in of the erased client went too.
    assert_eq!(count(&target.raw().await, "client_login").await, count(&app.raw, "client_login").await);
    drop(served);

    // A client of after the last rotation is in no bundle.
    let (target, report) = restored(&app, &new).await;
    assert_eq!((report.restored.erased_again, report.restored.removed_again), (0, 0));
    let served = app.serve_restored(&target).await;
    assert_eq!(now(&app, &world.a.admin).at(&served.base).get(&late).await.expect(200)["name"], "Later");
    app.remove_backup_role().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn what_cannot_be_restored_is_refused_and_not_served(db: Db) {
    let (app, _, _) = app(db).await;
    let (place, to) = place();
    let config = app.backup_config().await;
    backup(&config, &to).await.unwrap();
    let target = app.restore_target().await;
    // Into itself.
    let itself = Config { owner_database_url: Some(app.kept.owner_url().into()), ..app.config() };
    let refused = refusal(&itself, &to).await;
    assert!(refused.contains("not empty") || refused.contains("exists"), "{refused}");
    // Another database.
    let other = match db {
        Db::Sqlite => "postgres://a@127.0.0.1:1/a".to_owned(),
        Db::Postgres => format!("sqlite://{}", place.path().join("other.db").display()),
    };
    let refused = refusal(&Config { database_url: Some(other.into()), ..app.config() }, &to).await;
    assert!(refused.contains("cannot be restored into"), "{refused}");
    // A damaged or incomplete backup.
    let copy = |name: &str| {
        let to_copy = place.path().join(name);
        std::fs::create_dir(&to_copy).unwrap();
        for file in std::fs::read_dir(&to).unwrap() {
            let file = file.unwrap().path();
            std::fs::copy(&file, to_copy.join(file.file_name().unwrap())).unwrap();
        }
        to_copy
    };
    let data = if db == Db::Sqlite { "omringd.db" } else { "omringd.dump" };
    let damaged = copy("damaged");
    let mut bytes = std::fs::read(damaged.join(data)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(damaged.join(data), bytes).unwrap();
    assert!(refusal(&target.config, &damaged).await.contains("damaged"));
    let incomplete = copy("incomplete");
    std::fs::remove_file(incomplete.join("manifest.json")).unwrap();
    assert!(refusal(&target.config, &incomplete).await.contains("no backup"));
    std::fs::write(incomplete.join("manifest.json"), "{}").unwrap();
    assert!(refusal(&target.config, &incomplete).await.contains("no manifest"));
    app.remove_backup_role().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn what_failed_a_check_is_not_served(db: Db) {
    let (app, _, _) = app(db).await;
    let (_place, to) = place();
    backup(&app.backup_config().await, &to).await.unwrap();
    let [target, second, third] = [app.restore_target().await, app.restore_target().await, app.restore_target().await];
    // A backup with fewer rows than it says, and keys of another installation.
    let manifest = std::fs::read_to_string(to.join("manifest.json")).unwrap();
    let changed = manifest.replace("\"organisation\": 2", "\"organisation\": 3");
    assert_ne!(manifest, changed);
    std::fs::write(to.join("manifest.json"), changed).unwrap();
    let refused = refusal(&target.config, &to).await;
    assert!(refused.contains("organisation has 2 row(s), and the backup had 3"), "{refused}");
    std::fs::write(to.join("manifest.json"), manifest).unwrap();
    let foreign = tempfile::tempdir().unwrap();
    let wrong = Config { key_store: Some(foreign.path().to_owned()), ..second.config.clone() };
    let refused = refusal(&wrong, &to).await;
    assert!(refused.contains("does not exist") && refused.contains(&foreign.path().display().to_string()), "{refused}");
    // Nothing is served from either.
    for config in [&target.config, &second.config] {
        let refused = server::migrate(config).await.unwrap_err().to_string();
        assert!(refused.contains("a restore into this database is unfinished"), "{refused}");
        let without_owner = Config { owner_database_url: None, ..config.clone() };
        assert!(server::migrate(&without_owner).await.unwrap_err().to_string().contains("unfinished"));
    }
    restore(&third.config, &to).await.unwrap();
    server::migrate(&third.config).await.unwrap();
    app.remove_backup_role().await;
}

/// The names and contents of all files of an organisation in a key store.
fn files(store: &Path, organisation: OrganisationId) -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(store.join(organisation.0.to_string())).unwrap().map(Result::unwrap);
    let files = files.map(|file| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap()));
    files.filter(|(name, _)| !name.starts_with('.')).collect()
}

/// Runs the jobs that are due. Returns the first error.
async fn run_jobs(ports: &Ports) -> Result<(), domain::Error> {
    while let Some(job) = jobs::take(ports).await.unwrap() {
        jobs::run(ports, &job).await?;
    }
    Ok(())
}

#[apply(both_databases)]
#[tokio::test]
async fn every_key_is_in_two_places_and_either_restores(db: Db) {
    let (app, world, path) = app(db).await;
    let (a, first) = (OrganisationId(world.a.id), app.config().key_store().unwrap());
    let places = tempfile::tempdir().unwrap();
    let second = places.path().join("second");
    let config = Config { key_store_copy: Some(second.clone()), ..app.backup_config().await };
    let (_place, to) = place();
    backup(&config, &to).await.unwrap();
    let store = OrganisationKeyFiles::in_two_places(first.clone(), Some(second.clone()), key());
    let ports = app.ports_with(|service| service.ports.database.keys = Arc::new(store.clone())).await;
    let rotate = async || {
        key_rotation::rotate_now(&ports, Some(a)).await.unwrap();
        run_jobs(&ports).await
    };
    // While the second place is away, clients are served and no key is replaced.
    for away in [false, true] {
        if away {
            // A disk that is not mounted is an empty directory.
            std::fs::create_dir(&second).unwrap();
        }
        let before = files(&first, a);
        assert!(rotate().await.is_err());
        assert_eq!(files(&first, a), before);
        assert_eq!(world.a.client.get(&path).await.expect(200)["text"], "Van mij");
        app.raw.run("delete from job").await.unwrap();
    }
    store.copy().unwrap();
    assert_eq!(files(&second, a), files(&first, a));
    rotate().await.unwrap();
    assert_eq!(files(&first, a).keys().collect::<Vec<_>>(), ["1", "2", "clients", "index-1"]);
    assert_eq!(files(&second, a), files(&first, a));
    // Also away when the old key is due: it is destroyed in both places or in none.
    app.clock.advance(key_rotation::KEPT + chrono::Duration::minutes(1));
    let hidden = places.path().join("hidden");
    std::fs::rename(&second, &hidden).unwrap();
    let before = files(&first, a);
    assert!(run_jobs(&ports).await.is_err());
    assert_eq!(files(&first, a), before);
    std::fs::rename(&hidden, &second).unwrap();
    app.clock.advance(chrono::Duration::hours(1));
    run_jobs(&ports).await.unwrap();
    assert_eq!(files(&first, a).keys().collect::<Vec<_>>(), ["2", "clients", "index-1"]);
    assert_eq!(files(&second, a), files(&first, a));
    // The key of the hashes too.
    key_rotation::rotate_indexes_now(&ports, Some(a)).await.unwrap();
    run_jobs(&ports).await.unwrap();
    assert_eq!(files(&second, a), files(&first, a));
    app.clock.advance(key_rotation::KEPT + chrono::Duration::minutes(1));
    run_jobs(&ports).await.unwrap();
    assert_eq!(files(&first, a).keys().collect::<Vec<_>>(), ["2", "clients", "index-2"]);
    assert_eq!(files(&second, a), files(&first, a));

    // The drill: the second place, and the backup of before.
    let target = app.restore_target().await;
    let drill = Config { key_store: Some(second.clone()), ..target.config.clone() };
    let report = restore(&drill, &to).await.unwrap();
    assert!(report.restored.keys_of_bundle >= 3, "{report:?}");
    let old = "select 1 as one from client_identifier where organisation_id = $1 and key_version <> 2";
    assert!(target.raw().await.query(old, &[a.0.into()]).await.unwrap().is_empty());
    // An older copy of the keys cannot be mistaken for the newest: its bundle lacks what the store has.
    std::fs::remove_file(second.join(a.0.to_string()).join("clients")).unwrap();
    let target = app.restore_target().await;
    let drill = Config { key_store: Some(second.clone()), ..target.config.clone() };
    assert!(refusal(&drill, &to).await.contains("clients: does not exist"));
    app.remove_backup_role().await;
}

/// The backup of before a purge brings nothing of the organisation back.
#[apply(both_databases)]
#[tokio::test]
async fn an_organisation_purged_after_a_backup_is_purged_again(db: Db) {
    let (app, world, path) = app(db).await;
    let (_place, to) = place();
    backup(&app.backup_config().await, &to).await.unwrap();
    let b = OrganisationId(world.b.id);
    organisation_keys().destroy(b).await.unwrap();
    assert!(!organisation_keys().is_destroyed(OrganisationId(world.a.id)).await.unwrap());

    let (target, report) = restored(&app, &to).await;
    assert_eq!((report.restored.organisations, report.restored.purged_again), (1, 1), "{report:?}");
    let raw = target.raw().await;
    for table in ["client", "member", "invitation", "card"] {
        let rows = format!("select 1 as one from {table} where organisation_id = $1");
        assert!(raw.query(&rows, &[b.0.into()]).await.unwrap().is_empty(), "{table}");
    }
    assert_eq!(count(&raw, "organisation").await, 1);
    let served = app.serve_restored(&target).await;
    assert_eq!(world.a.client.at(&served.base).get(&path).await.expect(200)["text"], "Van mij");
    assert_eq!(count(&raw, "job where kind = 'rotate-keys' and done_at is null").await, 1);
    app.remove_backup_role().await;
}

#[tokio::test]
async fn a_role_that_cannot_back_up_is_refused() {
    let app = App::spawn(Db::Postgres).await;
    let (_place, to) = place();
    let refused = backup(&app.config(), &to).await.unwrap_err().to_string();
    assert!(refused.contains("OMRINGD_BACKUP_DATABASE_URL is not set"), "{refused}");
    for url in [app.kept.url(), app.kept.owner_url()] {
        let config = Config { backup_database_url: Some(url.into()), ..app.config() };
        let refused = backup(&config, &to).await.unwrap_err().to_string();
        assert!(refused.contains("would contain no rows"), "{refused}");
    }
    assert!(!to.exists() && std::fs::read_dir(to.parent().unwrap()).unwrap().next().is_none());
    let owner =
        async || migration::Connection::Postgres(persistence::open_postgres(&app.kept.owner_url()).await.unwrap());
    let superuser = Url::parse(&app.kept.unbound_url()).unwrap().username().to_owned();
    for (role, expected) in [
        ("nobody_here".to_owned(), UnfitRole::NoBackup as fn(String) -> UnfitRole),
        (superuser, UnfitRole::UnfitBackup),
        (Url::parse(&app.kept.url()).unwrap().username().to_owned(), UnfitRole::UnfitBackup),
    ] {
        match migration::grant_backup(owner().await, &role).await {
            Err(MigrateError::Role(unfit)) => assert_eq!(unfit, expected(role)),
            other => panic!("{other:?}"),
        }
    }
    // It reads and changes nothing.
    let config = app.backup_config().await;
    let url = config.backup_database_url.unwrap();
    let backup = RawDatabase::open(url.expose_secret()).await.unwrap();
    count(&backup, "client").await;
    let refused = backup.run("delete from client").await.unwrap_err().to_string();
    assert!(refused.contains("permission denied"), "{refused}");
    drop(backup);
    app.remove_backup_role().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn a_backup_is_not_beside_keys(db: Db) {
    let app = App::spawn(db).await;
    let config = app.config();
    for place in [config.key_store().unwrap(), config.key_directory().unwrap()] {
        let refused = backup(&config, &place.join("backup")).await.unwrap_err().to_string();
        assert!(refused.contains("keep backups and keys apart"), "{refused}");
    }
}
