//! CSV that a spreadsheet opens without running a formula in it.

use std::borrow::Cow;
use std::io::{self, Write};

/// What a formula begins with, full-width forms included.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Where a spreadsheet with another list separator, or one that ignores our quotes, begins a new cell.
const SEPARATORS: [char; 4] = [';', '\t', '\n', '\r'];

/// A cell of a file that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CsvCell {
    /// Words people typed: always quoted, and without formulas.
    Text(String),
    /// A number, an id, an instant or a word of ours; blank if there is none.
    Plain(String),
}

impl CsvCell {
    pub(crate) fn plain(value: impl ToString) -> Self {
        Self::Plain(value.to_string())
    }
}

/// Writes a row as Network Canvas does: with commas, and CR LF at its end.
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

/// The text with an apostrophe before each formula; also before one that has an apostrophe of its own, so that
/// [`unguard`] restores every text exactly.
pub(crate) fn guard(text: &str) -> Cow<'_, str> {
    edit(text, |piece, start| is_formula(piece, start).then(|| Cow::Owned(format!("'{}", first_cell(piece)))))
}

/// The text of a cell that [`guard`] wrote.
pub(crate) fn unguard(cell: &str) -> Cow<'_, str> {
    edit(cell, |piece, start| {
        let rest = piece.strip_prefix('\'')?;
        is_formula(rest, start).then(|| Cow::Borrowed(first_cell(rest)))
    })
}

/// Replaces the cells that a spreadsheet could see in the text. `replace` gets the text from a cell on, and whether it
/// is the first one.
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

/// Whether a spreadsheet takes the text for a formula: it begins with a sign, behind quotes, spaces and what nobody
/// sees. At the start of the whole cell a tab or a line break counts as well (OWASP).
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
    fn what_is_no_formula_stays_as_it_is() {
        for text in ["'s avonds", "Anna", "", "'", "Jan-Piet", "a=b", "twee; drie", "een\ntwee", "'t Hart;'s nachts"] {
            assert_eq!((guard(text), unguard(text)), (text.into(), text.into()));
        }
    }

    #[test]
    fn every_text_comes_back_exactly() {
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
