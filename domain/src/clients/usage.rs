//! How much fits for one client, whichever way it comes there. The database counts; the migrations have the same numbers.

use crate::FieldCode;

/// The most persons of one client.
pub const MAX_PERSONS: i64 = 2_000;
/// The most maps of one client.
pub const MAX_MAPS: i64 = 200;
/// The most cards of one client, of all maps together.
pub const MAX_CARDS: i64 = 1_000;
/// The most bytes of one client's texts and cards, as long as they are in JSON, with 128 more for each reflection, coach note, tie
/// and support. An export of so much is shorter than what an import takes.
pub const MAX_BYTES: i64 = 32 << 20;

/// What a client has no room for any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// Persons.
    Persons,
    /// Maps.
    Maps,
    /// Cards.
    Cards,
    /// Texts and what else is stored.
    Bytes,
}

impl Full {
    /// What there is too much of, as an error of a request.
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

    /// Everything that is limited.
    pub const ALL: [Self; 4] = [Self::Persons, Self::Maps, Self::Cards, Self::Bytes];

    /// The most of it for one client.
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
