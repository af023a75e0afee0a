use crate::Result;
use crate::supporters::OutOfRange;
use serde::{Deserialize, Serialize};

/// A whole number from `MIN` to `MAX`, of years or days; `DEFAULT` for a new organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "i16")]
pub struct Period<const MIN: i16, const MAX: i16, const DEFAULT: i16>(i16);

/// The years that a record is kept after its last change. The WGBO (article 7:454 of the Dutch Civil Code) says 20.
pub type RetentionYears = Period<1, 100, 20>;

/// The days between a request for erasure and the erasure, in which it can be withdrawn or refused.
pub type WaitingDays = Period<0, 30, 7>;

impl<const MIN: i16, const MAX: i16, const DEFAULT: i16> Default for Period<MIN, MAX, DEFAULT> {
    fn default() -> Self {
        Self(DEFAULT)
    }
}

impl<const MIN: i16, const MAX: i16, const DEFAULT: i16> TryFrom<i16> for Period<MIN, MAX, DEFAULT> {
    type Error = OutOfRange;

    fn try_from(number: i16) -> Result<Self, OutOfRange> {
        if (MIN..=MAX).contains(&number) { Ok(Self(number)) } else { Err(OutOfRange) }
    }
}

impl<const MIN: i16, const MAX: i16, const DEFAULT: i16> TryFrom<f64> for Period<MIN, MAX, DEFAULT> {
    type Error = OutOfRange;

    /// JSON has one number type: 2.0 is the integer 2.
    fn try_from(number: f64) -> Result<Self, OutOfRange> {
        (MIN..=MAX).find(|whole| f64::from(*whole) == number).map(Self).ok_or(OutOfRange)
    }
}

impl<const MIN: i16, const MAX: i16, const DEFAULT: i16> From<Period<MIN, MAX, DEFAULT>> for i16 {
    fn from(period: Period<MIN, MAX, DEFAULT>) -> Self {
        period.0
    }
}
