//! What the process keeps of the memory that work took.

use crate::support::{log_in, serve, with_operator};

/// MiB that the process has.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches("kB").trim().parse::<u64>().unwrap() / 1024
}

/// The hash of a password takes 19 MiB.
#[cfg(target_os = "linux")]
#[test]
fn what_a_log_in_takes_is_given_back() {
    let home = with_operator("memory");
    let (mut child, address) = serve(&home, &[("OMRINGD_REQUESTS_PER_MINUTE", "0")]);
    log_in(&address);
    let before = resident(child.id());
    for _ in 0..8 {
        log_in(&address);
    }
    let after = resident(child.id());
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(after < before + 19, "{before} MiB, and after 8 log-ins {after}");
}
