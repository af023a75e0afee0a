//! Where a response ends: after HEAD, in HTTP/1.0, and for upgrade requests.

use crate::support::{App, Db, both_databases};
use reqwest::Method;
use rstest_reuse::apply;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Well below the deadline for a body that does not come.
const SOON: Duration = Duration::from_secs(12);

/// All that is answered until the service closes the connection.
async fn answer(app: &App, request: &str) -> String {
    let mut connection = TcpStream::connect(app.address).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    tokio::time::timeout(SOON, connection.read_to_end(&mut answer)).await.unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Head and body.
fn parts(answer: &str) -> (&str, &str) {
    answer.split_once("\r\n\r\n").unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_head_request_for_a_stream_takes_no_place(db: Db) {
    let (app, world) = App::with_world(db).await;
    let events = format!("/v1/maps/{}/events", world.a.open.map);
    let coach = &world.a.coach;
    // A test's user has three places. Each answer leaves its connection free for the next.
    for _ in 0..10 {
        let head = coach.raw(Method::HEAD, &events, "").await.expect(200);
        assert_eq!(head.header("content-type"), "text/event-stream");
        assert_eq!(head.header("x-accel-buffering"), "no");
        assert!(head.bytes.is_empty());
    }
    coach.raw(Method::HEAD, &format!("/v1/maps/{}/events", world.b.open.map), "").await.expect(404);
    app.anonymous().raw(Method::HEAD, &events, "").await.expect(401);
    let mut open = Vec::new();
    for _ in 0..3 {
        let stream = coach.open(Method::GET, &events, "").await;
        assert_eq!(stream.status(), 200);
        open.push(stream);
    }
    coach.raw(Method::HEAD, &events, "").await.expect(429);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_head_response_has_the_headers_of_the_get_response(db: Db) {
    let (app, world) = App::with_world(db).await;
    let export = format!("/v1/clients/{}/export", world.a.client_id);
    let card = format!("/v1/cards/{}", world.a.open.card);
    let paths = [
        format!("{export}?format=zip"),
        export.clone(),
        format!("{card}?format=svg"),
        card,
        format!("/v1/maps/{}", world.a.open.map),
        "/v1/openapi.json".to_owned(),
        "/docs".to_owned(),
        "/v1/nothing".to_owned(),
    ];
    for path in paths {
        let whole = world.a.client.get(&path).await;
        let token = app.token(world.a.client.session, world.a.client.user);
        // The next answer on the same connection begins right after the first, so it had no body.
        let request = |method, connection| {
            format!(
                "{method} {path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\nconnection: {connection}\r\n\r\n"
            )
        };
        let mut connection = TcpStream::connect(app.address).await.unwrap();
        connection.write_all(request("HEAD", "keep-alive").as_bytes()).await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            assert_ne!(tokio::time::timeout(SOON, connection.read_buf(&mut head)).await.unwrap().unwrap(), 0);
        }
        let head = String::from_utf8(head).unwrap();
        assert!(head.starts_with(&format!("HTTP/1.1 {} ", whole.status.as_u16())), "{path}: {head}");
        for name in ["content-type", "etag", "content-disposition", "content-length", "transfer-encoding"] {
            // Archives of two moments are packed to sizes of their own.
            let is_packed = name == "content-length" && path.ends_with("=zip");
            let line = if is_packed { format!("{name}: ") } else { format!("{name}: {}\r\n", whole.header(name)) };
            assert!(whole.header(name).is_empty() || head.contains(&line), "{path}: {line} is not in {head}");
        }
        connection.write_all(request("HEAD", "close").as_bytes()).await.unwrap();
        let mut rest = Vec::new();
        tokio::time::timeout(SOON, connection.read_to_end(&mut rest)).await.unwrap().unwrap();
        let rest = String::from_utf8(rest).unwrap();
        assert!(rest.starts_with("HTTP/1.1 ") && rest.ends_with("\r\n\r\n"), "{path}: {rest}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn http_1_0_is_answered_without_chunks(db: Db) {
    let (app, world) = App::with_world(db).await;
    let token = app.token(world.a.client.session, world.a.client.user);
    let path = format!("/v1/clients/{}/export", world.a.client_id);
    let asked = |format, kept| {
        format!("GET {path}?format={format} HTTP/1.0\r\nauthorization: Bearer {token}\r\nconnection: {kept}\r\n\r\n")
    };
    for (format, begins, ends) in [("zip", "PK", ""), ("json", "{\"format\"", "}"), ("graphml", "<?xml", ">")] {
        for kept in ["close", "keep-alive"] {
            let answer = answer(&app, &asked(format, kept)).await;
            let (head, body) = parts(&answer);
            assert!(head.starts_with("HTTP/1.0 200 "), "{head}");
            let is_kept = kept == "keep-alive" && head.contains("content-length");
            assert!(!head.contains("transfer-encoding") && head.contains("keep-alive") == is_kept, "{head}");
            assert!(body.starts_with(begins) && body.trim_end().ends_with(ends), "{body}");
        }
    }
    let events = format!("GET /v1/maps/{}/events HTTP/1.0\r\nauthorization: Bearer {token}\r\n\r\n", world.a.open.map);
    let mut connection = TcpStream::connect(app.address).await.unwrap();
    connection.write_all(events.as_bytes()).await.unwrap();
    let mut said = Vec::new();
    while !String::from_utf8_lossy(&said).contains("data: ") {
        assert_ne!(tokio::time::timeout(SOON, connection.read_buf(&mut said)).await.unwrap().unwrap(), 0);
    }
    let said = String::from_utf8(said).unwrap();
    assert!(!said.contains("transfer-encoding") && said.contains("\r\n\r\nevent: change\n"), "{said}");
}

/// The service supports no upgrade, and answers the request at once.
#[apply(both_databases)]
#[tokio::test]
async fn an_upgrade_request_is_answered_in_http_1_1_at_once(db: Db) {
    let (app, world) = App::with_world(db).await;
    let token = app.token(world.a.admin.session, world.a.admin.user);
    let json = "content-type: application/json\r\n";
    for switch in [
        "connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "upgrade: WebSocket\r\n",
        "connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n",
    ] {
        let head = format!("HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n{switch}");
        let listed = answer(&app, &format!("GET /v1/clients {head}\r\n")).await;
        assert!(listed.starts_with("HTTP/1.1 200 ") && listed.contains("\"items\""), "{listed}");
        assert!(listed.contains("connection: close\r\n") && !listed.contains("upgrade"), "{listed}");
        let refused = answer(&app, &format!("GET /v1/nothing {head}\r\n")).await;
        assert!(refused.starts_with("HTTP/1.1 404 "), "{refused}");
        // A body has the length that was announced; what follows it is not part of it.
        let body = "{\"name\":\"Wim\"}";
        let length = body.len();
        let posted = format!("POST /v1/clients {head}{json}content-length: {length}\r\n\r\n{body}");
        let posted = answer(&app, &posted).await;
        assert!(posted.starts_with("HTTP/1.1 201 "), "{posted}");
        let chunked =
            format!("POST /v1/clients {head}{json}transfer-encoding: chunked\r\n\r\nE\r\n{body}\r\n0\r\n\r\n");
        let chunked = answer(&app, &chunked).await;
        assert!(chunked.starts_with("HTTP/1.1 201 "), "{chunked}");
    }
    let wrong = ["CONNECT example.org:443 HTTP/1.1", "CONNECT /v1/clients HTTP/1.1", "BREW /v1/clients HTTP/1.1"];
    for line in wrong {
        let refused = answer(&app, &format!("{line}\r\nhost: x\r\nconnection: close\r\n\r\n")).await;
        assert!(refused.starts_with("HTTP/1.1 405 "), "{refused}");
        assert!(refused.contains("\r\nallow: GET, HEAD, POST"), "{refused}");
        assert!(refused.contains("/problems/method-not-allowed"), "{refused}");
    }
    let preface = answer(&app, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await;
    assert!(preface.starts_with("HTTP/1.1 400 "), "{preface}");
}
