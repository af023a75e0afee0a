//! Plain tables of persons, supports and ties: as somebody keeps them in a spreadsheet.

pub(crate) mod sheet;

use domain::imports::{NewOnMap, NewSupporter, NewTie};
use domain::persons::Profile;
use domain::supporters::{Answers, Intensity, Support};
use domain::vocabulary::SupportType;
use domain::{Cell, Error, FieldError, Result, Text};
use sheet::{Columns, Row, Sheet};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::str::FromStr;

/// The three tables, each as CSV: a header with the names of the columns in any order, then the rows. With commas or
/// semicolons, with or without a byte order mark, lines ending as they like. An empty cell is unanswered.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Columns: `key` and `alias`; and as far as wanted `relationship`, `lifeDomain`, `closeness`, `contactFrequency`,
    /// `tension`, `burden`, `phone`, `email`, `note`. The key is what the other tables call the person by.
    pub persons: String,
    /// Columns: `person`, `supportType`; `direction`, `availability`.
    pub supports: String,
    /// Columns: `first`, `second`; `strength`.
    pub ties: String,
}

/// The most persons who come in at once.
pub(crate) const MAX_PERSONS: usize = 200;
/// The most ties.
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
    most: MAX_PERSONS,
};
const SUPPORTS: Columns<'static, 'static> = Columns {
    table: "/supports",
    required: &["person", "supportType"],
    others: &["direction", "availability"],
    open: false,
    most: domain::maps::MAX_SUPPORTS,
};
const TIES: Columns<'static, 'static> =
    Columns { table: "/ties", required: &["first", "second"], others: &["strength"], open: false, most: MAX_TIES };

/// The people in the tables.
///
/// # Errors
/// [`Error::Invalid`] with everything wrong in any table, by row and column.
pub fn read(tables: &Tables) -> Result<NewOnMap> {
    let mut reader = Reader::default();
    reader.persons(&tables.persons);
    reader.supports(&tables.supports);
    reader.ties(&tables.ties);
    if reader.errors.is_empty() { Ok(reader.new) } else { Err(Error::Invalid(reader.errors)) }
}

#[derive(Default)]
struct Reader {
    new: NewOnMap,
    /// Where the person of each key is.
    keys: HashMap<String, usize>,
    errors: Vec<FieldError>,
}

impl Reader {
    fn persons(&mut self, csv: &str) {
        for (place, row) in Sheet::read(csv, &PERSONS, &mut self.errors).into_iter().enumerate() {
            let mut cells = Cells { row: &row, errors: &mut self.errors };
            let key = cells.required("key", |key| Some(key.to_owned()), "format");
            let profile = cells.profile();
            let answers = Answers {
                closeness: cells.word("closeness"),
                contact_frequency: cells.word("contactFrequency"),
                tension: cells.intensity("tension"),
                burden: cells.intensity("burden"),
                supports: None,
            };
            match key.map(|key| self.keys.entry(key)) {
                Some(Entry::Occupied(_)) => cells.refuse("key", "duplicate"),
                Some(Entry::Vacant(free)) => drop(free.insert(place)),
                None => {}
            }
            // Without a profile the whole is refused; places and keys are those of the rows all the same.
            if let Some(profile) = profile {
                self.new.supporters.push(NewSupporter { profile, answers });
            }
        }
    }

    fn supports(&mut self, csv: &str) {
        let mut seen = HashSet::new();
        for row in Sheet::read(csv, &SUPPORTS, &mut self.errors) {
            let mut cells = Cells { row: &row, errors: &mut self.errors };
            let person = cells.person("person", &self.keys);
            let support_type =
                cells.required("supportType", |code| SupportType::new(code.to_lowercase()).ok(), "format");
            let (direction, availability) = (cells.word("direction"), cells.word("availability"));
            let (Some(person), Some(support_type)) = (person, support_type) else { continue };
            if !seen.insert((person, support_type.clone())) {
                cells.refuse("supportType", "duplicate");
            }
            let cell = Cell { row: row.number, column: Some("supportType".to_owned()) };
            self.new.support_types.push((support_type.clone(), cell));
            if let Some(supporter) = self.new.supporters.get_mut(person) {
                let support = Support { support_type, direction, availability };
                supporter.answers.supports.get_or_insert_default().push(support);
            }
        }
    }

    fn ties(&mut self, csv: &str) {
        let mut seen = HashSet::new();
        for row in Sheet::read(csv, &TIES, &mut self.errors) {
            let mut cells = Cells { row: &row, errors: &mut self.errors };
            let ends = (cells.person("first", &self.keys), cells.person("second", &self.keys));
            let strength = cells.intensity("strength");
            let (Some(first), Some(second)) = ends else { continue };
            if first == second || !seen.insert([first.min(second), first.max(second)]) {
                cells.refuse("second", "duplicate");
            }
            self.new.ties.push(NewTie { supporters: [first, second], strength });
        }
    }
}

/// The cells of a row, each as what it has to be.
struct Cells<'a> {
    row: &'a Row<'a>,
    errors: &'a mut Vec<FieldError>,
}

impl Cells<'_> {
    fn refuse(&mut self, column: &str, code: &'static str) {
        self.errors.push(self.row.error(Some(column), code));
    }

    /// What the cell holds; none if it is empty, and none with an error of this code if it is not that.
    fn optional<T>(&mut self, column: &str, parse: impl FnOnce(&str) -> Option<T>, code: &'static str) -> Option<T> {
        let parsed = parse(self.row.cell(column)?);
        if parsed.is_none() {
            self.refuse(column, code);
        }
        parsed
    }

    fn required<T>(&mut self, column: &str, parse: impl FnOnce(&str) -> Option<T>, code: &'static str) -> Option<T> {
        if self.row.cell(column).is_none() {
            self.refuse(column, "required");
        }
        self.optional(column, parse, code)
    }

    fn word<T: FromStr>(&mut self, column: &str) -> Option<T> {
        self.optional(column, |code| code.trim().to_lowercase().parse().ok(), "enum")
    }

    fn intensity(&mut self, column: &str) -> Option<Intensity> {
        let number: i64 = self.optional(column, |number| number.trim().parse().ok(), "type")?;
        let grade = i16::try_from(number).ok().and_then(|number| Intensity::try_from(number).ok());
        if grade.is_none() {
            self.refuse(column, if number < 0 { "too-small" } else { "too-large" });
        }
        grade
    }

    fn person(&mut self, column: &str, keys: &HashMap<String, usize>) -> Option<usize> {
        self.required(column, |key| keys.get(key).copied(), "unknown-reference")
    }

    fn text<const MAX: usize>(&mut self, column: &str) -> Option<Text<MAX>> {
        let text = self.row.cell(column)?;
        let code = if text.chars().count() > MAX { "too-long" } else { "format" };
        self.optional(column, |text| Text::new(text).ok(), code)
    }

    /// Every cell is looked at, so that all errors come at once; none without an alias.
    fn profile(&mut self) -> Option<Profile> {
        if self.row.cell("alias").is_none() {
            self.refuse("alias", "required");
        }
        let alias = self.text("alias");
        let (relationship, life_domain) = (self.word("relationship"), self.word("lifeDomain"));
        let (phone, email, note) = (self.text("phone"), self.text("email"), self.text("note"));
        Some(Profile { alias: alias?, relationship, life_domain, phone, email, note })
    }
}

#[cfg(test)]
#[path = "tables_tests.rs"]
mod tests;
