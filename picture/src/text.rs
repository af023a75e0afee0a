//! Prepares names for drawing: on one line, truncated to fit, and never markup.

use crate::fonts::{Weight, width, width_within};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Maximum number of accents on a letter; more would cover the line above.
const ACCENTS: usize = 3;

/// Whether the character is a combining accent of any script.
fn accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether XML 1.0 allows the character.
fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether the character controls text direction; it must not reorder the following names.
fn steers(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Text escaped as the content of an element or attribute. Characters that XML forbids are removed.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(|c| matches!(c, '&' | '<' | '>' | '"' | '\'' | '\r') || !allowed(c)) {
            f.write_str(&rest[..at])?;
            let mut after = rest[at..].chars();
            f.write_str(match after.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                Some('\'') => "&#39;",
                Some('\r') => "&#13;",
                _ => "",
            })?;
            rest = after.as_str();
        }
        f.write_str(rest)
    }
}

/// Isolates the direction of a text within a sentence (first strong isolate).
///
/// Without it, text next to Hebrew would be reordered.
pub(crate) fn isolated(text: &str) -> String {
    if text.chars().all(|c| c < '\u{590}') { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}

/// Normalises a text to one line.
///
/// Composes letters with accents, limits stacked accents, and removes direction controls and characters that XML
/// forbids.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        if word.is_ascii() {
            line.push_str(word);
        } else {
            let mut accents = 0;
            line.extend(word.nfc().filter(|c| {
                accents = if accent(*c) { accents + 1 } else { 0 };
                allowed(*c) && !steers(*c) && accents <= ACCENTS
            }));
        }
    }
    line
}

/// Truncates a text to this width with an ellipsis, at a grapheme boundary.
pub(crate) fn fitted(text: &str, room: f64, size: f64, weight: Weight) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut left = room - width("…", size, weight);
    let mut end = 0;
    for (at, letter) in text.grapheme_indices(true) {
        left -= width_within(text, letter, size, weight);
        if left < 0.0 {
            break;
        }
        end = at + letter.len();
    }
    format!("{}…", text[..end].trim_end())
}

/// Breaks a text into at most `most` lines of this width; the last is truncated with an ellipsis.
pub(crate) fn wrapped(text: &str, room: f64, size: f64, weight: Weight, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let count = lines.len();
        let Some(last) = lines.last_mut() else { break };
        let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if last.is_empty() || width(&longer, size, weight) <= room {
            *last = longer;
        } else if count < most {
            lines.push(word.to_owned());
        } else {
            *last = longer + " …";
            break;
        }
    }
    lines.iter().map(|line| fitted(line, room, size, weight)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_forbidden_characters_are_removed() {
        let escaped = Escaped("</text><script>\"&'\u{0}\u{FFFF}\r").to_string();
        assert_eq!(escaped, "&lt;/text&gt;&lt;script&gt;&quot;&amp;&#39;&#13;");
    }

    #[test]
    fn a_line_has_no_breaks_and_no_direction_of_its_own() {
        assert_eq!(line(" Anna\n\tvan  \u{202E}Dijk "), "Anna van Dijk");
        assert_eq!(line(&format!("e{}", "\u{301}".repeat(90))).chars().count(), 1 + ACCENTS);
        assert_eq!(line("Zoe\u{308}"), "Zoë");
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let name = "Wilhelmina Geertruida van der Zandschulp";
        let short = fitted(name, 80.0, 10.0, Weight::Regular);
        assert!(short.ends_with('…') && width(&short, 10.0, Weight::Regular) <= 80.0, "{short}");
        assert_eq!(fitted("Anna", 80.0, 10.0, Weight::Regular), "Anna");
        let family = "👨‍👩‍👧‍👦".repeat(9);
        assert!(fitted(&family, 100.0, 10.0, Weight::Regular).trim_end_matches('…').ends_with("👨‍👩‍👧‍👦"));
    }

    #[test]
    fn lines_fit_and_are_bounded() {
        let lines = wrapped(&"Elke dinsdag boodschappen doen ".repeat(40), 150.0, 10.0, Weight::Regular, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| width(line, 10.0, Weight::Regular) <= 150.0));
        assert!(lines[2].ends_with('…'));
    }
}
