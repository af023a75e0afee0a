//! Reads one table: its header, and its rows with their numbers in a spreadsheet.

use super::dialect::{delimiter, with_line_feeds};
use super::quotes::{Breach, check, swallows_rows};
use crate::spreadsheet::unguard;
use csv::{ReaderBuilder, StringRecord};
use domain::{Cell, FieldCode, FieldError};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// Maximum number of unknown column names reported.
const MAX_NAMES: usize = 20;

/// The columns that a table may have.
#[derive(Clone, Copy)]
pub(crate) struct Columns<'a, 'list> {
    /// The member of the request, or the file.
    pub(crate) table: &'a str,
    pub(crate) required: &'list [&'a str],
    pub(crate) others: &'list [&'a str],
    /// Whether other columns are allowed, and ignored.
    pub(crate) open: bool,
    /// Values that are equivalent to an empty cell, such as R's `NA`.
    pub(crate) blank: &'list [String],
    /// Maximum number of rows.
    pub(crate) max_rows: usize,
}

impl<'a> Columns<'a, '_> {
    fn error(&self, row: u32, column: Option<&str>, code: FieldCode) -> FieldError {
        FieldError::in_cell(self.table, Cell { row, column: column.map(str::to_owned) }, code)
    }

    /// Finds the column with this name, ignoring case and Unicode composition.
    fn known(&self, cell: &str) -> Option<&'a str> {
        let cell = composed(cell.trim());
        let mut names = self.required.iter().chain(self.others).copied();
        names.find(|name| composed(name).eq_ignore_ascii_case(&cell))
    }

    fn is_blank(&self, cell: &str) -> bool {
        let cell = cell.trim();
        cell.is_empty() || self.blank.iter().any(|blank| blank == cell)
    }
}

/// A non-empty row.
pub(crate) struct Row<'a> {
    pub(crate) number: u32,
    table: &'a str,
    cells: HashMap<&'a str, String>,
}

impl Row<'_> {
    /// The value in the column; `None` if blank.
    pub(crate) fn cell(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str)
    }

    pub(crate) fn error(&self, column: Option<&str>, code: FieldCode) -> FieldError {
        FieldError::in_cell(self.table, self.place(column), code)
    }

    pub(crate) fn place(&self, column: Option<&str>) -> Cell {
        Cell { row: self.number, column: column.map(str::to_owned) }
    }
}

/// Whether the rest of the table cannot be read after this error, since cells are displaced.
pub(crate) fn is_broken(error: &FieldError) -> bool {
    matches!(error.code, FieldCode::UnclosedQuote | FieldCode::StrayQuote)
}

/// The unparsed records of a table.
pub(crate) struct Records<'a> {
    pub(crate) header: StringRecord,
    pub(crate) header_row: u32,
    /// The non-blank records after the header, with their row numbers.
    pub(crate) rows: Vec<(StringRecord, u32)>,
    pub(crate) shape: Shape<'a>,
}

/// The common properties of a table's records.
pub(crate) struct Shape<'a> {
    table: &'a str,
    header: StringRecord,
    delimiter: u8,
}

impl<'a> Records<'a> {
    /// Reads at most `max_rows` + 1 records; `None` for an empty table.
    ///
    /// The column names for which `known` is true determine the delimiter.
    ///
    /// # Errors
    /// The first quoting error.
    pub(crate) fn read(
        csv: &str,
        table: &'a str,
        max_rows: usize,
        known: impl Fn(&str) -> bool,
    ) -> Result<Option<Self>, FieldError> {
        let csv = with_line_feeds(csv.strip_prefix('\u{FEFF}').unwrap_or(csv));
        let (delimiter, csv) = delimiter(&csv, known);
        let checked = check(csv, delimiter);
        let reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(csv.as_bytes());
        // Reading text in memory cannot fail.
        let records = reader.into_records().filter_map(Result::ok).zip(checked.rows.iter().copied());
        // A spreadsheet writes an empty row as delimiters only.
        let mut records = records.skip_while(|(record, _)| is_blank(record));
        let header = records.next();
        if let Some(Breach { row, column, code }) = checked.breach {
            let header =
                header.map(|(header, _)| header).filter(|_| checked.rows.first().is_some_and(|first| *first < row));
            let column = header.as_ref().and_then(|header| header.get(column)).map(shown);
            return Err(FieldError::in_cell(table, Cell { row, column }, code));
        }
        let Some((header, header_row)) = header else { return Ok(None) };
        let shape = Shape { table, header: header.clone(), delimiter };
        let rows = records.filter(|(record, _)| !is_blank(record)).take(max_rows.saturating_add(1)).collect();
        Ok(Some(Self { header, header_row, rows, shape }))
    }
}

fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

impl Shape<'_> {
    /// The error for a cell that has swallowed other rows.
    pub(crate) fn swallowed(&self, record: &StringRecord, row: u32) -> Option<FieldError> {
        let (first, columns) = (record.get(0).unwrap_or_default(), self.header.len());
        let swallows = |(column, cell): &(usize, &str)| {
            cell.contains('\n') && swallows_rows(cell, *column, first, columns, self.delimiter)
        };
        let (column, _) = record.iter().enumerate().find(swallows)?;
        let column = self.header.get(column).map(shown);
        Some(FieldError::in_cell(self.table, Cell { row, column }, FieldCode::UnclosedQuote))
    }
}

pub(crate) struct Sheet;

impl Sheet {
    /// Reads the rows of a table; an empty text is an empty table.
    pub(crate) fn read<'a>(csv: &str, columns: &Columns<'a, '_>, errors: &mut Vec<FieldError>) -> Vec<Row<'a>> {
        let records = match Records::read(csv, columns.table, columns.max_rows, |cell| columns.known(cell).is_some()) {
            Ok(Some(records)) => records,
            Ok(None) => return Vec::new(),
            Err(broken) => {
                errors.push(broken);
                return Vec::new();
            }
        };
        let names = header_of(&records.header, records.header_row, columns, errors);
        let table = Table { columns, names: &names };
        let mut rows = Vec::new();
        for (record, number) in records.rows {
            if rows.len() == columns.max_rows {
                errors.push(columns.error(number, None, FieldCode::TooMany(columns.max_rows)));
                break;
            }
            match records.shape.swallowed(&record, number) {
                Some(error) => errors.push(error),
                None => rows.push(table.row(&record, number, errors)),
            }
        }
        rows
    }
}

/// A table after its header is read.
struct Table<'a, 't> {
    columns: &'t Columns<'a, 't>,
    names: &'t [Option<&'a str>],
}

impl<'a> Table<'a, '_> {
    fn row(&self, record: &StringRecord, number: u32, errors: &mut Vec<FieldError>) -> Row<'a> {
        let columns = self.columns;
        if record.iter().skip(self.names.len()).any(|cell| !cell.trim().is_empty()) {
            errors.push(columns.error(number, None, FieldCode::TooMany(self.names.len())));
        }
        let mut cells = HashMap::new();
        for (name, cell) in self.names.iter().zip(record) {
            let Some(name) = *name else { continue };
            if cell.contains('\u{FFFD}') {
                errors.push(columns.error(number, Some(name), FieldCode::Undecodable));
            }
            let cell = unguard(cell);
            if !columns.is_blank(&cell) {
                cells.insert(name, cell.into_owned());
            }
        }
        Row { number, table: columns.table, cells }
    }
}

/// The text in NFC; a Mac decomposes letters.
fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// The part of a header cell shown in an error.
fn shown(cell: &str) -> String {
    cell.trim().chars().take(100).collect()
}

/// The name of each column; `None` if unknown.
fn header_of<'a>(
    record: &StringRecord,
    row: u32,
    columns: &Columns<'a, '_>,
    errors: &mut Vec<FieldError>,
) -> Vec<Option<&'a str>> {
    let mut seen = HashSet::new();
    let (mut names, mut wrong) = (Vec::new(), Vec::new());
    for cell in record {
        let known = columns.known(cell);
        let fault = match known {
            Some(name) if !seen.insert(name) => Some(columns.error(row, Some(name), FieldCode::Duplicate)),
            Some(_) => None,
            None if cell.trim().is_empty() || columns.open => None,
            None => Some(columns.error(row, Some(&shown(cell)), FieldCode::UnknownMember)),
        };
        if wrong.len() < MAX_NAMES {
            wrong.extend(fault);
        }
        names.push(known);
    }
    errors.append(&mut wrong);
    // The table ends after the last named column.
    let named = record.iter().zip(1..).filter(|(cell, _)| !cell.trim().is_empty());
    names.truncate(named.map(|(_, place)| place).max().unwrap_or(0));
    let lacking = columns.required.iter().filter(|name| !seen.contains(**name));
    errors.extend(lacking.map(|name| columns.error(row, Some(name), FieldCode::Required)));
    names
}
