//! The real binary: its command line, and what is left of its work when it is killed.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod cli;
mod durability;
mod import;
mod memory;
mod metrics;
mod storage;
mod support;
