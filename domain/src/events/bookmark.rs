use chrono::{DateTime, Utc};
use std::fmt;
use std::str::FromStr;

/// A position in commit order, up to which events have been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// The transaction id on PostgreSQL; 0 on SQLite, where the position alone defines the order.
    pub transaction: i64,
    /// The position of the event in its table.
    pub position: i64,
}

/// The state of a user's event stream; its text is the event id that `Last-Event-ID` returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The position up to which events have been read.
    pub cursor: Cursor,
    /// A digest of the ids visible to the user at that time.
    pub visible: u64,
    /// When it was created, in seconds since 1970.
    pub at: i64,
}

impl Bookmark {
    pub(crate) fn new(cursor: Cursor, visible: u64, at: DateTime<Utc>) -> Self {
        Self { cursor, visible, at: at.timestamp() }
    }
}

impl fmt::Display for Bookmark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cursor: Cursor { transaction, position }, visible, at } = self;
        write!(f, "{transaction}.{position}.{visible:016x}.{at}")
    }
}

/// Maximum number of digits of each number.
const DIGITS: usize = 18;

/// The text is not a bookmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoBookmark;

impl FromStr for Bookmark {
    type Err = NoBookmark;

    fn from_str(text: &str) -> Result<Self, NoBookmark> {
        let parts: Vec<_> = text.split('.').collect();
        let [transaction, position, visible, at] = parts[..] else { return Err(NoBookmark) };
        // `parse` would also accept a sign.
        let number = |text: &str| {
            let digits = text.len() <= DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<i64>().ok()).flatten().ok_or(NoBookmark)
        };
        let hex = visible.len() == 16 && visible.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let visible = u64::from_str_radix(visible, 16).ok().filter(|_| hex).ok_or(NoBookmark)?;
        let cursor = Cursor { transaction: number(transaction)?, position: number(position)? };
        Ok(Self { cursor, visible, at: number(at)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bookmark_is_read_back_and_nothing_else_is() {
        let bookmark = Bookmark { cursor: Cursor { transaction: 742, position: 9 }, visible: 255, at: 1_764_000_000 };
        assert_eq!(bookmark.to_string(), "742.9.00000000000000ff.1764000000");
        assert_eq!(bookmark.to_string().parse(), Ok(bookmark));
        for bad in [
            "",
            "1",
            "1.2.3.4",
            "1.2.00000000000000ff",
            "-1.2.00000000000000ff.4",
            "1.2.+0000000000000ff.4",
            "1..00000000000000ff.4",
            "1.2.00000000000000ff.4.5",
            "99999999999999999999.2.00000000000000ff.4",
        ] {
            assert_eq!(bad.parse::<Bookmark>(), Err(NoBookmark), "{bad}");
        }
    }
}
