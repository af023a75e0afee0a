//! Memory that the process keeps after work.

use crate::support::{Home, get, log_in, send, serve, with_operator};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Returns the memory of the process in MiB.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches("kB").trim().parse::<u64>().unwrap() / 1024
}

/// Whether a thread of the process still hashes passwords or waits for the next one.
fn hashes(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    threads.flatten().any(|thread| {
        // A thread that ended in the meantime has no name.
        std::fs::read_to_string(thread.path().join("comm")).is_ok_and(|name| name.trim() == "password")
    })
}

/// Returns the memory of the process in MiB, once it no longer hashes.
pub(crate) fn settled(process: u32) -> u64 {
    let timeout = Instant::now() + Duration::from_secs(30);
    while hashes(process) {
        assert!(Instant::now() < timeout, "the threads that hash passwords do not end");
        std::thread::sleep(Duration::from_millis(100));
    }
    resident(process)
}

/// Hashing a password takes 19 MiB, which are kept if another one follows within a second.
#[cfg(target_os = "linux")]
#[test]
fn what_a_log_in_takes_is_given_back() {
    let home = with_operator("memory");
    let (mut child, address) = serve(&home, &[("OMRINGD_REQUESTS_PER_MINUTE", "0")]);
    log_in(&address);
    assert!(hashes(child.id()));
    let before = settled(child.id());
    for _ in 0..8 {
        log_in(&address);
    }
    let after = settled(child.id());
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(after < before + 19, "{before} MiB, and after 8 log-ins {after}");
}

/// Sends sixteen bodies of the maximum size for callers without a token at the same time, to every operation that accepts one.
#[cfg(target_os = "linux")]
#[test]
fn bodies_of_strangers_take_little() {
    let home = Home::new("bodies");
    let (mut child, address) = serve(&home, &[("OMRINGD_REQUESTS_PER_MINUTE", "0")]);
    let document: Value =
        serde_json::from_str(get(&address, "GET", "/v1/openapi.json").split_once("\r\n\r\n").unwrap().1).unwrap();
    let body = json!({ "email": vec![json!({ "x": 1 }); 16 * 127] }).to_string();
    let before = resident(child.id());
    let mut most = before;
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = path.replace(['{', '}'], "");
        for method in ["post", "put", "patch"].into_iter().filter(|method| item[*method]["requestBody"].is_object()) {
            std::thread::scope(|scope| {
                for _ in 0..16 {
                    let json = "content-type: application/json\r\n";
                    scope.spawn(|| drop(send(&address, &method.to_uppercase(), &path, json, &body)));
                }
            });
            most = most.max(resident(child.id()));
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(most <= before + 64, "{before} MiB, and with the bodies {most}");
}

/// In most processes no user chooses a password: the lists of guessable passwords are not loaded until then.
#[cfg(target_os = "linux")]
#[test]
fn a_log_in_loads_no_lists_of_passwords() {
    let home = with_operator("lists");
    let (mut child, address) = serve(&home, &[("OMRINGD_REQUESTS_PER_MINUTE", "0")]);
    let headers = log_in(&address);
    let before = settled(child.id());
    let body = r#"{"currentPassword":"correct horse battery","newPassword":"wachtwoord123"}"#;
    let refused = send(&address, "PUT", "/v1/me/password", &headers, body).unwrap();
    assert!(refused.starts_with("HTTP/1.1 400") && refused.contains("guessable"), "{refused}");
    let after = settled(child.id());
    child.kill().unwrap();
    child.wait().unwrap();
    println!("{before} MiB after a log-in, {after} MiB after a password was judged");
    // The lists take more than 3 MiB, so they were not loaded before.
    assert!(after >= before + 3, "{before} MiB, and {after} after a password was judged");
}
