//! CSV that is safe from formula injection in spreadsheets.

use std::borrow::Cow;
use std::io::{self, Write};

/// Characters that start a formula, including full-width forms.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Characters at which a spreadsheet may start a new cell, depending on its list separator and quoting.
const SEPARATORS: [char; 4] = [';', '\t', '\n', '\r'];

/// A cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CsvCell {
    /// User-entered text: always quoted, with formulas escaped.
    Text(String),
    /// A number, id, instant or code; blank if there is no value.
    Plain(String),
}

impl CsvCell {
    pub(crate) fn plain(value: impl ToString) -> Self {
        Self::Plain(value.to_string())
    }
}

/// Writes a row as Network Canvas does: comma-separated, ending in CR LF.
pub(crate) fn write_row(cells: impl IntoIterator<Item = CsvCell>, to: &mut impl Write) -> io::Result<()> {
    let cells: Vec<_> = cells
        .into_iter()
        .map(|cell| match cell {
            CsvCell::Text(text) => format!("\"{}\"", guard(&text).replace('"', "\"\"")),
            CsvCell::Plain(value) => value,
        })
        .collect();
    write!(to, "{}\r\n", cells.join(","))
}

/// Escapes formulas with a leading apostrophe.
///
/// A formula that already has apostrophes gets one more, so that [`unguard`] restores every text exactly.
pub(crate) fn guard(text: &str) -> Cow<'_, str> {
    edit(text, |piece, start| is_formula(piece, start).then(|| Cow::Owned(format!("'{}", first_cell(piece)))))
}

/// Restores a text that [`guard`] escaped.
pub(crate) fn unguard(cell: &str) -> Cow<'_, str> {
    edit(cell, |piece, start| {
        let rest = piece.strip_prefix('\'')?;
        is_formula(rest, start).then(|| Cow::Borrowed(first_cell(rest)))
    })
}

/// Edits each part of the text that a spreadsheet may treat as a cell.
///
/// `replace` receives the text from the start of that cell, and whether it is the first one.
fn edit<'a>(text: &'a str, replace: impl Fn(&'a str, bool) -> Option<Cow<'a, str>>) -> Cow<'a, str> {
    let mut edited = String::new();
    let (mut kept, mut at) = (0, 0);
    for piece in text.split_inclusive(SEPARATORS) {
        if let Some(rest) = text.get(at..)
            && let Some(new) = replace(rest, at == 0)
        {
            edited.push_str(text.get(kept..at).unwrap_or_default());
            edited.push_str(&new);
            kept = at + first_cell(rest).len();
        }
        at += piece.len();
    }
    if kept == 0 && edited.is_empty() {
        return Cow::Borrowed(text);
    }
    edited.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(edited)
}

/// The text up to the next separator.
fn first_cell(text: &str) -> &str {
    text.split(SEPARATORS).next().unwrap_or_default()
}

/// Whether a spreadsheet treats the text as a formula.
///
/// It does if the text starts with a formula character, after quotes, spaces and invisible characters. At the start
/// of the whole cell, a tab or a line break counts too (OWASP).
fn is_formula(text: &str, start: bool) -> bool {
    let text = text.trim_start_matches(is_passed_over);
    text.starts_with(SIGNS) || (start && text.starts_with(['\t', '\n', '\r']))
}

fn is_passed_over(c: char) -> bool {
    let invisible = matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}');
    let space = (c.is_whitespace() || c.is_control()) && !SEPARATORS.contains(&c);
    matches!(c, '\'' | '"' | '’' | '‘') || invisible || space
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_gets_an_apostrophe_wherever_a_cell_can_begin() {
        for (text, guarded) in [
            ("=1+1", "'=1+1"),
            ("+31 6 12345678", "'+31 6 12345678"),
            ("-1", "'-1"),
            ("@me", "'@me"),
            ("\ttab", "'\ttab"),
            ("\n=1+1", "'\n'=1+1"),
            ("\nregel", "'\nregel"),
            ("'=1", "''=1"),
            ("＝1+1", "'＝1+1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
            ("\u{A0}=1", "'\u{A0}=1"),
            ("\u{200B}=1", "'\u{200B}=1"),
            ("\u{3000}\u{FEFF} =1", "'\u{3000}\u{FEFF} =1"),
            ("Oom Jan;=cmd|' /C calc'!A0;", "Oom Jan;'=cmd|' /C calc'!A0;"),
            ("Jan;\"=1+1\"", "Jan;'\"=1+1\""),
            ("Jan; \u{200B}+1;-2\t@x", "Jan;' \u{200B}+1;'-2\t'@x"),
            ("regel\n- melk\n- brood", "regel\n'- melk\n'- brood"),
        ] {
            assert_eq!(guard(text), guarded);
            assert_eq!(unguard(guarded), text);
        }
    }

    #[test]
    fn text_without_a_formula_is_not_changed() {
        for text in ["'s avonds", "Anna", "", "'", "Jan-Piet", "a=b", "twee; drie", "een\ntwee", "'t Hart;'s nachts"] {
            assert_eq!((guard(text), unguard(text)), (text.into(), text.into()));
        }
    }

    #[test]
    fn every_text_is_restored_exactly() {
        let signs = ["'", "\"", "=", "+", ";", "\t", "\n", " ", "\u{200B}", "a", "＝"];
        for first in signs {
            for second in signs {
                for third in signs {
                    for fourth in signs {
                        let text = [first, second, third, fourth].concat();
                        let guarded = guard(&text);
                        assert_eq!(unguard(&guarded), text, "{guarded:?}");
                        assert!(!guarded.split(SEPARATORS).any(|cell| cell.starts_with(SIGNS)), "{guarded:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn texts_are_quoted_and_numbers_are_not() {
        let mut written = Vec::new();
        let row = [CsvCell::plain(12), CsvCell::Text("Anna \"An\", 3".into()), CsvCell::Plain(String::new())];
        write_row(row, &mut written).unwrap();
        assert_eq!(written, b"12,\"Anna \"\"An\"\", 3\",\r\n");
    }
}
