//! Storage limits per client, for every way of adding data.
//!
//! The database counts; the migrations repeat these numbers.

use crate::FieldCode;

/// Maximum number of persons per client.
pub const MAX_PERSONS: i64 = 2_000;
/// Maximum number of maps per client.
pub const MAX_MAPS: i64 = 200;
/// Maximum number of cards per client, over all maps.
pub const MAX_CARDS: i64 = 1_000;
/// Maximum size of a client's texts and cards in bytes, measured as JSON.
///
/// Each reflection, coach note, tie and support adds 128 bytes. An export of this size stays below the import limit.
pub const MAX_BYTES: i64 = 32 << 20;

/// The limit that a client has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// Persons.
    Persons,
    /// Maps.
    Maps,
    /// Cards.
    Cards,
    /// Bytes of texts and other stored data.
    Bytes,
}

impl Full {
    /// The limit as an error code for a member of the request.
    #[must_use]
    pub fn code(self) -> FieldCode {
        let code = match self {
            Self::Persons => FieldCode::TooManyPersons,
            Self::Maps => FieldCode::TooManyMaps,
            Self::Cards => FieldCode::TooManyCards,
            Self::Bytes => FieldCode::TooManyBytes,
        };
        code(usize::try_from(self.max()).unwrap_or(usize::MAX))
    }

    /// Every limit.
    pub const ALL: [Self; 4] = [Self::Persons, Self::Maps, Self::Cards, Self::Bytes];

    /// The value of the limit.
    #[must_use]
    pub fn max(self) -> i64 {
        match self {
            Self::Persons => MAX_PERSONS,
            Self::Maps => MAX_MAPS,
            Self::Cards => MAX_CARDS,
            Self::Bytes => MAX_BYTES,
        }
    }
}
