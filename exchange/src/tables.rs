//! Plain tables of persons, supports and ties: as somebody keeps them in a spreadsheet.

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
use pairs::{Pairs, Said, Two};
use sheet::{Columns, Row, Sheet, is_broken};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use values::{comparable, whole};

/// The three tables, each as CSV: a header with the names of the columns in any order, then the rows. With commas,
/// semicolons or tabs, as the header has them or a line `sep=` before it says; with or without a byte order mark; with any
/// line ends. An empty cell is unanswered.
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
    blank: &[],
    most: MAX_PERSONS,
};
const SUPPORTS: Columns<'static, 'static> = Columns {
    table: "/supports",
    required: &["person", "supportType"],
    others: &["direction", "availability"],
    open: false,
    blank: &[],
    most: domain::maps::MAX_SUPPORTS,
};
const TIES: Columns<'static, 'static> = Columns {
    table: "/ties",
    required: &["first", "second"],
    others: &["strength"],
    open: false,
    blank: &[],
    // Each may be listed in both directions.
    most: 2 * MAX_TIES,
};

/// The people in the tables.
///
/// # Errors
/// [`Error::Invalid`] with everything wrong in any table, by row and column.
pub fn read(tables: &Tables) -> Result<NewOnMap> {
    let mut errors = Vec::new();
    let [persons, supports, ties] = [(&tables.persons, &PERSONS), (&tables.supports, &SUPPORTS), (&tables.ties, &TIES)]
        .map(|(csv, columns)| Sheet::read(csv, columns, &mut errors));
    if errors.iter().any(is_broken) {
        // Rows are missing: what else seems wrong may only follow from that.
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
    /// Where the person of each key is.
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
            // Without a profile the whole is refused; places and keys are those of the rows all the same.
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
            if let Err((_, other)) = pairs.add(two, [first, second], Said::Tie(strength), (TIES.table, row.number)) {
                // Both rows are named: which of them is wrong only the author knows.
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

/// The cells of a row, each as what it has to be.
struct Cells<'a> {
    row: &'a Row<'a>,
    errors: &'a mut Vec<FieldError>,
}

impl Cells<'_> {
    fn refuse(&mut self, column: &str, code: FieldCode) {
        self.errors.push(self.row.error(Some(column), code));
    }

    /// What the cell holds; none if it is empty, and none with an error of this code if it is not that.
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

    /// A text of one line: a break in it comes of a quote that is not closed.
    fn line<const MAX: usize>(&mut self, column: &str) -> Option<Text<MAX, false>> {
        let text = self.row.cell(column)?.trim_matches('\n');
        if text.contains('\n') {
            self.refuse(column, FieldCode::LineBreak);
            return None;
        }
        self.text_of(column, text)
    }

    /// Every cell is looked at, so that all errors come at once; none without an alias.
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
