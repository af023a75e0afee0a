//! Whether time tells who has an account. Not run with the others: `scripts/uniform-times.sh`.

use crate::support::{App, Authenticator, Db, Mailbox, id, insert};
use domain::Password;
use domain::accounts::{Email, confirm_email};
use domain::attempts::{Limit, Limits};
use domain::ports::Clock;
use rstest::rstest;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const NUMBER: usize = 1000;
/// How many accounts have a passkey.
const WITH_PASSKEY: usize = 20;
const LIMIT: f64 = 0.05;

fn unlimited() -> Limits {
    let all = Limit::of(1_000_000, 1000);
    Limits {
        network: all,
        known_network: all,
        unknown_network: all,
        unknown_networks: all,
        second_factor: all,
        link: all,
        reset_address: all,
        reset_network: all,
        provider_network: all,
        email_change: all,
    }
}

const PASSWORD: &str = "een lange zin is sterk";

/// Adds accounts with the password of one that the service made. The first of them have a passkey.
async fn accounts(app: &App) {
    let first = insert_account(app, "known0@omringd.test", "none").await;
    let (email, password) = (Email::new(&first).unwrap(), Password::chosen(PASSWORD).unwrap());
    assert!(confirm_email(&app.ports().await, &email, Some(&password)).await.unwrap());
    let hash: Vec<String> = app.raw.column("select password_hash from user_account").await.unwrap();
    for n in 1..NUMBER {
        insert_account(app, &format!("known{n}@omringd.test"), &hash[0]).await;
    }
    for n in 0..WITH_PASSKEY {
        add_passkey(app, &format!("known{n}@omringd.test")).await;
    }
}

async fn add_passkey(app: &App, email: &str) {
    let session = app.anonymous().post("/v1/sessions", json!({ "email": email, "password": PASSWORD })).await;
    let by = app.anonymous().bearer(session.expect(201)["accessToken"].as_str().unwrap());
    let registration = by.post("/v1/me/passkey-registrations", Value::Null).await.expect(201);
    let credential = Authenticator::new().make(&registration["options"]);
    let body = json!({ "name": "Telefoon", "ceremony": registration["ceremony"], "credential": credential });
    by.post("/v1/me/passkeys", body).await.expect(201);
}

async fn insert_account(app: &App, email: &str, hash: &str) -> String {
    let at = app.clock.now();
    let row = vec![
        ("id", id().into()),
        ("email", email.into()),
        ("name", "Marijke".into()),
        ("password_hash", hash.into()),
        ("language", "nl".into()),
        ("operator", false.into()),
        ("version", 1_i64.into()),
        ("created_at", at.into()),
        ("updated_at", at.into()),
    ];
    insert(&app.raw, "user_account", row).await.unwrap();
    email.to_owned()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

/// Makes a body with an address.
type Body = fn(&str) -> Value;

#[rstest]
#[tokio::test]
#[ignore = "measures time: scripts/uniform-times.sh"]
async fn known_and_unknown_addresses_take_equally_long(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let mailbox = Mailbox::create();
    let app = App::spawn_with(db, |service| {
        service.mail = Some(mailbox.settings());
        service.limits = unlimited();
    })
    .await;
    accounts(&app).await;
    let address: Body = |email| json!({ "email": email });
    let operations: [(&str, u16, usize, Body); 4] = [
        ("/v1/sessions", 401, NUMBER, |email| json!({ "email": email, "password": "niet het wachtwoord" })),
        ("/v1/password-resets", 202, NUMBER, address),
        ("/v1/log-in-methods", 200, NUMBER, address),
        ("/v1/passkey-challenges", 201, WITH_PASSKEY, address),
    ];
    let anonymous = app.anonymous().unchecked();
    for (path, status, addresses, body) in operations {
        let mut times = [Vec::new(), Vec::new()];
        // In turn, so that a slow moment is shared.
        for n in 0..NUMBER {
            for (kind, times) in ["known", "other"].iter().zip(&mut times) {
                let start = Instant::now();
                anonymous.post(path, body(&format!("{kind}{}@omringd.test", n % addresses))).await.expect(status);
                times.push(start.elapsed());
            }
        }
        let [known, unknown] = times.map(median);
        let difference = (known - unknown).abs() / known.max(unknown);
        let shown = format!("{db:?} {path}: {:.3} ms, {:.3} ms, {:.1} %", known * 1e3, unknown * 1e3, difference * 1e2);
        eprintln!("{shown}");
        assert!(difference < LIMIT, "{shown}");
    }
}
