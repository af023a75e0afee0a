//! How a table is written: its line ends, and what stands between its cells.

use std::borrow::Cow;

/// What may stand between cells; of two that fit as well, the one that stands less often in a text.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// The most cells of a header that are looked at to find the delimiter.
const MOST_CELLS: usize = 1000;

/// The table with line feeds only. A break within a cell becomes one as well.
pub(super) fn with_line_feeds(csv: &str) -> Cow<'_, str> {
    if csv.contains('\r') { Cow::Owned(csv.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(csv) }
}

/// The delimiter, and the table without a line `sep=` that named it. The best one gives the most columns that are known.
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
    // The last of the best is taken.
    let best = DELIMITERS.into_iter().rev().max_by_key(fit).filter(|best| fit(best).1 > 1);
    (best.unwrap_or(b','), csv)
}

/// Excel's first line: `sep=;`, which it does not show. Some programs quote it or add empty cells.
fn named_by_first_line(csv: &str) -> Option<(u8, &str)> {
    let (line, rest) = csv.split_once('\n').unwrap_or((csv, ""));
    let line = line.trim_start_matches('"');
    let named = line.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and(line.get(4..))?;
    let delimiter = *named.as_bytes().first()?;
    let usable = delimiter == b'\t' || (delimiter.is_ascii_punctuation() && !matches!(delimiter, b'"' | b'\''));
    let nothing_else = named.bytes().skip(1).all(|byte| byte == delimiter || matches!(byte, b'"' | b' ' | b';' | b','));
    (usable && nothing_else).then_some((delimiter, rest))
}

/// The first record that is not empty, as it stands there.
fn first_record(csv: &str) -> &str {
    let csv = csv.trim_start_matches('\n');
    let mut quoted = false;
    let end = csv.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'\n' && !quoted
    });
    end.and_then(|end| csv.get(..end)).unwrap_or(csv)
}

/// The cells of a record, quotes and all.
fn cells(record: &str, delimiter: u8) -> Vec<&str> {
    let mut quoted = false;
    record
        .split(|c| {
            quoted ^= c == '"';
            c == char::from(delimiter) && !quoted
        })
        .take(MOST_CELLS)
        .collect()
}
