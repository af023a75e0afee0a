//! Limits per map, for every way of adding data. The API schemas state the same numbers.

/// Maximum number of supporters per map.
pub const MAX_SUPPORTERS: usize = 200;
/// Maximum number of supports per map; the database inserts them in one statement.
pub const MAX_SUPPORTS: usize = 2000;
/// Maximum number of ties per map.
pub const MAX_TIES: usize = 2000;
/// Maximum number of needs per map.
pub const MAX_NEEDS: usize = 50;
/// Maximum number of agreements per map.
pub const MAX_AGREEMENTS: usize = 200;
/// Maximum number of reflections per map.
pub const MAX_REFLECTIONS: usize = 1000;

/// The number of items to be added to a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Number of supporters.
    pub supporters: usize,
    /// Number of supports, over all supporters.
    pub supports: usize,
    /// Number of ties.
    pub ties: usize,
    /// Number of agreements.
    pub agreements: usize,
}
