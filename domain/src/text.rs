//! User-entered text: normalised and bounded on input, and never logged.

mod characters;
mod fold;

pub(crate) use characters::is_invisible;

use crate::FieldCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A single line of 1 to 200 characters: a name, a label, a phone number.
pub type ShortText = Text<200, false>;
/// Multi-line text of 1 to 10,000 characters: a note, a reflection.
pub type LongText = Text<10_000, true>;

/// Text of 1 to `MAX` characters (NFC), at least one of them visible, without control characters.
///
/// With `LINES`, line feeds and tabs are kept, and other line breaks become line feeds. Without it, a line break is
/// rejected, a tab becomes a space, and surrounding spaces and bidirectional control characters are removed.
/// Everything else stays as typed. `Debug` shows the length only, so that names and notes are not logged.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize, const LINES: bool>(String);

/// The reason for which a text is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Contains no visible character.
    #[error("blank")]
    Blank,
    /// Longer than this maximum number of characters.
    #[error("too long")]
    TooLong(usize),
    /// Contains a control character, or a line break in a single line.
    #[error("control character")]
    Control,
}

impl TextError {
    /// The code of the error in a problem response.
    #[must_use]
    pub fn code(self) -> FieldCode {
        match self {
            Self::Blank => FieldCode::Blank,
            Self::TooLong(max) => FieldCode::TooLong(max),
            Self::Control => FieldCode::Format,
        }
    }
}

impl<const MAX: usize, const LINES: bool> Text<MAX, LINES> {
    /// Normalises and checks the text.
    ///
    /// # Errors
    /// [`TextError`] names the rule that the text breaks.
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        let text = text.into();
        if !text.chars().any(characters::is_visible) {
            return Err(TextError::Blank);
        }
        let text = composed(if LINES { with_line_feeds(text) } else { single_line(text)? });
        if text.chars().any(|c| c.is_control() && !(LINES && matches!(c, '\n' | '\t'))) {
            return Err(TextError::Control);
        }
        if text.chars().count() > MAX {
            return Err(TextError::TooLong(MAX));
        }
        Ok(Self(text))
    }

    /// The normalised text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text folded for searching, as the words of [`crate::clients::NameQuery`].
    #[must_use]
    pub fn folded(&self) -> String {
        fold::folded(&self.0)
    }
}

/// The sort key of a name: its letters without case and accents, then the name as written.
///
/// Dutch and English need no further collation rules (CLDR).
#[must_use]
pub fn name_order(name: &str) -> (String, String) {
    (fold::folded(name), name.to_owned())
}

/// Normalises to NFC, so that an accented letter does not depend on the keyboard.
pub(crate) fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    }
}

/// Converts the line breaks of Windows, old Macs and word processors to line feeds.
fn with_line_feeds(text: String) -> String {
    if text.contains(['\r', '\u{2028}', '\u{2029}']) {
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n")
    } else {
        text
    }
}

fn single_line(text: String) -> Result<String, TextError> {
    if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return Err(TextError::Control);
    }
    if !text.contains(|c| c == '\t' || characters::is_steering(c)) {
        return Ok(if text.trim().len() == text.len() { text } else { text.trim().to_owned() });
    }
    let kept = text.chars().filter(|c| !characters::is_steering(*c));
    let line: String = kept.map(|c| if c == '\t' { ' ' } else { c }).collect();
    Ok(line.trim().to_owned())
}

impl<const MAX: usize, const LINES: bool> TryFrom<String> for Text<MAX, LINES> {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl<const MAX: usize, const LINES: bool> From<Text<MAX, LINES>> for String {
    fn from(text: Text<MAX, LINES>) -> Self {
        text.0
    }
}

impl<const MAX: usize, const LINES: bool> fmt::Debug for Text<MAX, LINES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Few = Text<4, false>;

