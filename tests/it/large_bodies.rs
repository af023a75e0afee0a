//! How large a body may be, who may send it, and when it is received.

use crate::support::{Actor, App, Db, both_databases, document, id};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

/// So many KiB of an unknown member.
fn body(kibibytes: usize) -> String {
    json!({ "x": "x".repeat(kibibytes * 1024) }).to_string()
}

/// JSON that takes many times its text in memory.
fn hostile(kibibytes: usize) -> String {
    json!({ "email": vec![json!({ "x": 1 }); kibibytes * 128] }).to_string()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_body_without_a_genuine_token_must_be_small(db: Db) {
    let (app, world) = App::with_world(db).await;
    let json = app.anonymous().with("content-type", "application/json");
    for path in ["/v1/sessions", "/v1/invitation-acceptances", "/v1/clients", "/v1/nothing"] {
        for client in [json.clone(), json.bearer("x.y.z")] {
            client.raw(Method::POST, path, body(17)).await.problem(413, "payload-too-large");
            assert_ne!(client.raw(Method::POST, path, hostile(15)).await.status, 413);
        }
    }
    let form = app.anonymous().with("content-type", "application/x-www-form-urlencoded");
    form.raw(Method::POST, "/oauth2/token", "x".repeat(17 * 1024)).await.problem(413, "payload-too-large");
    let admin = world.a.admin.with("content-type", "application/json");
    admin.raw(Method::POST, "/v1/clients", body(250)).await.problem(400, "invalid-request");
    admin.raw(Method::POST, "/v1/clients", body(257)).await.problem(413, "payload-too-large");
    admin.raw(Method::POST, "/v1/clients", hostile(250)).await.problem(413, "payload-too-large");
    let coach = world.a.coach.with("content-type", "application/json").with("if-match", "*");
    let content = format!("/v1/maps/{}/content", world.a.open.map);
    coach.raw(Method::PUT, &content, body(2000)).await.problem(400, "invalid-request");
    coach.raw(Method::PUT, &content, body(2100)).await.problem(413, "payload-too-large");
    coach.raw(Method::PUT, &content, hostile(2000)).await.problem(413, "payload-too-large");
}

/// A connection that sent the head of an import and a little of its body.
async fn begun(app: &App, path: &str, token: Option<&str>, length: usize) -> TcpStream {
    begun_by(app, "POST", path, token, &format!("content-length: {length}")).await
}

/// The same, by another method and with another announcement of its length.
async fn begun_by(app: &App, method: &str, path: &str, token: Option<&str>, length: &str) -> TcpStream {
    let token = token.map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
    let kind = if path.ends_with("previews") { "text/csv" } else { "application/json" };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: x\r\nif-match: *\r\n{token}content-type: {kind}\r\n{length}\r\n\r\n"
    );
    let body = if length.starts_with("content-length") { "{" } else { "1\r\n{\r\n" };
    let mut connection = TcpStream::connect(app.address).await.unwrap();
    connection.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    connection
}

/// The status it is answered with before the body is there, and whether the connection is closed thereafter.
async fn answered(mut connection: TcpStream) -> (String, bool) {
    let mut answer = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(10), connection.read_to_end(&mut answer)).await;
    let answer = String::from_utf8(answer).unwrap();
    (answer.get(9..12).unwrap_or_default().to_owned(), read.is_ok())
}

#[apply(both_databases)]
#[tokio::test]
async fn a_large_body_is_refused_before_it_is_received(db: Db) {
    let (app, world) = App::with_world(db).await;
    let token = |actor: &Actor| app.token(actor.session, actor.user);
    let (admin, coach) = (token(&world.a.admin), token(&world.a.coach));
    let (other, foreign) = (token(&world.a.other_coach), token(&world.b.coach));
    let nobody = app.token(Uuid::nil(), world.a.admin.user);
    // The largest body of each.
    for (method, what, target, action, largest) in [
        ("POST", "clients", world.a.client_id, "import", 64 << 20),
        ("POST", "clients", world.a.client_id, "contact-previews", 2 << 20),
        ("POST", "maps", world.a.open.map, "import", 2 << 20),
        ("PUT", "maps", world.a.open.map, "content", 2 << 20),
    ] {
        let path = |id: Uuid| format!("/v1/{what}/{id}/{action}");
        for (target, token, status) in [
            (target, None, "401"),
            (target, Some(&nobody), "401"),
            (target, Some(&admin), if what == "maps" { "404" } else { "403" }),
            (target, Some(&other), "404"),
            (target, Some(&foreign), "404"),
            (id(), Some(&coach), "404"),
        ] {
            let token = token.map(String::as_str);
            let connection = begun_by(&app, method, &path(target), token, "content-length: 1000000").await;
            assert_eq!(answered(connection).await, (status.to_owned(), true), "{action} {status}");
            // The server reads chunks to their end, and keeps none.
            let mut connection = begun_by(&app, method, &path(target), token, "transfer-encoding: chunked").await;
            let mut line = [0; 12];
            let read = tokio::time::timeout(Duration::from_secs(10), connection.read_exact(&mut line)).await;
            read.expect("an answer before the body").unwrap();
            assert_eq!(line.get(9..), Some(status.as_bytes()), "{action} in chunks");
        }
        // A body that is too large is refused before it is received, too.
        let length = format!("content-length: {}", largest + 1);
        let connection = begun_by(&app, method, &path(target), Some(&coach), &length).await;
        assert_eq!(answered(connection).await, ("413".to_owned(), true), "{action}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_organisation_imports_one_client_at_a_time(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let import = |id: Uuid| format!("/v1/clients/{id}/import");
    let token = app.token(world.a.client.session, world.a.client.user);
    let mut slow = begun(&app, &import(world.a.client_id), Some(&token), 1_000_000).await;
    let (other, path) = (&world.a.other_client, import(world.a.other_client_id));
    let mut tries = 0;
    let refused = loop {
        // Until the slow one has its place.
        let answer = other.post(&path, document(1)).await;
        if answer.status != 200 {
            break answer.problem(429, "too-many-requests");
        }
        app.bare().await;
        tries += 1;
        assert!(tries < 500, "nobody is refused");
        if tries % 50 == 0 {
            // On a busy machine its time to send is over by now.
            slow = begun(&app, &import(world.a.client_id), Some(&token), 1_000_000).await;
        }
    };
    assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);
    world.b.client.post(&import(world.b.client_id), document(1)).await.expect(200);
    drop(slow);
    while other.post(&path, document(1)).await.status != 200 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invalid_chunk_is_a_bad_request(db: Db) {
    let app = App::spawn(db).await;
    let mut connection = TcpStream::connect(app.address).await.unwrap();
    let head =
        "POST /v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    connection.write_all(format!("{head}zz\r\n{{}}\r\n").as_bytes()).await.unwrap();
    assert_eq!(answered(connection).await, ("400".to_owned(), true));
}

#[apply(both_databases)]
#[tokio::test]
async fn hostile_documents_are_refused_with_their_errors(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let import = format!("/v1/clients/{}/import", world.a.client_id);
    let client = world.a.client.with("content-type", "application/json");
    let refused = client.raw(Method::POST, &import, hostile(4000)).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/email too-complex"]);
    let unknown: serde_json::Map<_, _> = (0..5000).map(|n| (format!("n{n}"), json!(0))).collect();
    let refused = client.post(&import, Value::Object(unknown)).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), [" too-many"]);
    let none = world.a.client.with("content-type", "text/plain");
    none.raw(Method::POST, &import, "{}").await.problem(415, "unsupported-media-type");
}
