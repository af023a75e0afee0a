//! Memory that a process uses to import a whole client.

use crate::memory::settled;
use crate::support::{Home, Served, member, send, serve_by};
use serde_json::{Value, json};

const JSON: &str = "content-type: application/json\r\n";
const MIB: usize = 1 << 20;

/// Resets the peak memory of the process.
fn forget_peak(process: &Served) {
    std::fs::write(format!("/proc/{}/clear_refs", process.id()), "5").unwrap();
}

/// Returns the peak memory of the process in bytes since [`forget_peak`].
fn peak(process: &Served) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches("kB").trim().parse::<usize>().unwrap() * 1024
}

fn log_in(address: &str, name: &str) -> String {
    let body = format!(r#"{{"email":"{name}@demo.test","password":"omringd-demo"}}"#);
    let answer = send(address, "POST", "/v1/sessions", JSON, &body).unwrap();
    format!("{JSON}authorization: Bearer {}\r\n", member(&answer, "accessToken").expect("a token"))
}

fn post(address: &str, path: &str, headers: &str, body: &Value) -> String {
    let answer = send(address, "POST", path, headers, &body.to_string()).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{path}: {answer}");
    member(&answer, "id").unwrap()
}

/// Creates an empty client of the demo's coach.
fn empty_client(address: &str, coach: &str) -> String {
    let admin = log_in(address, "admin");
    let client = post(address, "/v1/clients", &admin, &json!({ "name": "Nieuwe cliënt" }));
    let me = send(address, "GET", "/v1/me", coach, "").unwrap();
    let coach = member(&me, "id").unwrap();
    post(address, &format!("/v1/clients/{client}/assignments"), &admin, &json!({ "coachId": coach, "basis": "Proef" }));
    client
}

/// Size of a generated document.
struct Size {
    maps: usize,
    ties_each: usize,
    note: usize,
}

/// The maximum number of persons and supporters, with the given numbers of maps and ties.
fn document(size: &Size) -> Value {
    const AT: &str = "2026-01-01T10:00:00.123456Z";
    let person = |n: usize| {
        let profile = json!({
            "alias": format!("Persoon {n}"), "relationship": "friend", "lifeDomain": "work", "phone": "+31 6 12345678",
            "email": format!("persoon{n}@voorbeeld.nl"), "note": "Een aantekening. ".repeat(size.note / 17 + 1).trim(),
        });
        json!({ "profile": profile, "createdAt": AT, "updatedAt": AT })
    };
    let support = |code| json!({ "supportType": code, "direction": "received", "availability": "could-ask" });
    let supporter = |n: usize| {
        json!({
            "person": n, "closeness": "inner", "contactFrequency": "weekly", "tension": 1, "burden": 2,
            "supports": [support("emotional"), support("practical")], "createdAt": AT, "updatedAt": AT,
        })
    };
    let pairs = (1..=200).flat_map(|one| (one + 1..=200).map(move |other| [one, other])).take(size.ties_each);
    let ties: Vec<_> =
        pairs.map(|pair| json!({ "supporters": pair, "strength": 3, "createdAt": AT, "updatedAt": AT })).collect();
    let map = |n: usize| {
        json!({
            "theme": format!("Kaart {n}"), "private": false, "everyoneNamed": true, "everyTieNamed": null, "reviewOn": null,
            "createdAt": AT, "updatedAt": AT, "supporters": (1..=200).map(|one| supporter(n * 9 + one)).collect::<Vec<_>>(),
            "ties": ties, "needs": [], "agreements": [], "reflections": null,
        })
    };
    let client = json!({
        "name": "Niemand", "preferredName": null, "dateOfBirth": null, "externalIdentifiers": [], "createdAt": AT,
        "updatedAt": AT,
    });
    json!({
        "format": "omringd-client-1", "exportedAt": AT, "client": client, "supportTypes": [],
        "persons": (0..2000).map(person).collect::<Vec<_>>(), "maps": (0..size.maps).map(map).collect::<Vec<_>>(),
        "cards": [],
    })
}

/// Imports this document into an empty client, checks the memory used, and prints it.
fn takes_at_most_four_times(name: &str, body: &str) -> String {
    let home = Home::new(name);
    let (child, address) = serve_by(home.command(&["demo"]), &[("OMRINGD_ANSWER_SECONDS", "600")]);
    let coach = log_in(&address, "coach");
    let client = empty_client(&address, &coach);
    settled(child.id());
    forget_peak(&child);
    let idle = peak(&child);
    let answer = send(&address, "POST", &format!("/v1/clients/{client}/import"), &coach, body).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let taken = peak(&child).saturating_sub(idle);
    let times = taken as f64 / body.len() as f64;
    let figures = format!("{} MiB took {} MiB: {times:.1} times", body.len() / MIB, taken / MIB);
    assert!(taken >= body.len(), "less than the body was not measured: {figures}");
    assert!(taken <= 4 * body.len(), "{figures}");
    figures
}

#[test]
fn an_import_takes_at_most_four_times_its_body() {
    let body = document(&Size { maps: 45, ties_each: 250, note: 200 }).to_string();
    assert!((4 * MIB..7 * MIB).contains(&body.len()), "{}", body.len());
    println!("{}", takes_at_most_four_times("import-5", &body));
}

/// Formatted as other programs write it, with each member on a separate line.
#[test]
fn an_import_of_the_largest_body_takes_at_most_four_times_its_body() {
    let body = serde_json::to_string_pretty(&document(&Size { maps: 170, ties_each: 650, note: 4000 })).unwrap();
    assert!((50 * MIB..64 * MIB).contains(&body.len()), "{}", body.len());
    println!("{}", takes_at_most_four_times("import-64", &body));
}
