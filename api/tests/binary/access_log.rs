//! The sealer of the access log in the running service, and `omringd log verify`.

use crate::support::{get, log_in, serve, stop, with_operator};
use serde_json::Value;
use std::path::Path;
use std::process::Output;
use std::time::{Duration, Instant};

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn notes(anchors: &Path) -> usize {
    let text = std::fs::read_to_string(anchors).unwrap_or_default();
    text.lines().filter(|line| line.starts_with("— omringd/access-log/")).count()
}

#[test]
fn the_service_seals_its_log_and_the_command_finds_what_was_changed() {
    let home = with_operator("access-log");
    let anchors = home.0.join("anchors");
    let settings = [("OMRINGD_LOG_ANCHORS", anchors.to_str().unwrap())];
    let (mut child, address) = serve(&home, &settings);
    log_in(&address);
    let began = Instant::now();
    while notes(&anchors) == 0 {
        assert!(began.elapsed() < Duration::from_secs(10), "nothing is sealed");
        std::thread::sleep(Duration::from_millis(50));
    }
    // What comes last is sealed before the process ends.
    log_in(&address);
    assert!(get(&address, "GET", "/health/live").starts_with("HTTP/1.1 204"));
    assert!(stop(&mut child).success());

    let whole = home.run(&["log", "verify"], &settings);
    assert!(whole.status.success(), "{}", said(&whole));
    assert!(said(&whole).starts_with("verified: ") && !said(&whole).contains("not sealed yet"), "{}", said(&whole));

    let data = home.0.join(".local/share/omringd");
    let database = persistence::open_sqlite(&format!("sqlite://{}", data.join("omringd.db").display())).unwrap();
    database
        .execute_batch(
            "drop trigger tr_access_log__update; update access_log set outcome = 'failed' where position = 1",
        )
        .unwrap();
    let changed = home.run(&["log", "verify", "--json"], &settings);
    assert_eq!(changed.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&changed.stdout).unwrap();
    assert_eq!((&report["findingCount"], &report["findings"][0]["kind"]), (&1.into(), &"edited".into()), "{report:#}");
    assert!(report["findings"][0]["lineId"].is_string(), "{report:#}");

    // With a new key nothing could be verified.
    std::fs::remove_file(data.join("keys/log")).unwrap();
    let without_key = home.run(&["log", "verify"], &settings);
    assert!(!without_key.status.success() && said(&without_key).contains("keys/log"), "{}", said(&without_key));
    assert!(!data.join("keys/log").exists());
}

#[test]
fn the_operator_lists_lines_of_every_organisation_and_of_none() {
    let home = with_operator("log-list");
    let (mut child, address) = serve(&home, &[]);
    log_in(&address);
    assert!(stop(&mut child).success());
    let list = |wanted: &[&str]| {
        let listed = home.run(&[&["log", "list"], wanted].concat(), &[]);
        assert!(listed.status.success(), "{}", said(&listed));
        let lines = String::from_utf8(listed.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>()
    };
    let all = list(&[]);
    let log_in = all.iter().find(|line| line["operation"] == "log-in").unwrap_or_else(|| panic!("{all:?}"));
    assert_eq!(log_in["organisationId"], "00000000-0000-0000-0000-000000000000");
    assert_eq!((&log_in["outcome"], &log_in["address"]), (&"done".into(), &"127.0.0.1".into()), "{log_in}");
    // Each reading is a line itself, which it prints too.
    let of_user = list(&["--user", log_in["userId"].as_str().unwrap()]);
    assert!(!of_user.is_empty() && of_user.iter().all(|line| line["userId"] == log_in["userId"]), "{of_user:?}");
    let nobody = list(&["--organisation", "00000000-0000-0000-0000-000000000000", "--from", "2099-01-01T00:00:00Z"]);
    assert!(nobody.is_empty(), "{nobody:?}");
    let read = list(&[]).iter().filter(|line| line["operation"] == "read-log").count();
    assert_eq!(read, 4);

    let refused = home.run(&["log", "list", "--from", "yesterday"], &[]);
    assert!(!refused.status.success() && said(&refused).contains("--from"), "{}", said(&refused));
}
