//! Reads the cells of a row and collects their faults.

use super::column_values::Template;
use super::file::Date;
use crate::tables::sheet::Row;
use chrono::NaiveDate;
use domain::{Cell, FieldCode, FieldError, Text};
use std::fmt;

/// An error in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the file.
    pub file: String,
    /// Row number; the header is row 1.
    pub row: u32,
    /// The column; `None` means the whole row.
    pub column: Option<String>,
    /// A description of the error.
    pub problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, row {}", self.file, self.row)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl From<FieldError> for Fault {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the reader of tables has no other codes")]
    fn from(error: FieldError) -> Self {
        let Cell { row, column } = error.cell.unwrap_or(Cell { row: 1, column: None });
        let problem = match error.code {
            FieldCode::Required => "the column is missing",
            FieldCode::Duplicate => "the column occurs twice",
            FieldCode::TooMany(_) => "more cells than columns",
            FieldCode::UnclosedQuote => "a quote is opened and not closed",
            FieldCode::StrayQuote => "a quote must enclose the whole cell; inside a cell, write it twice",
            FieldCode::Undecodable => "a character was lost when the file was saved; save it as CSV UTF-8",
            _ => "not CSV",
        };
        Self { file: error.pointer, row, column, problem: problem.to_owned() }
    }
}

/// The row being read.
pub(super) struct Cells<'a> {
    file: &'a str,
    row: &'a Row<'a>,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(file: &'a str, row: &'a Row<'a>, faults: &'a mut Vec<Fault>) -> Self {
        Self { file, row, faults }
    }

    pub(super) fn cell(&self, column: &str) -> Option<&'a str> {
        self.row.cell(column).map(str::trim)
    }

    pub(super) fn fault(&mut self, column: Option<&str>, problem: impl Into<String>) {
        let (file, column) = (self.file.to_owned(), column.map(str::to_owned));
        self.faults.push(Fault { file, row: self.row.number, column, problem: problem.into() });
    }

    /// Reports that the value is not of the expected kind.
    pub(super) fn unknown(&mut self, column: &str, value: &str, thing: &str) {
        let shown: String = value.chars().take(60).collect();
        self.fault(Some(column), format!("{shown:?} is not {thing}"));
    }

    /// The key as written; keys are compared with [`crate::tables::values::comparable`].
    pub(super) fn key(&mut self, column: &str) -> Option<&'a str> {
        let cell = self.cell(column);
        match cell {
            None => self.fault(Some(column), "must not be blank"),
            Some(key) if key.contains('\n') => self.line_break(column),
            Some(_) => {}
        }
        cell.filter(|key| !key.contains('\n'))
    }

    /// The date; `None` if the cell is blank, or with a fault if it is not a date.
    pub(super) fn date(&mut self, from: &Date) -> Option<NaiveDate> {
        let cell = self.cell(&from.column)?;
        let date = NaiveDate::parse_from_str(cell, &from.format).ok();
        if date.is_none() {
            self.unknown(&from.column, cell, &format!("a date in the format {}", from.format));
        }
        date
    }

    /// Reports a line break in a single-line value.
    pub(super) fn line_break(&mut self, column: &str) {
        self.fault(Some(column), "contains a line break; is a quote unclosed?");
    }

    /// A single line of text; `None` if blank.
    pub(super) fn line<const MAX: usize>(&mut self, template: &Template) -> Option<Text<MAX, false>> {
        let broken: Vec<_> =
            template.columns().filter(|column| self.cell(column).is_some_and(|cell| cell.contains('\n'))).collect();
        for column in &broken {
            self.line_break(column);
        }
        if !broken.is_empty() { None } else { self.checked(template, &template.fill_line(self)) }
    }

    /// The text; `None` if blank.
    pub(super) fn text<const MAX: usize, const LINES: bool>(
        &mut self,
        template: &Template,
    ) -> Option<Text<MAX, LINES>> {
        self.checked(template, &template.fill(self))
    }

    fn checked<const MAX: usize, const LINES: bool>(
        &mut self,
        template: &Template,
        text: &str,
    ) -> Option<Text<MAX, LINES>> {
        if text.trim().is_empty() {
            return None;
        }
        match Text::new(text.trim()) {
            Ok(text) => Some(text),
            Err(error) => {
                self.fault(template.column(), format!("{error}; a text has 1 to {MAX} characters"));
                None
            }
        }
    }

    /// A single line of text; `None` with a fault if blank.
    pub(super) fn required_line<const MAX: usize>(&mut self, template: &Template) -> Option<Text<MAX, false>> {
        let before = self.faults.len();
        let text = self.line(template);
        if text.is_none() && self.faults.len() == before {
            self.fault(template.column(), "must not be blank");
        }
        text
    }
}
