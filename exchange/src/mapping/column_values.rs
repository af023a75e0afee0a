//! The meaning of the values in a column.

use super::cells::Cells;
use crate::tables::values::comparable;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The key that matches every other value.
const ANY_OTHER: &str = "*";

/// A column that answers a question, with the meaning of its values. A blank is always unanswered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer<T> {
    pub(super) column: String,
    /// The separator of multiple values in a cell; only the first value is used.
    separator: Option<String>,
    pub(super) values: BTreeMap<String, T>,
    /// Values that are equivalent to a blank.
    #[serde(default)]
    unanswered: Vec<String>,
}

impl<T: Copy> Answer<T> {
    /// The answer in this row; `None` if unanswered.
    ///
    /// Also `None`, with a fault, if the mapping does not define the value.
    pub(super) fn read(&self, cells: &mut Cells<'_>) -> Option<T> {
        let cell = cells.cell(&self.column)?;
        let first = self.separator.as_deref().and_then(|separator| cell.split(separator).next());
        let value = first.unwrap_or(cell).trim();
        if value.contains('\n') {
            cells.line_break(&self.column);
            return None;
        }
        // `1` and `1.0` are the same value: some programs write decimals if a column has blanks.
        let said = comparable(value);
        let same = |known: &str| comparable(known) == said;
        if said.is_empty() || self.unanswered.iter().any(|blank| same(blank)) {
            return None;
        }
        let known = self.values.get(value);
        let known = known.or_else(|| self.values.iter().find(|(known, _)| same(known)).map(|(_, value)| value));
        let known = known.or_else(|| self.values.get(ANY_OTHER)).copied();
        if known.is_none() {
            let value = value.to_owned();
            cells.unknown(&self.column, &value, "a value of the mapping");
        }
        known
    }
}

/// A text with column names in braces.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Template(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Text(String),
    Column(String),
}

impl TryFrom<String> for Template {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut pieces = Vec::new();
        for (number, part) in text.split('{').enumerate() {
            let text = match (number, part.split_once('}')) {
                (0, None) => part,
                (1.., Some((column, text))) if !text.contains('}') && !column.trim().is_empty() => {
                    pieces.push(Piece::Column(column.trim().to_owned()));
                    text
                }
                (_, _) => return Err("a brace is unbalanced, or the braces are empty"),
            };
            pieces.push(Piece::Text(text.to_owned()));
        }
        Ok(Self(pieces))
    }
}

impl Template {
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Column(column) => Some(column.as_str()),
        })
    }

    /// The column to report if the text is invalid.
    pub(super) fn column(&self) -> Option<&str> {
        self.columns().next()
    }

    /// The text for this row on one line, without the spaces left by blank cells.
    pub(super) fn fill_line(&self, cells: &Cells<'_>) -> String {
        self.fill(cells).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The text for this row, with blank cells replaced by nothing.
    pub(super) fn fill(&self, cells: &Cells<'_>) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Column(column) => cells.cell(column).unwrap_or_default(),
        });
        pieces.collect()
    }
}
