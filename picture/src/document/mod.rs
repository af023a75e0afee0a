//! Documents of text on A4 pages, as a tagged PDF: headings, paragraphs, lists, rows of a label and a value, and tables.
//!
//! Texts of any length and script are wrapped, never truncated, and continue on the next page.

mod draw;
mod flow;
mod shape;
#[cfg(test)]
mod tests;

use crate::PictureError;
use chrono::NaiveDate;
use domain::vocabulary::Language;

/// A document of text.
#[derive(Clone, Debug)]
pub struct Document {
    title: String,
    language: Language,
    on: NaiveDate,
    parts: Vec<Part>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    heading: String,
    share: u8,
}

/// A part of a document, from edge to edge of the text.
#[derive(Clone, Debug)]
enum Part {
    Heading(Level, String),
    Paragraph(String),
    List(Vec<String>),
    Rows(Vec<(String, String)>),
    Table(Vec<Column>, Vec<Vec<String>>),
}

/// The level of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Title = 1,
    Section = 2,
    Subsection = 3,
}

impl Column {
    /// A column with this heading, as wide as its share in the sum of all shares.
    #[must_use]
    pub fn new(heading: impl Into<String>, share: u8) -> Self {
        Self { heading: heading.into(), share }
    }
}

impl Document {
    /// A document that begins with its title. The title is also in the footer of each page.
    #[must_use]
    pub fn new(title: impl Into<String>, language: Language, on: NaiveDate) -> Self {
        let title = title.into();
        let parts = vec![Part::Heading(Level::Title, title.clone())];
        Self { title, language, on, parts }
    }

    /// Adds the heading of a section.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Heading(Level::Section, text.into()));
    }

    /// Adds the heading of a part of a section.
    pub fn subheading(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Heading(Level::Subsection, text.into()));
    }

    /// Adds a paragraph. Its line breaks stay.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Paragraph(text.into()));
    }

    /// Adds a list; nothing if it is empty.
    pub fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<_> = items.into_iter().collect();
        if !items.is_empty() {
            self.parts.push(Part::List(items));
        }
    }

    /// Adds rows of a label and a value; nothing if there are none.
    pub fn rows(&mut self, rows: impl IntoIterator<Item = (String, String)>) {
        let rows: Vec<_> = rows.into_iter().collect();
        if !rows.is_empty() {
            self.parts.push(Part::Rows(rows));
        }
    }

    /// Adds a table; nothing if it has no rows. Its headings are repeated on each page.
    pub fn table(&mut self, columns: Vec<Column>, rows: impl IntoIterator<Item = Vec<String>>) {
        let rows: Vec<_> = rows.into_iter().collect();
        if !rows.is_empty() {
            self.parts.push(Part::Table(columns, rows));
        }
    }

    /// Writes the PDF, conforming to PDF/UA-1 unless a text has characters that no font has.
    ///
    /// # Errors
    /// [`PictureError`].
    pub fn pdf(&self) -> Result<Vec<u8>, PictureError> {
        draw::pdf(self, &flow::laid(self))
    }
}
