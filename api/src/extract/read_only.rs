use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny};

/// A member that PUT accepts and ignores, so that a response of GET can be sent back unchanged.
#[derive(Debug, Default)]
pub(crate) struct ReadOnly;

impl<'de> Deserialize<'de> for ReadOnly {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}
