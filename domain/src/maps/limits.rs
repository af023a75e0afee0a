//! How much fits on one map, whichever way it comes there. The schemas of the API say the same numbers.

/// The most supporters on one map.
pub const MAX_SUPPORTERS: usize = 200;
/// The most supports on one map: the database takes them in one statement.
pub const MAX_SUPPORTS: usize = 2000;
/// The most ties on one map.
pub const MAX_TIES: usize = 2000;
/// The most needs on one map.
pub const MAX_NEEDS: usize = 50;
/// The most agreements on one map.
pub const MAX_AGREEMENTS: usize = 200;
/// The most reflections on one map.
pub const MAX_REFLECTIONS: usize = 1000;

/// How much is to come onto a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Supporters.
    pub supporters: usize,
    /// Supports, of all supporters together.
    pub supports: usize,
    /// Ties.
    pub ties: usize,
    /// Agreements.
    pub agreements: usize,
}
