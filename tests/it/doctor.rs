//! `omringd doctor` on both databases; its output and exit code are tested with the binary, in `api/tests/binary`.

use crate::support::{App, Db, RawDatabase, both_databases, id, key};
use api::auth::OrganisationKeyFiles;
use api::cli::doctor::{Check, Status, examine};
use api::config::Config;
use domain::OrganisationId;
use domain::ports::KeyStore;
use rstest_reuse::apply;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// The checks of this name, of which there is at least one.
async fn checks(config: &Config, name: &str) -> Vec<Check> {
    let checks: Vec<_> = examine(config).await.checks.into_iter().filter(|check| check.name == name).collect();
    assert!(!checks.is_empty(), "{name}");
    checks
}

async fn only(config: &Config, name: &str) -> Check {
    checks(config, name).await.remove(0)
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

/// An application whose keys and database only this user can read, and its settings.
async fn sound(db: Db) -> (App, Config) {
    let app = App::spawn(db).await;
    let config = app.config();
    for entry in std::fs::read_dir(config.key_directory().unwrap()).unwrap() {
        set_mode(&entry.unwrap().path(), 0o600);
    }
    if let Some(file) = persistence::sqlite_file(&app.kept.url()) {
        set_mode(&file, 0o600);
    }
    (app, config)
}

#[apply(both_databases)]
#[tokio::test]
async fn a_sound_installation_has_no_failure(db: Db) {
    let (_app, config) = sound(db).await;
    let [apart, places] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let config = Config {
        public_url: "https://omringd.example.nl".to_owned().try_into().unwrap(),
        trusted_proxies: vec!["127.0.0.1".to_owned()],
        spool_mib: 1,
        log_anchors: Some(apart.path().join("anchors")),
        key_store: Some(apart.path().join("keys")),
        key_store_copy: Some(places.path().to_owned()),
        ..config
    };
    let report = examine(&config).await;
    let names: Vec<_> = report.checks.iter().map(|check| check.name).collect();
    let of_postgres: &[_] = if db == Db::Postgres { &["row-level security", "clock"] } else { &[] };
    let of_sqlite: &[_] = if db == Db::Sqlite { &["disk space"] } else { &[] };
    let expected = [
        &["database", "migrations", "role"],
        of_postgres,
        &["keys", "key store", "key store copy", "log anchors", "public URL", "trusted proxies", "mail"],
        &["disk space", "disk space"],
        of_sqlite,
        &["file descriptors"],
    ];
    assert_eq!(names, expected.concat());
    for check in &report.checks {
        // The machine of the tests may have little space, few descriptors, and no mail server.
        let of_machine = ["disk space", "file descriptors", "mail"].contains(&check.name);
        assert!(check.status == Status::Ok || of_machine && check.status == Status::Warning, "{check:?}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn keys_in_one_place_and_a_log_without_anchors_are_found(db: Db) {
    let (_app, config) = sound(db).await;
    let config = Config { key_store: None, key_encryption_key: None, ..config };
    let settings = [
        ("key store", "OMRINGD_KEY_STORE"),
        ("key store copy", "OMRINGD_KEY_STORE_COPY"),
        ("log anchors", "OMRINGD_LOG_ANCHORS"),
    ];
    for (check, setting) in settings {
        let found = only(&config, check).await;
        assert!(found.status == Status::Warning && found.message.contains(setting), "{found:?}");
    }
    let config = Config {
        key_encryption_key_command: Some("true".to_owned()),
        log_anchors: Some("/nowhere/anchors".into()),
        ..config
    };
    assert_eq!(only(&config, "key store").await.status, Status::Ok);
    let found = only(&config, "log anchors").await;
    assert!(found.status == Status::Failure && found.message.contains("/nowhere/anchors"), "{found:?}");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_second_place_of_keys_that_differs_or_is_no_other_place_is_found(db: Db) {
    let (_app, config) = sound(db).await;
    let place = tempfile::tempdir().unwrap();
    let (first, second) = (place.path().join("first"), place.path().join("second"));
    let config = Config { key_store: Some(first.clone()), key_store_copy: Some(second.clone()), ..config };
    let found = only(&config, "key store copy").await;
    assert!(found.status == Status::Failure && found.message.contains("is away"), "{found:?}");
    let store = OrganisationKeyFiles::in_two_places(first.clone(), Some(second.clone()), key());
    // A request does not wait for the second place.
    store.create(OrganisationId(id())).await.unwrap();
    std::fs::create_dir(&second).unwrap();
    let found = only(&config, "key store copy").await;
    assert!(found.status == Status::Failure && found.message.contains("omringd keys copy"), "{found:?}");
    assert_eq!(store.copy().unwrap(), 1);
    assert_eq!(only(&config, "key store copy").await.status, Status::Ok);
    let beside = Config { key_store_copy: Some(first.join("copy")), ..config };
    let found = only(&beside, "key store copy").await;
    assert!(found.status == Status::Failure && found.message.contains("same place"), "{found:?}");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_mail_server_that_does_not_answer_is_found(db: Db) {
    let (_app, config) = sound(db).await;
    let without = only(&config, "mail").await;
    assert_eq!(without.status, Status::Warning, "{without:?}");
    let config = Config {
        // Port 1 of this machine: nothing listens there.
        smtp_url: Some("smtp://127.0.0.1:1".to_owned().into()),
        mail_from: Some("Omringd <omringd@omringd.test>".to_owned()),
        front_end_url: Some("https://front-end.example".to_owned().try_into().unwrap()),
        ..config
    };
    let found = only(&config, "mail").await;
    assert!(found.status == Status::Failure && found.message.contains("OMRINGD_SMTP_URL"), "{found:?}");
}

#[tokio::test]
async fn missing_row_level_security_and_privileges_are_found() {
    let (app, config) = sound(Db::Postgres).await;
    let owner = RawDatabase::open(&app.kept.owner_url()).await.unwrap();
    owner
        .run("alter table person no force row level security; alter table need disable row level security")
        .await
        .unwrap();
    let found = only(&config, "row-level security").await;
    assert_eq!(found.status, Status::Failure);
    assert!(found.message.contains("table person ") && found.message.contains("table need "), "{}", found.message);
    // What it says to do helps.
    let (_, cure) = found.message.split_once('`').unwrap();
    for statement in cure.split('`').filter(|part| part.starts_with("alter")) {
        owner.run(statement).await.unwrap();
    }
    assert_eq!(only(&config, "row-level security").await.status, Status::Ok);
    app.raw.run("revoke insert on map from omringd_test_runtime").await.unwrap();
    assert_eq!(only(&config, "role").await.status, Status::Failure);
}

#[tokio::test]
async fn a_role_that_bypasses_row_level_security_is_a_failure() {
    let (app, config) = sound(Db::Postgres).await;
    for url in [app.kept.owner_url(), app.kept.unbound_url()] {
        let config = Config { database_url: Some(url.into()), ..config.clone() };
        let role = only(&config, "role").await;
        assert!(role.status == Status::Failure && role.message.contains("owner"), "{}", role.message);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn pending_migrations_are_a_failure(db: Db) {
    let (app, config) = sound(db).await;
    let latest = "delete from seaql_migrations where version = (select max(version) from seaql_migrations)";
    assert_eq!(app.raw.run(latest).await.unwrap(), 1);
    let found = only(&config, "migrations").await;
    assert!(found.status == Status::Failure && found.message.contains("omringd migrate"), "{}", found.message);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_database_that_cannot_be_reached_is_a_failure_and_nothing_is_made(db: Db) {
    let (_app, config) = sound(db).await;
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("none.db");
    let url = match db {
        Db::Sqlite => format!("sqlite://{}", file.display()),
        // Nothing listens there.
        Db::Postgres => "postgres://u:secret@127.0.0.1:1/omringd".to_owned(),
    };
    let found = only(&Config { database_url: Some(url.into()), ..config }, "database").await;
    assert!(found.status == Status::Failure && !found.message.contains("secret"), "{}", found.message);
    assert!(!file.exists());
}

#[tokio::test]
async fn keys_that_others_can_read_and_keys_that_are_no_keys_are_failures() {
    let (_app, config) = sound(Db::Sqlite).await;
    // A copy: the service makes missing keys anew when it reads them again.
    let copy = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(config.key_directory().unwrap()).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    let config = Config { key_directory: Some(copy.path().to_owned()), ..config };
    let next = copy.path().join("next");
    set_mode(&next, 0o640);
    let open = only(&config, "keys").await;
    assert!(open.status == Status::Failure && open.message.contains("chmod go= "), "{}", open.message);
    set_mode(&next, 0o600);
    assert_eq!(only(&config, "keys").await.status, Status::Ok);
    set_mode(next.parent().unwrap(), 0o777);
    assert_eq!(only(&config, "keys").await.status, Status::Failure);
    set_mode(next.parent().unwrap(), 0o755);
    std::fs::write(&next, "no key").unwrap();
    assert_eq!(only(&config, "keys").await.status, Status::Failure);
    std::fs::remove_file(&next).unwrap();
    assert_eq!(only(&config, "keys").await.status, Status::Warning);
    assert!(!next.exists());
}

#[tokio::test]
async fn a_file_that_others_can_read_is_a_failure() {
    let (app, config) = sound(Db::Sqlite).await;
    let file = persistence::sqlite_file(&app.kept.url()).unwrap();
    set_mode(&file, 0o644);
    let open = only(&config, "database").await;
    assert!(open.status == Status::Failure && open.message.contains("chmod 600"), "{}", open.message);
}
