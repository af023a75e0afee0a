use domain::ports::Ids;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::{Builder, Uuid};

/// Generates the same ids at every start, for use in tests of front ends: `UUIDv7` of the first milliseconds of 2026.
#[derive(Debug, Default)]
pub(super) struct SameIds(AtomicU64);

/// 1 January 2026, in milliseconds since 1970.
const FIRST: u64 = 1_767_225_600_000;

impl Ids for SameIds {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        let mut rest = [0; 10];
        rest.iter_mut().skip(2).zip(number.to_be_bytes()).for_each(|(byte, of)| *byte = of);
        Builder::from_unix_timestamp_millis(FIRST + number, &rest).into_uuid()
    }
}
