//! What the process keeps of the memory that work took.

use crate::support::{Home, get, log_in, send, serve, with_operator};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// MiB that the process has.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches("kB").trim().parse::<u64>().unwrap() / 1024
}

/// Whether a thread of the process still hashes passwords, or waits for the next.
fn hashes(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    threads.flatten().any(|thread| {
        // One that has ended since has no name.
        std::fs::read_to_string(thread.path().join("comm")).is_ok_and(|name| name.trim() == "password")
    })
}

/// MiB that the process has, once it no longer hashes.
pub(crate) fn settled(process: u32) -> u64 {
    let timeout = Instant::now() + Duration::from_secs(30);
    while hashes(process) {
        assert!(Instant::now() < timeout, "the threads that hash passwords do not end");
        std::thread::sleep(Duration::from_millis(100));
    }
    resident(process)
}

/// The hash of a password takes 19 MiB, which are kept for the next as long as there is one within a second.
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

/// Sixteen bodies at once of the most that is received of somebody without a token, at every operation that takes one.
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

/// Most processes never see a password chosen: the lists of passwords that are guessed stay out of memory until one is.
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
    // The lists take more than 3 MiB: they were not there before.
    assert!(after >= before + 3, "{before} MiB, and {after} after a password was judged");
}
