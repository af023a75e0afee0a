use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, de};
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

/// Attempts allowed at once, and the period over which they are forgiven evenly (a leaky bucket). Written as `100/5m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    attempts: NonZeroU32,
    period: Duration,
}

/// The text is not a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a number of attempts and a period in s, m, h or d, such as 100/5m")]
pub struct NotALimit;

/// The clocks of two processes may differ by so much before a limit counts one attempt too many.
const CLOCK_DIFFERENCE: Duration = Duration::from_secs(1);
/// A longer period would not limit anything that anybody waits for, and could overflow an instant.
const LONGEST: Duration = Duration::from_secs(366 * 24 * 60 * 60);

impl Limit {
    /// A limit that is known at compile time: so many attempts, at least one, forgiven over so many seconds.
    #[must_use]
    pub const fn of(attempts: u32, seconds: u32) -> Self {
        // `NonZeroU32::new` returns an option, which a constant cannot unwrap without a panic.
        let attempts = NonZeroU32::MIN.saturating_add(attempts.saturating_sub(1));
        Self { attempts, period: Duration::from_secs(seconds as u64) }
    }

    /// The number of attempts allowed at once.
    #[must_use]
    pub fn attempts(self) -> NonZeroU32 {
        self.attempts
    }

    /// The time after which all attempts are forgiven.
    #[must_use]
    pub fn period(self) -> Duration {
        self.period
    }

    /// The time after which one attempt is forgiven.
    #[must_use]
    pub fn each(self) -> Duration {
        self.period / self.attempts.get()
    }

    /// How far in the future everything counted may be forgiven, including the attempt that is charged.
    #[must_use]
    pub fn most(self) -> Duration {
        self.period + CLOCK_DIFFERENCE.min(self.each() / 2)
    }

    /// The wait until another attempt is allowed, if everything counted is forgiven at `clear_at`; `None` if one is allowed now.
    #[must_use]
    pub fn wait(self, clear_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<Duration> {
        let charged = (clear_at - now).to_std().unwrap_or_default() + self.each();
        (charged > self.most()).then(|| charged.saturating_sub(self.period))
    }
}

impl FromStr for Limit {
    type Err = NotALimit;

    fn from_str(text: &str) -> Result<Self, NotALimit> {
        let (attempts, period) = text.split_once('/').ok_or(NotALimit)?;
        let (number, unit) = period.split_at_checked(period.len().saturating_sub(1)).ok_or(NotALimit)?;
        let seconds = match unit {
            "s" => 1,
            "m" => 60,
            "h" => 60 * 60,
            "d" => 24 * 60 * 60,
            _ => return Err(NotALimit),
        };
        let number: u32 = number.parse().map_err(|_| NotALimit)?;
        let attempts = attempts.parse().map_err(|_| NotALimit)?;
        let limit = Self { attempts, period: Duration::from_secs(u64::from(number) * seconds) };
        if limit.period > LONGEST || limit.each() < Duration::from_millis(1) { Err(NotALimit) } else { Ok(limit) }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}s", self.attempts, self.period.as_secs())
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <std::borrow::Cow<'de, str>>::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_limit_is_read_from_its_text() {
        for (text, attempts, seconds) in
            [("100/5m", 100, 300), ("3/1h", 3, 3600), ("5/90s", 5, 90), ("1/2d", 1, 172_800)]
        {
            let limit: Limit = text.parse().unwrap();
            assert_eq!((limit.attempts().get(), limit.period()), (attempts, Duration::from_secs(seconds)), "{text}");
            assert_eq!(limit.to_string().parse(), Ok(limit));
        }
        for text in [
            "", "/", "100", "100/", "100/m", "0/5m", "5/0m", "-1/5m", "5/5", "5/5w", "5/5 m", "5/99999d", "9999/1s",
            "5/é",
        ] {
            assert_eq!(text.parse::<Limit>(), Err(NotALimit), "{text}");
        }
    }

    #[test]
    fn attempts_are_forgiven_one_after_the_other() {
        let limit: Limit = "3/30s".parse().unwrap();
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let wait = |seconds| limit.wait(now + TimeDelta::seconds(seconds), now).map(|wait| wait.as_secs());
        // Nothing, one, two and three attempts are counted.
        assert_eq!([-100, 0, 10, 20, 30].map(wait), [None, None, None, None, Some(10)]);
        assert_eq!([21, 22, 25].map(wait), [None, Some(2), Some(5)]);
    }
}
