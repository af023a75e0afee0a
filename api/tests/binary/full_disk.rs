//! Storage that refuses writes, on SQLite: a file size limit, which any user can set and lift.

use crate::support::{Home, Served, get, member, send, serve, serve_by};
use rlimit::{INFINITY, Resource};
use serde_json::Value;
use std::time::{Duration, Instant};

const JSON: &str = "content-type: application/json\r\n";
/// More failed writes than the pool has connections.
const FAILURES: usize = 12;

/// Limits the file size for writes of the process, in bytes.
fn limit(process: &Served, bytes: u64) {
    let id = i32::try_from(process.id()).unwrap();
    rlimit::prlimit(id, Resource::FSIZE, Some((bytes, INFINITY)), None).unwrap();
}

/// Repeats the request until the response has this status.
fn until(status: u32, ask: impl Fn() -> String) {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let answer = ask();
        if answer.starts_with(&format!("HTTP/1.1 {status}")) {
            return;
        }
        assert!(Instant::now() < deadline, "{answer}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// Returns the headers of a user logged in to the demo.
fn log_in(address: &str, name: &str) -> String {
    let body = format!(r#"{{"email":"{name}@demo.test","password":"omringd-demo"}}"#);
    let answer = send(address, "POST", "/v1/sessions", JSON, &body).unwrap();
    format!("{JSON}authorization: Bearer {}\r\n", member(&answer, "accessToken").expect("a token"))
}

/// Returns a text from the response of this path.
fn text(address: &str, path: &str, headers: &str, pointer: &str) -> String {
    let answer = send(address, "GET", path, headers, "").unwrap();
    let body: Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
    body.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer}: {body}")).to_owned()
}

#[test]
fn nothing_is_read_that_cannot_be_logged_and_a_log_out_is_kept_to() {
    let home = Home::new("full");
    let (child, address) = serve_by(home.command(&["demo"]), &[("OMRINGD_REQUESTS_PER_MINUTE", "0")]);
    let (leaving, staying) = (log_in(&address, "saskia"), log_in(&address, "saskia"));
    let client = text(&address, "/v1/me", &staying, "/memberships/0/clientId");
    let map = text(&address, &format!("/v1/clients/{client}/maps"), &staying, "/items/0/id");
    let ask = |method: &str, path: &str, headers: &str, body: &str| {
        let answer = send(&address, method, path, headers, body).unwrap();
        (answer.get(9..12).unwrap_or_default().to_owned(), answer)
    };
    // A whole map is read on a separate kind of connection, which is not open yet.
    let whole_map = format!("/v1/maps/{map}");
    let reads = [
        format!("/v1/clients/{client}/helpers?supportType=emotional"),
        format!("/v1/clients/{client}/persons"),
        "/v1/me".to_owned(),
    ];
    let all_read = |expected: &str| {
        for path in &reads {
            let (status, answer) = ask("GET", path, &staying, "");
            assert_eq!(status, expected, "{path}: {answer}");
        }
        assert_eq!(ask("GET", "/health/ready", "", "").0, "204");
    };
    let add = |n: usize| {
        ask("POST", &format!("/v1/clients/{client}/persons"), &staying, &format!(r#"{{"alias":"Iemand {n}"}}"#))
    };
    let ready_for_writes = || get(&address, "GET", "/health/ready?for=writes");
    assert_eq!(add(0).0, "201");
    all_read("200");

    limit(&child, 1024);
    for n in 0..FAILURES {
        let (status, answer) = add(n);
        assert!(status == "503" && answer.contains("retry-after: "), "{answer}");
        assert!(answer.contains("/problems/unavailable"), "{answer}");
        all_read("503");
    }
    until(503, ready_for_writes);
    assert_eq!(ask("GET", &whole_map, &staying, "").0, "503");
    assert_eq!(ask("GET", "/v1/me", &leaving, "").0, "503");
    assert_eq!(ask("DELETE", "/v1/sessions/current", &leaving, "").0, "503");
    assert_eq!(ask("GET", "/v1/me", &leaving, "").0, "401", "the token of a session that was ended");
    all_read("503");

    limit(&child, INFINITY);
    until(204, ready_for_writes);
    all_read("200");
    assert_eq!(add(FAILURES).0, "201");
    // Other processes refuse the session once its end is stored.
    let demo = home.0.join(".local/share/omringd/demo");
    let (database, keys) = (format!("sqlite://{}", demo.join("demo.db").display()), demo.join("keys"));
    let settings = [("OMRINGD_DATABASE_URL", database.as_str()), ("OMRINGD_KEY_DIRECTORY", keys.to_str().unwrap())];
    let (_other, beside) = serve(&home, &settings);
    until(401, || send(&beside, "GET", "/v1/me", &leaving, "").unwrap());
    until(200, || send(&beside, "GET", "/v1/me", &staying, "").unwrap());
}
