//! Text people typed, bounded and clean, and never written to a log.

use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A name, a label, a phone number: 1 to 200 characters.
pub type ShortText = Text<200>;
/// A note, a reflection: 1 to 10,000 characters.
pub type LongText = Text<10_000>;

/// Text of 1 to `MAX` Unicode characters with at least one visible, without control characters but tab and line feed.
///
/// `Debug` shows its length only: names and notes stay out of logs.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing visible in it.
    #[error("blank")]
    Blank,
    /// More characters than allowed.
    #[error("too long")]
    TooLong,
    /// A control character in it.
    #[error("control character")]
    Control,
}

impl<const MAX: usize> Text<MAX> {
    /// Checks the text; it is kept as typed.
    ///
    /// # Errors
    /// [`TextError`] says which rule it breaks.
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        let text = text.into();
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            return Err(TextError::Control);
        }
        if text.trim().is_empty() {
            return Err(TextError::Blank);
        }
        if text.chars().count() > MAX {
            return Err(TextError::TooLong);
        }
        Ok(Self(text))
    }

    /// The text as typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text for searching and sorting: lower case, without accents, spaces folded.
    #[must_use]
    pub fn folded(&self) -> String {
        let plain: String = self.0.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}

impl<const MAX: usize> fmt::Debug for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_as_typed_and_folded_for_searching() {
        let text = ShortText::new(" Zoë  van\tDíjk ").unwrap();
        assert_eq!(text.as_str(), " Zoë  van\tDíjk ");
        assert_eq!(text.folded(), "zoe van dijk");
    }

    #[test]
    fn blank_long_and_control_are_refused() {
        assert_eq!(ShortText::new(" \n"), Err(TextError::Blank));
        assert_eq!(ShortText::new("\0"), Err(TextError::Control));
        assert_eq!(Text::<3>::new("éééé"), Err(TextError::TooLong));
        assert!(Text::<4>::new("éééé").is_ok());
    }

    #[test]
    fn debug_does_not_show_the_text() {
        assert_eq!(format!("{:?}", ShortText::new("Anna").unwrap()), "Text(4 characters)");
    }
}
