//! Checks quoting (RFC 4180) before a table is read.
//!
//! The `csv` crate accepts everything: after an unclosed quote it reads the following rows as one cell.

use domain::FieldCode;

/// The result of a check.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Checked {
    /// The row number of each non-empty record, as a spreadsheet numbers it.
    pub(super) rows: Vec<u32>,
    /// The first quoting error.
    pub(super) breach: Option<Breach>,
}

/// A misplaced or missing quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Breach {
    pub(super) row: u32,
    /// Index of the cell in its row, from 0.
    pub(super) column: usize,
    pub(super) code: FieldCode,
}

/// The position of the check within a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    /// After leading spaces.
    Indent,
    Unquoted,
    Quoted,
    /// After a quote that closes the cell, unless another quote follows.
    Closed,
}

/// Checks a table whose line endings are line feeds.
pub(super) fn check(csv: &str, delimiter: u8) -> Checked {
    let mut checked = Checked::default();
    let (mut at, mut row, mut column, mut empty) = (At::Start, 1, 0, true);
    let mut previous = b'\n';
    for byte in csv.bytes() {
        at = match (at, byte) {
            (At::Quoted, b'"') => At::Closed,
            (At::Quoted, _) => At::Quoted,
            (_, b'\n') => {
                if !empty {
                    checked.rows.push(row);
                }
                (row, column, empty) = (row + 1, 0, true);
                At::Start
            }
            (_, byte) if byte == delimiter => {
                column += 1;
                At::Start
            }
            (At::Start, b'"') => At::Quoted,
            (At::Closed, b'"') if previous == b'"' => At::Quoted,
            (At::Closed, b' ') => At::Closed,
            (At::Closed, _) | (At::Indent, b'"') => {
                checked.breach = Some(Breach { row, column, code: FieldCode::StrayQuote });
                return checked;
            }
            (At::Start | At::Indent, b' ') => At::Indent,
            (At::Start | At::Indent | At::Unquoted, _) => At::Unquoted,
        };
        if byte != b'\n' || at == At::Quoted {
            empty = false;
        }
        previous = byte;
    }
    if at == At::Quoted {
        checked.breach = Some(Breach { row, column, code: FieldCode::UnclosedQuote });
    } else if !empty {
        checked.rows.push(row);
    }
    checked
}

/// Whether a multi-line cell looks like swallowed rows, between an extra quote and the next one.
///
/// Its lines then have as many cells as a row, and start with a key like that of its own row.
pub(super) fn swallows_rows(cell: &str, column: usize, first: &str, columns: usize, delimiter: u8) -> bool {
    let mut lines: Vec<_> = cell.split('\n').collect();
    let (Some(last), true) = (lines.pop(), columns > 1 && column > 0) else { return false };
    let delimiters = |line: &str| line.matches(char::from(delimiter)).count();
    let like_a_row = |line: &&str| shape(line.split(char::from(delimiter)).next().unwrap_or_default()) == shape(first);
    let (Some((own, between)), true) = (lines.split_first(), delimiters(last) == column) else { return false };
    delimiters(own) == columns - 1 - column
        && between.iter().all(|line| delimiters(line) == columns - 1)
        && between.iter().chain([&last]).all(like_a_row)
}

/// The shape of a key: `A12` and `B7` have the same shape.
fn shape(key: &str) -> String {
    let mut shape: Vec<char> = key
        .trim()
        .chars()
        .map(|c| {
            if c.is_numeric() {
                '9'
            } else if c.is_alphabetic() {
                'a'
            } else {
                c
            }
        })
        .collect();
    shape.dedup();
    shape.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breach(csv: &str) -> Option<(u32, usize, FieldCode)> {
        check(csv, b';').breach.map(|breach| (breach.row, breach.column, breach.code))
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        let checked = check("\nkey;alias\n\n1;\"twee\nregels\"\n2;x", b';');
        assert_eq!(checked, Checked { rows: vec![2, 4, 5], breach: None });
        assert_eq!(check("a\n\"\"\n \n;\n", b';').rows, [1, 2, 3, 4]);
    }

    #[test]
    fn an_unclosed_quote_is_reported_where_it_was_opened() {
        assert_eq!(breach("key;alias\n1;Anna\n2;\"Jan\n3;Piet\n"), Some((3, 1, FieldCode::UnclosedQuote)));
        assert_eq!(breach("key;\"alias"), Some((1, 1, FieldCode::UnclosedQuote)));
        assert_eq!(breach("a\n\"x\"\"\n"), Some((2, 0, FieldCode::UnclosedQuote)));
    }

    #[test]
    fn characters_outside_the_quotes_are_an_error() {
        assert_eq!(breach("key;alias\n1;\"Jan\n2;\"Piet\"\n"), Some((2, 1, FieldCode::StrayQuote)));
        assert_eq!(breach("a;b\n\"x\" y;1\n"), Some((2, 0, FieldCode::StrayQuote)));
        assert_eq!(breach("a;b\n\"x\" \"y\";1\n"), Some((2, 0, FieldCode::StrayQuote)));
        assert_eq!(breach("a;b\n1; \"x; y\"\n"), Some((2, 1, FieldCode::StrayQuote)));
    }

    #[test]
    fn well_formed_quotes_pass() {
        for csv in ["a;\"b;\"\"c\"\"\n\"\n", "\"\";\"\"\n", "a;5\" pijp\n", "\"a\" ;b\n", "\"\"\"a\"\"\"\n", ""] {
            assert_eq!(breach(csv), None, "{csv}");
        }
    }

    #[test]
    fn a_cell_that_holds_other_rows_differs_from_a_note_of_several_lines() {
        let swallows = |cell: &str| swallows_rows(cell, 2, "1", 3, b';');
        assert!(swallows("lang\n2;Bram;buurman"));
        assert!(swallows("lang\n2;Bram;buurman\n13;Carla;zus"));
        for note in ["melk\neieren", "doen:\nmelk; brood; kaas", "lang\n2;Bram", "1\n2\n3", "een; twee\n2;3;4"] {
            assert!(!swallows(note), "{note}");
        }
        assert!(swallows_rows("Jan;inner\n3;Piet", 1, "2", 3, b';'));
        assert!(!swallows_rows("3\n4", 0, "3", 3, b';'));
    }
}
