use serde::{Deserialize, Deserializer};

/// A member of a merge patch (RFC 7396) that can be removed: absent is `None`, null is `Some(None)`. Needs `#[serde(default)]`.
///
/// A member that cannot be removed is an `Option`: its schema refuses null.
#[derive(Debug)]
pub(crate) struct Patch<T>(pub(crate) Option<Option<T>>);

impl<T> Default for Patch<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Option::deserialize(from).map(|value| Self(Some(value)))
    }
}
