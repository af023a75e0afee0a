//! The cells of a row, and what is wrong with them.

use super::column_values::Template;
use super::file::Date;
use crate::tables::sheet::Row;
use chrono::NaiveDate;
use domain::{Cell, FieldCode, FieldError, Text};
use std::fmt;

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The row; the header is row 1.
    pub row: u32,
    /// The column; none for the row as a whole.
    pub column: Option<String>,
    /// What is wrong, in words.
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
            FieldCode::Required => "there is no such column",
            FieldCode::Duplicate => "the column is there twice",
            FieldCode::TooMany(_) => "more cells than columns",
            FieldCode::UnclosedQuote => "a quote is opened and not closed",
            FieldCode::StrayQuote => "a quote may only stand around the whole cell; within it, write it twice",
            FieldCode::Undecodable => "a character was lost when the file was saved; save it as CSV UTF-8",
            _ => "not CSV",
        };
        Self { file: error.pointer, row, column, problem: problem.to_owned() }
    }
}

/// A row being read.
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

    /// The value is not such a thing.
    pub(super) fn unknown(&mut self, column: &str, value: &str, thing: &str) {
        let shown: String = value.chars().take(60).collect();
        self.fault(Some(column), format!("{shown:?} is not {thing}"));
    }

    /// A key as it stands there; compared by [`crate::tables::values::comparable`].
    pub(super) fn key(&mut self, column: &str) -> Option<&'a str> {
        let cell = self.cell(column);
        match cell {
            None => self.fault(Some(column), "is blank"),
            Some(key) if key.contains('\n') => self.line_break(column),
            Some(_) => {}
        }
        cell.filter(|key| !key.contains('\n'))
    }

    /// The date; none if nothing stands in the cell, and none with a fault if it is not one.
    pub(super) fn date(&mut self, from: &Date) -> Option<NaiveDate> {
        let cell = self.cell(&from.column)?;
        let date = NaiveDate::parse_from_str(cell, &from.format).ok();
        if date.is_none() {
            self.unknown(&from.column, cell, &format!("a date written as {}", from.format));
        }
        date
    }

    /// A line break where there can be none.
    pub(super) fn line_break(&mut self, column: &str) {
        self.fault(Some(column), "a line break in it; is a quote not closed?");
    }

    /// The text of one line; none if nothing stands in it.
    pub(super) fn line<const MAX: usize>(&mut self, template: &Template) -> Option<Text<MAX, false>> {
        let broken: Vec<_> =
            template.columns().filter(|column| self.cell(column).is_some_and(|cell| cell.contains('\n'))).collect();
        for column in &broken {
            self.line_break(column);
        }
        if !broken.is_empty() { None } else { self.checked(template, &template.fill_line(self)) }
    }

    /// The text; none if nothing stands in it.
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

    /// The text of one line; none with a fault if nothing stands in it.
    pub(super) fn required_line<const MAX: usize>(&mut self, template: &Template) -> Option<Text<MAX, false>> {
        let before = self.faults.len();
        let text = self.line(template);
        if text.is_none() && self.faults.len() == before {
            self.fault(template.column(), "is blank");
        }
        text
    }
}