    #[test]
    fn blank_long_and_control_are_refused() {
        assert_eq!(ShortText::new(""), Err(TextError::Blank));
        assert_eq!(LongText::new(" \n"), Err(TextError::Blank));
        assert_eq!(ShortText::new("a\0"), Err(TextError::Control));
        assert_eq!(LongText::new("a\u{B}b"), Err(TextError::Control));
        assert_eq!(Few::new("ééééé"), Err(TextError::TooLong(4)));
        assert!(Few::new("éééé").is_ok());
    }

    #[test]
    fn invisible_text_is_blank() {
        for text in ["\u{200B}", "\u{3164}", "\u{2060} \u{AD}", "\u{301}", "\u{202E}", "\u{2800}\u{FE0F}", "\u{E0020}"]
        {
            assert_eq!(ShortText::new(text), Err(TextError::Blank), "{}", text.escape_unicode());
            assert_eq!(LongText::new(format!("{text}\r\n")), Err(TextError::Blank), "{}", text.escape_unicode());
        }
    }

    #[test]
    fn a_line_is_composed_and_trimmed_and_reads_in_its_own_direction() {
        let line = |text: &str| String::from(ShortText::new(text).unwrap());
        assert_eq!(line(" Zoe\u{308}  van\tDíjk "), "Zoë  van Díjk");
        assert_eq!(line("\u{202D}06 12345678\u{202C}"), "06 12345678");
        assert_eq!(line("Anna\u{202E}sirhC"), "AnnasirhC");
        assert_eq!(line("\u{FEFF}Anna"), "Anna");
        for text in ["a\nb", "a\r\nb", "a\rb", "a\u{2028}b", "a\u{85}b", "Anna\n"] {
            assert_eq!(ShortText::new(text), Err(TextError::Control), "{text:?}");
        }
    }

    #[test]
    fn joiners_stay_where_a_name_needs_them() {
        for text in [
            "می\u{200C}نا",
            "👩🏾\u{200D}🦱 Bep",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "❤\u{FE0F}",
            "\u{200F}דוד (Jan)",
        ] {
            assert_eq!(ShortText::new(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn every_line_break_of_a_note_is_a_line_feed() {
        let note = LongText::new("een\r\ntwee\rdrie\u{2028}vier\n\n\tvijf\r\n").unwrap();
        assert_eq!(note.as_str(), "een\ntwee\ndrie\nvier\n\n\tvijf\n");
    }

    #[test]
    fn the_length_is_that_of_the_normalised_text() {
        assert!(Few::new("e\u{301}e\u{301}e\u{301}e\u{301}").is_ok());
        assert!(Few::new("  anna\u{202C}  ").is_ok());
        assert_eq!(Few::new("\u{958}\u{958}\u{958}"), Err(TextError::TooLong(4)), "it is six characters composed");
    }

    #[test]
    fn a_normalised_text_does_not_change() {
        for text in ["Zoë", "ΣΑΣ", "\u{958}", "e\u{202A}\u{301}", " e\t\u{301}", "ﬁ", "\u{212B}", "한글"] {
            let once = ShortText::new(text).unwrap();
            assert_eq!(ShortText::new(once.as_str()).unwrap(), once);
            let once = LongText::new(format!("{text}\r\n")).unwrap();
            assert_eq!(LongText::new(once.as_str()).unwrap(), once);
        }
    }

    #[test]
    fn names_are_in_the_order_of_their_letters() {
        let mut names = [
            "Zoë", "Åsa", "Otto", "çetin", "Émile", "van Dam", "Anna", "Özlem", "Øystein", "Ĳda", "Łukasz", "Lotte",
            "Şerife", "anna", "Eva",
        ];
        names.sort_by_cached_key(|name| name_order(name));
        assert_eq!(
            names,
            [
                "Anna", "anna", "Åsa", "çetin", "Émile", "Eva", "Ĳda", "Lotte", "Łukasz", "Otto", "Øystein", "Özlem",
                "Şerife", "van Dam", "Zoë"
            ]
        );
    }

    #[test]
    fn debug_does_not_show_the_text() {
        assert_eq!(format!("{:?}", ShortText::new("Anna").unwrap()), "Text(4 characters)");
    }
}
