use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny};

/// A member that GET tells and PUT takes back unread, so that what was read can be sent as it is.
#[derive(Debug, Default)]
pub(crate) struct ReadOnly;

impl<'de> Deserialize<'de> for ReadOnly {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}
