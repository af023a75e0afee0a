//! The cells of a row, and what is wrong with them.

use super::answer::Template;
use crate::tables::sheet::Row;
use domain::{Cell, FieldError, Text};
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
    fn from(error: FieldError) -> Self {
        let Cell { row, column } = error.cell.unwrap_or(Cell { row: 1, column: None });
        let problem = match error.code {
            "required" => "there is no such column",
            "duplicate" => "the column is there twice",
            "too-many" => "more cells than columns",
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

    pub(super) fn required(&mut self, column: &str) -> Option<&'a str> {
        let cell = self.cell(column);
        if cell.is_none() {
            self.fault(Some(column), "is blank");
        }
        cell
    }

    /// The text; none if nothing stands in it.
    pub(super) fn text<const MAX: usize>(&mut self, template: &Template) -> Option<Text<MAX>> {
        let text = template.fill(self);
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

    /// The text; none with a fault if nothing stands in it.
    pub(super) fn required_text<const MAX: usize>(&mut self, template: &Template) -> Option<Text<MAX>> {
        let before = self.faults.len();
        let text = self.text(template);
        if text.is_none() && self.faults.len() == before {
            self.fault(template.column(), "is blank");
        }
        text
    }
}
