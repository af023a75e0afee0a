//! Acknowledged writes are on disk, whenever the process is killed.

use crate::support::{get, log_in, member, send, serve, serve_by, with_operator};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Creates an organisation; returns its id if that was acknowledged.
fn create(address: &str, headers: &str, nth: usize) -> Option<String> {
    let body = format!(r#"{{"name":"Organisatie {nth}","admin":{{"email":"beheer{nth}@example.nl"}}}}"#);
    let answer = send(address, "POST", "/v1/organisations", headers, &body).ok()?;
    if answer.starts_with("HTTP/1.1 201") { member(&answer, "id") } else { None }
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let home = with_operator("kill");
    let mut all = Vec::new();
    for round in 0..3 {
        let (mut child, address) = serve(&home, &[("OMRINGD_REQUESTS_PER_MINUTE", "0")]);
        let headers = log_in(&address);
        let (acknowledged, over) = (Mutex::new(Vec::new()), AtomicBool::new(false));
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let (address, headers, acknowledged, over) = (&address, &headers, &acknowledged, &over);
                scope.spawn(move || {
                    for nth in 0.. {
                        if over.load(Ordering::Relaxed) {
                            return;
                        }
                        let id = create(address, headers, (round * 4 + writer) * 100_000 + nth);
                        acknowledged.lock().unwrap().extend(id);
                    }
                });
            }
            // Kills the process in the middle of its writes.
            std::thread::sleep(Duration::from_millis(700 + 150 * round as u64));
            child.kill().unwrap();
            child.wait().unwrap();
            over.store(true, Ordering::Relaxed);
        });
        let acknowledged = acknowledged.into_inner().unwrap();
        assert!(!acknowledged.is_empty(), "nothing was acknowledged: the test would prove nothing");
        all.extend(acknowledged);
    }
    let (mut child, address) = serve(&home, &[("OMRINGD_REQUESTS_PER_MINUTE", "0")]);
    let headers = log_in(&address);
    for id in &all {
        let answer = send(&address, "GET", &format!("/v1/organisations/{id}"), &headers, "").unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "organisation {id} was acknowledged and is gone: {answer}");
    }
    println!("{} acknowledged writes survived 3 kills", all.len());
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A power cut would show whether a commit waited for the disk; so does `strace`: between one acknowledgement and
/// the next, the write-ahead log was synced.
#[test]
fn every_acknowledgement_waits_for_the_disk() {
    if Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_err() {
        println!("left out: strace is not installed");
        return;
    }
    let home = with_operator("fsync");
    let trace = home.0.join("trace");
    let served = home.command(&["serve"]);
    let mut command = Command::new("strace");
    // Runs the tracer as a separate process (-D), so that the child is the service; traces all threads and the start of each write.
    command.args(["-D", "-f", "-s", "16", "-e", "trace=fsync,fdatasync,write,writev,sendto,sendmsg", "-o"]);
    command.arg(&trace).arg(served.get_program()).args(served.get_args()).env_clear().env("HOME", &home.0);
    command.stdin(Stdio::null());
    let (mut child, address) = serve_by(command, &[("OMRINGD_WORKERS", "1")]);
    assert!(get(&address, "GET", "/health/ready").starts_with("HTTP/1.1 204"));
    let headers = log_in(&address);
    const WRITES: usize = 20;
    for nth in 0..WRITES {
        create(&address, &headers, nth).expect("an acknowledgement");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let (mut syncs, mut since, mut acknowledged) = (0, 0, 0);
    for line in std::fs::read_to_string(&trace).unwrap().lines() {
        let done = line.ends_with("= 0");
        if done && (line.contains("fdatasync") || line.contains("fsync")) {
            syncs += 1;
            since += 1;
        } else if line.contains("HTTP/1.1 201") && !line.contains("resumed") {
            assert_ne!(since, 0, "acknowledged without waiting for the disk: {line}");
            (acknowledged, since) = (acknowledged + 1, 0);
        }
    }
    // The log-in is one more write.
    assert_eq!(acknowledged, WRITES + 1);
    println!("{syncs} syncs before {acknowledged} acknowledgements");
}
