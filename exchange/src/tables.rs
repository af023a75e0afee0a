//! Plain tables of persons, supports and ties, as kept in a spreadsheet.

mod dialect;
pub(crate) mod pairs;
mod quotes;
pub(crate) mod sheet;
pub(crate) mod values;

use domain::imports::{NewOnMap, NewSupporter};
use domain::persons::Profile;
use domain::supporters::{Answers, Intensity, Support};
use domain::vocabulary::SupportType;
use domain::{Cell, Error, FieldCode, FieldError, Result, Text};
use pairs::{Pairs, Statement, Two};
use sheet::{Columns, Row, Sheet, is_broken};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use values::{comparable, whole};

/// The three tables as CSV: a header with the column names in any order, then the rows.
///
/// Separated by commas, semicolons or tabs, as in the header or in a preceding `sep=` line; with or without a byte
/// order mark; with any line endings. An empty cell is unanswered.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// The table of persons.
    ///
    /// Required columns: `key` and `alias`. Optional: `relationship`, `lifeDomain`, `closeness`, `contactFrequency`,
    /// `tension`, `burden`, `phone`, `email`, `note`. The other tables refer to a person by key.
    pub persons: String,
    /// The table of supports.
    ///
    /// Required columns: `person`, `supportType`. Optional: `direction`, `availability`.
    pub supports: String,
    /// The table of ties. Required columns: `first`, `second`. Optional: `strength`.
    pub ties: String,
}

/// Maximum number of persons in one import.
pub(crate) const MAX_PERSONS: usize = 200;
/// Maximum number of ties in one import.
pub(crate) const MAX_TIES: usize = 2000;

const PERSONS: Columns<'static, 'static> = Columns {
    table: "/persons",
    required: &["key", "alias"],
    others: &[
        "relationship",
        "lifeDomain",
        "closeness",
        "contactFrequency",
        "tension",
        "burden",
        "phone",
        "email",
        "note",
    ],
    open: false,
    blank: &[],
    max_rows: MAX_PERSONS,
};
const SUPPORTS: Columns<'static, 'static> = Columns {
    table: "/supports",
    required: &["person", "supportType"],
    others: &["direction", "availability"],
    open: false,
    blank: &[],
    max_rows: domain::maps::MAX_SUPPORTS,
};
const TIES: Columns<'static, 'static> = Columns {
    table: "/ties",
    required: &["first", "second"],
    others: &["strength"],
    open: false,
    blank: &[],
    // Each tie may be listed in both directions.
    max_rows: 2 * MAX_TIES,
};

/// Reads the people in the tables.
///
/// # Errors
/// [`Error::Invalid`] with every error in any table, by row and column.
pub fn read(tables: &Tables) -> Result<NewOnMap> {
    let mut errors = Vec::new();
    let [persons, supports, ties] = [(&tables.persons, &PERSONS), (&tables.supports, &SUPPORTS), (&tables.ties, &TIES)]
        .map(|(csv, columns)| Sheet::read(csv, columns, &mut errors));
    if errors.iter().any(is_broken) {
        // Rows are missing, so other errors may be consequences.
        errors.retain(is_broken);
        return Err(Error::Invalid(errors));
    }
    let mut reader = Reader { errors, ..Reader::default() };
    reader.persons(&persons);
    reader.supports(&supports);
    reader.ties(&ties);
    if reader.errors.is_empty() { Ok(reader.new) } else { Err(Error::Invalid(reader.errors)) }
}

#[derive(Default)]
struct Reader {
    new: NewOnMap,
    /// The index of the person with each key.
    keys: HashMap<String, usize>,
    errors: Vec<FieldError>,
}

