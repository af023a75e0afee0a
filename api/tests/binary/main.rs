//! Tests of the real binary: its command line, resources, and durability when it is killed.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod access_log;
mod cli;
mod database;
mod doctor;
mod durability;
#[cfg(target_os = "linux")]
mod full_disk;
mod import;
#[cfg(target_os = "linux")]
mod import_memory;
mod memory;
mod metrics;
mod proxies;
mod storage;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
