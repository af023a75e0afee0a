//! One table: its header, and its rows as a spreadsheet numbers them.

use crate::spreadsheet::as_typed;
use csv::{ReaderBuilder, StringRecord};
use domain::{Cell, FieldError};
use std::collections::{HashMap, HashSet};

/// The most names of a header that are told to be wrong.
const MOST_NAMES: usize = 20;

/// What a table may hold.
pub(crate) struct Columns<'a, 'list> {
    /// The member of the request, or the file.
    pub(crate) table: &'a str,
    pub(crate) required: &'list [&'a str],
    pub(crate) others: &'list [&'a str],
    /// Whether there may be columns of other names, which are passed over.
    pub(crate) open: bool,
    /// The most rows.
    pub(crate) most: usize,
}

impl Columns<'_, '_> {
    fn error(&self, row: u32, column: Option<&str>, code: &'static str) -> FieldError {
        FieldError::in_cell(self.table, Cell { row, column: column.map(str::to_owned) }, code)
    }
}

/// A row that is not empty.
pub(crate) struct Row<'a> {
    pub(crate) number: u32,
    table: &'a str,
    cells: HashMap<&'a str, String>,
}

impl Row<'_> {
    /// What stands in the column; none if nothing does.
    pub(crate) fn cell(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str)
    }

    pub(crate) fn error(&self, column: Option<&str>, code: &'static str) -> FieldError {
        let cell = Cell { row: self.number, column: column.map(str::to_owned) };
        FieldError::in_cell(self.table, cell, code)
    }
}

pub(crate) struct Sheet;

impl Sheet {
    /// The rows of the table; nothing at all is an empty one.
    pub(crate) fn read<'a>(csv: &str, columns: &Columns<'a, '_>, errors: &mut Vec<FieldError>) -> Vec<Row<'a>> {
        let csv = csv.strip_prefix('\u{FEFF}').unwrap_or(csv);
        let header = csv.lines().next().unwrap_or_default();
        // A spreadsheet in Dutch writes semicolons. No name of a column has either in it.
        let delimiter = if header.contains(';') { b';' } else { b',' };
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(csv.as_bytes());
        let (mut names, mut rows, mut number) = (None, Vec::new(), 0);
        for record in reader.records() {
            number += 1;
            let Ok(record) = record else {
                errors.push(columns.error(number, None, "format"));
                break;
            };
            number += blank_lines(csv, &record);
            let Some(names) = &names else {
                names = Some(header_of(&record, number, columns, errors));
                continue;
            };
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if rows.len() == columns.most {
                errors.push(columns.error(number, None, "too-many"));
                break;
            }
            if record.iter().skip(names.len()).any(|cell| !cell.trim().is_empty()) {
                errors.push(columns.error(number, None, "too-many"));
            }
            let cells = names.iter().zip(&record).filter_map(|(name, cell)| {
                let cell = as_typed(cell);
                (!cell.trim().is_empty()).then(|| Some(((*name)?, cell.to_owned())))?
            });
            rows.push(Row { number, table: columns.table, cells: cells.collect() });
        }
        rows
    }
}

/// The name of each column; none for one that is not known.
fn header_of<'a>(
    record: &StringRecord,
    row: u32,
    columns: &Columns<'a, '_>,
    errors: &mut Vec<FieldError>,
) -> Vec<Option<&'a str>> {
    let mut seen = HashSet::new();
    let (mut names, mut wrong) = (Vec::new(), Vec::new());
    for cell in record {
        let cell = cell.trim();
        let known = columns.required.iter().chain(columns.others).copied().find(|name| name.eq_ignore_ascii_case(cell));
        let fault = match known {
            Some(name) if !seen.insert(name) => Some(columns.error(row, Some(name), "duplicate")),
            Some(_) => None,
            None if cell.is_empty() || columns.open => None,
            None => {
                let shown: String = cell.chars().take(100).collect();
                Some(columns.error(row, Some(&shown), "unknown-member"))
            }
        };
        if wrong.len() < MOST_NAMES {
            wrong.extend(fault);
        }
        names.push(known);
    }
    errors.append(&mut wrong);
    // Past the last name the table ends.
    let named = record.iter().zip(1..).filter(|(cell, _)| !cell.trim().is_empty());
    names.truncate(named.map(|(_, place)| place).max().unwrap_or(0));
    let lacking = columns.required.iter().filter(|name| !seen.contains(**name));
    errors.extend(lacking.map(|name| columns.error(row, Some(name), "required")));
    names
}

/// The empty lines before this record, which the reader passes over and a spreadsheet counts.
fn blank_lines(csv: &str, record: &StringRecord) -> u32 {
    let start = record.position().and_then(|position| usize::try_from(position.byte()).ok());
    let Some(mut rest) = start.and_then(|start| csv.get(start..)) else { return 0 };
    // The reader takes the first half of a line's end with the line, and leaves the second to the next.
    if csv.get(..csv.len() - rest.len()).is_some_and(|before| before.ends_with('\r')) {
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(next) = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n')).or(rest.strip_prefix('\r')) {
        (lines, rest) = (lines + 1, next);
    }
    lines
}