impl Reader {
    fn persons(&mut self, rows: &[Row<'_>]) {
        for (place, row) in rows.iter().enumerate() {
            let mut cells = Cells { row, errors: &mut self.errors };
            let key = cells.required("key", |key| (!key.contains('\n')).then(|| comparable(key)), FieldCode::LineBreak);
            let profile = cells.profile();
            let answers = Answers {
                closeness: cells.word("closeness"),
                contact_frequency: cells.word("contactFrequency"),
                tension: cells.intensity("tension"),
                burden: cells.intensity("burden"),
                supports: None,
                angle: None,
            };
            match key.map(|key| self.keys.entry(key)) {
                Some(Entry::Occupied(_)) => cells.refuse("key", FieldCode::Duplicate),
                Some(Entry::Vacant(free)) => drop(free.insert(place)),
                None => {}
            }
            // Without a profile the import fails, but indices and keys still match the rows.
            if let Some(profile) = profile {
                self.new.supporters.push(NewSupporter { profile, answers });
            }
        }
    }

    fn supports(&mut self, rows: &[Row<'_>]) {
        let mut seen = HashSet::new();
        for row in rows {
            let mut cells = Cells { row, errors: &mut self.errors };
            let person = cells.person("person", &self.keys);
            let support_type = cells.required(
                "supportType",
                |code| SupportType::new(code.trim().to_lowercase()).ok(),
                FieldCode::Format,
            );
            let (direction, availability) = (cells.word("direction"), cells.word("availability"));
            let (Some(person), Some(support_type)) = (person, support_type) else { continue };
            if !seen.insert((person, support_type.clone())) {
                cells.refuse("supportType", FieldCode::Duplicate);
            }
            self.new.support_types.push((support_type.clone(), row.place(Some("supportType"))));
            if let Some(supporter) = self.new.supporters.get_mut(person) {
                let support = Support { support_type, direction, availability };
                supporter.answers.supports.get_or_insert_default().push(support);
            }
        }
    }

    fn ties(&mut self, rows: &[Row<'_>]) {
        let mut pairs = Pairs::default();
        for row in rows {
            let mut cells = Cells { row, errors: &mut self.errors };
            let ends = (cells.person("first", &self.keys), cells.person("second", &self.keys));
            let strength = cells.intensity("strength");
            let (Some(first), Some(second)) = ends else { continue };
            let Some(two) = Two::new(0, first, second) else {
                cells.refuse("second", FieldCode::Duplicate);
                continue;
            };
            if let Err((_, other)) = pairs.add(two, [first, second], Statement::Tie(strength), (TIES.table, row.number))
            {
                // Names both rows, since only the author knows which is wrong.
                let other = Cell { row: other, column: Some("strength".to_owned()) };
                cells.errors.push(FieldError::in_cell(TIES.table, other, FieldCode::Contradiction));
                cells.refuse("strength", FieldCode::Contradiction);
            }
            if pairs.count(two) > MAX_TIES {
                self.errors.push(row.error(None, FieldCode::TooMany(MAX_TIES)));
                break;
            }
        }
        self.new.ties = pairs.into_ties().map(|(_, tie)| tie).collect();
    }
}

/// The row being read.
struct Cells<'a> {
    row: &'a Row<'a>,
    errors: &'a mut Vec<FieldError>,
}

impl Cells<'_> {
    fn refuse(&mut self, column: &str, code: FieldCode) {
        self.errors.push(self.row.error(Some(column), code));
    }

    /// The parsed value; `None` if the cell is empty.
    ///
    /// Also `None`, with an error with this code, if the value cannot be parsed.
    fn optional<T>(&mut self, column: &str, parse: impl FnOnce(&str) -> Option<T>, code: FieldCode) -> Option<T> {
        let parsed = parse(self.row.cell(column)?);
        if parsed.is_none() {
            self.refuse(column, code);
        }
        parsed
    }

    fn required<T>(&mut self, column: &str, parse: impl FnOnce(&str) -> Option<T>, code: FieldCode) -> Option<T> {
        if self.row.cell(column).is_none() {
            self.refuse(column, FieldCode::Required);
        }
        self.optional(column, parse, code)
    }

    fn word<T: FromStr>(&mut self, column: &str) -> Option<T> {
        self.optional(column, |code| code.trim().to_lowercase().parse().ok(), FieldCode::Enum)
    }

    fn intensity(&mut self, column: &str) -> Option<Intensity> {
        let number = self.optional(column, whole, FieldCode::Type)?;
        let grade = i16::try_from(number).ok().and_then(|number| Intensity::try_from(number).ok());
        if grade.is_none() {
            self.refuse(column, if number < 0 { FieldCode::TooSmall(0) } else { FieldCode::TooLarge(Intensity::MAX) });
        }
        grade
    }

    fn person(&mut self, column: &str, keys: &HashMap<String, usize>) -> Option<usize> {
        self.required(column, |key| keys.get(&comparable(key)).copied(), FieldCode::UnknownReference)
    }

    fn text<const MAX: usize, const LINES: bool>(&mut self, column: &str) -> Option<Text<MAX, LINES>> {
        self.text_of(column, self.row.cell(column)?)
    }

    fn text_of<const MAX: usize, const LINES: bool>(&mut self, column: &str, text: &str) -> Option<Text<MAX, LINES>> {
        Text::new(text).map_err(|error| self.refuse(column, error.code())).ok()
    }

    /// A single line of text; a line break indicates an unclosed quote.
    fn line<const MAX: usize>(&mut self, column: &str) -> Option<Text<MAX, false>> {
        let text = self.row.cell(column)?.trim_matches('\n');
        if text.contains('\n') {
            self.refuse(column, FieldCode::LineBreak);
            return None;
        }
        self.text_of(column, text)
    }

    /// The profile; `None` without an alias. Reads every cell, so that all errors are reported at once.
    fn profile(&mut self) -> Option<Profile> {
        if self.row.cell("alias").is_none() {
            self.refuse("alias", FieldCode::Required);
        }
        let alias = self.line("alias");
        let (relationship, life_domain) = (self.word("relationship"), self.word("lifeDomain"));
        let (phone, email, note) = (self.line("phone"), self.line("email"), self.text("note"));
        Some(Profile { alias: alias?, relationship, life_domain, phone, email, note })
    }
}

#[cfg(test)]
#[path = "tables_tests.rs"]
mod tests;
