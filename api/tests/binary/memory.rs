//! What the process keeps of the memory that work took.

use crate::support::{log_in, serve, with_operator};
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
fn settled(process: u32) -> u64 {
    let patience = Instant::now() + Duration::from_secs(30);
    while hashes(process) {
        assert!(Instant::now() < patience, "the threads that hash passwords do not end");
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
