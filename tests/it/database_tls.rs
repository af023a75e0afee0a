//! Encryption of the connections to PostgreSQL. The server that a test run starts has a certificate of an authority of its
//! own, and every test connects to it with `sslmode=verify-full`, unless it says otherwise.

use crate::support::{App, Db, EventStream, Kept, TIMEOUT, certificates, settings};
use persistence::{ConnectError, Database, Settings};
use reqwest::{Method, Url};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The file with the authority of the server of this test run.
fn authority(kept: &Kept) -> PathBuf {
    let url = Url::parse(&kept.url()).unwrap();
    let named = url.query_pairs().find(|(name, _)| name == "sslrootcert").map(|(_, file)| file.into_owned());
    named
        .unwrap_or_else(|| panic!("this test needs the server that a test run starts, not OMRINGD_TEST_POSTGRES"))
        .into()
}

async fn connect(kept: &Kept, host: &str, mode: &str, authority: Option<&PathBuf>) -> Result<(), ConnectError> {
    let mut url = Url::parse(&kept.url()).unwrap();
    url.set_host(Some(host)).unwrap();
    let authority = authority.map(|file| ("sslrootcert", file.to_str().unwrap()));
    url.query_pairs_mut().clear().append_pair("sslmode", mode).extend_pairs(authority);
    let url = String::from(url).into();
    let settings = Settings { url, transaction_pooler: false, ..settings(&kept.url()) };
    Database::connect(&settings).await?.close().await;
    Ok(())
}

#[tokio::test]
async fn sslmode_decides_how_much_of_the_certificate_is_checked() {
    let (kept, directory) = (Kept::create(Db::Postgres), tempfile::tempdir().unwrap());
    let (ours, other) = (authority(&kept), directory.path().join("other.crt"));
    std::fs::write(&other, &certificates().unwrap()[0]).unwrap();
    // The certificate is for 127.0.0.1.
    for (host, mode, authority, is_accepted) in [
        ("127.0.0.1", "verify-full", Some(&ours), true),
        ("127.0.0.1", "verify-full", Some(&other), false),
        ("localhost", "verify-full", Some(&ours), false),
        ("127.0.0.1", "verify-ca", Some(&ours), true),
        ("127.0.0.1", "verify-ca", Some(&other), false),
        ("localhost", "verify-ca", Some(&ours), true),
        // As with libpq, a file of authorities makes `require` check them.
        ("localhost", "require", Some(&ours), true),
        ("localhost", "require", Some(&other), false),
        ("localhost", "require", None, true),
    ] {
        let connected = connect(&kept, host, mode, authority).await;
        match &connected {
            Ok(()) => assert!(is_accepted, "{mode} to {host} with {authority:?}"),
            Err(error) => {
                let shown = error.to_string();
                assert!(!is_accepted && shown.contains("certificate"), "{mode} to {host} with {authority:?}: {shown}");
            }
        }
    }
}

#[tokio::test]
async fn every_connection_of_the_service_is_encrypted() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let process =
        app.beside_with(|service| service.ports.database.replica_url = Some(service.ports.database.url.clone()));
    let client = world.a.client.at(&process.base);
    let map = format!("/v1/maps/{}", world.a.open.map);
    let mut stream = EventStream::open(&client, &format!("{map}/events")).await;
    client.get(&map).await.expect(200);
    client.post(&format!("{map}/supporters"), json!({ "person": { "alias": "Anna" } })).await.expect(201);
    client.get(&format!("/v1/clients/{}/export", world.a.client_id)).await.expect(200);
    client.raw(Method::GET, "/health/ready", "").await.expect(204);
    assert!(stream.piece().await.is_some());
    let sql = "select a.application_name || ' ' || coalesce(s.version, 'in plain text')
        from pg_stat_activity a join pg_stat_ssl s using (pid)
        where a.datname = current_database() and a.application_name <> 'raw'";
    let started = Instant::now();
    loop {
        let found: BTreeSet<_> = app.raw.column::<String>(sql).await.unwrap().into_iter().collect();
        // One that just ended has no version.
        if found == ["omringd TLSv1.3", "omringd events TLSv1.3"].map(str::to_owned).into() {
            break;
        }
        assert!(started.elapsed() < TIMEOUT, "{found:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
