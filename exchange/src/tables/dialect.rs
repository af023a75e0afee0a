//! Detects the dialect of a table: line endings and delimiter.

use std::borrow::Cow;

/// The supported delimiters; of two that fit equally well, the one rarer in text is chosen.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// Maximum number of header cells read to detect the delimiter.
const MAX_CELLS: usize = 1000;

/// Converts line endings to line feeds, also within cells.
pub(super) fn with_line_feeds(csv: &str) -> Cow<'_, str> {
    if csv.contains('\r') { Cow::Owned(csv.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(csv) }
}

/// The delimiter, and the table without a `sep=` line.
///
/// Chooses the delimiter with the most known column names.
pub(super) fn delimiter(csv: &str, known: impl Fn(&str) -> bool) -> (u8, &str) {
    if let Some(named) = named_by_first_line(csv) {
        return named;
    }
    let header = first_record(csv);
    let fit = |delimiter: &u8| {
        let cells = cells(header, *delimiter);
        let known = cells.iter().filter(|cell| known(cell.trim().trim_matches('"'))).count();
        (known, cells.len())
    };
    // `max_by_key` returns the last maximum.
    let best = DELIMITERS.into_iter().rev().max_by_key(fit).filter(|best| fit(best).1 > 1);
    (best.unwrap_or(b','), csv)
}

/// Parses the first line that Excel uses: `sep=;`. Some programs quote it or add empty cells.
fn named_by_first_line(csv: &str) -> Option<(u8, &str)> {
    let (line, rest) = csv.split_once('\n').unwrap_or((csv, ""));
    let line = line.trim_start_matches('"');
    let named = line.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and(line.get(4..))?;
    let delimiter = *named.as_bytes().first()?;
    let usable = delimiter == b'\t' || (delimiter.is_ascii_punctuation() && !matches!(delimiter, b'"' | b'\''));
    let nothing_else = named.bytes().skip(1).all(|byte| byte == delimiter || matches!(byte, b'"' | b' ' | b';' | b','));
    (usable && nothing_else).then_some((delimiter, rest))
}

/// The first non-empty record, unparsed.
fn first_record(csv: &str) -> &str {
    let csv = csv.trim_start_matches('\n');
    let mut quoted = false;
    let end = csv.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'\n' && !quoted
    });
    end.and_then(|end| csv.get(..end)).unwrap_or(csv)
}

/// The cells of a record, including quotes.
fn cells(record: &str, delimiter: u8) -> Vec<&str> {
    let mut quoted = false;
    record
        .split(|c| {
            quoted ^= c == '"';
            c == char::from(delimiter) && !quoted
        })
        .take(MAX_CELLS)
        .collect()
}
