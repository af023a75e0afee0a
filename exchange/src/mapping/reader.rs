//! Reads the tables into clients with people.

use super::MappedClient;
use super::cells::{Cells, Fault};
use super::column_values::{Answer, Template};
use super::file::{Clients, Mapping, Persons, SupportColumn, TieValue, Ties};
use crate::tables::pairs::{Pairs, Statement, Two};
use crate::tables::sheet::{Columns, Row, Sheet, is_broken};
use crate::tables::values::comparable;
use crate::tables::{MAX_PERSONS, MAX_TIES};
use domain::clients::ExternalIdentifier;
use domain::imports::{NewOnMap, NewSupporter};
use domain::maps::MAX_SUPPORTS;
use domain::persons::Profile;
use domain::supporters::{Answers, Support};
use domain::{FieldCode, ShortText};
use std::collections::HashMap;

impl Mapping {
    /// Reads the clients in these files, given by file name.
    ///
    /// # Errors
    /// Every fault in any file.
    pub fn read(&self, texts: &HashMap<String, String>) -> Result<Vec<MappedClient>, Vec<Fault>> {
        let mut reader = Reader::new(texts, &self.blank);
        reader.clients(&self.clients);
        reader.persons(&self.persons, &self.supports);
        let mut pairs = Pairs::default();
        for ties in self.ties.iter() {
            reader.ties(ties, &mut pairs);
        }
        for (place, tie) in pairs.into_ties() {
            reader.clients.get_mut(place).into_iter().for_each(|client| client.new.ties.push(tie.clone()));
        }
        if !reader.broken.is_empty() {
            // Rows are missing, so other faults may be consequences.
            return Err(reader.broken);
        }
        if reader.faults.is_empty() { Ok(reader.clients) } else { Err(reader.faults) }
    }
}

struct Reader<'a> {
    texts: &'a HashMap<String, String>,
    clients: Vec<MappedClient>,
    /// The index of the client with each key.
    keys: HashMap<String, usize>,
    /// The index on their map of the person with each key, per client.
    persons: HashMap<(usize, String), usize>,
    faults: Vec<Fault>,
    /// Faults after which the rest of a file cannot be read.
    broken: Vec<Fault>,
    blank: &'a [String],
}

impl<'a> Reader<'a> {
    fn new(texts: &'a HashMap<String, String>, blank: &'a [String]) -> Self {
        let (clients, keys, persons) = (Vec::new(), HashMap::new(), HashMap::new());
        Self { texts, clients, keys, persons, faults: Vec::new(), broken: Vec::new(), blank }
    }

    /// The rows of the file, which must have these columns.
    fn rows<'b>(&mut self, file: &'b str, mut columns: Vec<&'b str>) -> Vec<Row<'b>> {
        columns.sort_unstable();
        columns.dedup();
        let (required, blank) = (columns.as_slice(), self.blank);
        let columns = Columns { table: file, required, others: &[], open: true, blank, max_rows: usize::MAX };
        let mut errors = Vec::new();
        let text = self.texts.get(file).map_or("", String::as_str);
        let rows = Sheet::read(text, &columns, &mut errors);
        if text.trim().is_empty() {
            let problem = "the file is empty".to_owned();
            self.faults.push(Fault { file: file.to_owned(), row: 1, column: None, problem });
        }
        let lacking = errors.iter().any(|error| error.code == FieldCode::Required);
        let (broken, wrong): (Vec<_>, Vec<_>) = errors.into_iter().partition(is_broken);
        self.broken.extend(broken.into_iter().map(Fault::from));
        self.faults.extend(wrong.into_iter().map(Fault::from));
        // Avoids a fault per row for a missing column.
        if lacking { Vec::new() } else { rows }
    }

    fn clients(&mut self, from: &Clients) {
        for file in from.files.iter() {
            let mut columns = vec![from.key.as_str()];
            columns.extend(from.name.columns().chain(from.date_of_birth.iter().map(|date| date.column.as_str())));
            for row in self.rows(file, columns) {
                let mut cells = Cells::new(file, &row, &mut self.faults);
                let name = cells.required_line(&from.name);
                let date_of_birth = from.date_of_birth.as_ref().and_then(|date| cells.date(date));
                let Some(key) = cells.key(&from.key) else { continue };
                let Ok(value) = ShortText::new(key) else {
                    cells.unknown(&from.key, key, "a valid client key");
                    continue;
                };
                // Registers the client even without a name, so that references to it are not reported as unknown.
                let place = self.clients.len();
                if self.keys.insert(comparable(key), place).is_some() {
                    cells.fault(Some(&from.key), "duplicate client");
                }
                let name = name.unwrap_or_else(|| value.clone());
                let identifier = ExternalIdentifier { system: from.system.clone(), value };
                let (file, row, new) = (file.clone(), row.number, NewOnMap::default());
                self.clients.push(MappedClient { file, row, name, date_of_birth, identifier, new });
            }
        }
    }

    fn persons(&mut self, from: &Persons, asked: &[SupportColumn]) {
        for file in from.files.iter() {
            for row in self.rows(file, from.columns(asked)) {
                self.person(from, asked, file, &row);
            }
        }
    }

    fn person(&mut self, from: &Persons, asked: &[SupportColumn], file: &str, row: &Row<'_>) {
        let mut cells = Cells::new(file, row, &mut self.faults);
        let client = client(&mut cells, &from.client, &self.keys);
        let key = cells.key(&from.key);
        let profile = from.profile(&mut cells);
        let supports = supports(asked, &mut cells);
        let answers = Answers {
            closeness: read(from.closeness.as_ref(), &mut cells),
            contact_frequency: read(from.contact_frequency.as_ref(), &mut cells),
            tension: read(from.tension.as_ref(), &mut cells),
            burden: read(from.burden.as_ref(), &mut cells),
            supports: supports.as_ref().map(|some| some.iter().map(|(support, _)| support.clone()).collect()),
            angle: None,
        };
        let (Some(place), Some(key)) = (client, key) else { return };
        let Some(MappedClient { new, .. }) = self.clients.get_mut(place) else { return };
        if self.persons.insert((place, comparable(key)), new.supporters.len()).is_some() {
            cells.fault(Some(&from.key), "duplicate person of this client");
        }
        let Some(profile) = profile else { return };
        new.supporters.push(NewSupporter { profile, answers });
        let types = supports.into_iter().flatten();
        new.support_types.extend(types.map(|(support, column)| (support.support_type, row.place(Some(column)))));
        if new.supporters.len() > MAX_PERSONS {
            cells.fault(None, format!("more than {MAX_PERSONS} persons for one client"));
        }
        if new.support_types.len() > MAX_SUPPORTS {
            cells.fault(None, format!("more than {MAX_SUPPORTS} supports for one client"));
        }
    }

    fn ties<'b>(&mut self, from: &'b Ties, pairs: &mut Pairs<'b>) {
        for file in from.files.iter() {
            let mut columns = vec![from.client.as_str(), &from.first, &from.second];
            columns.extend(from.strength.iter().map(|strength| strength.column.as_str()));
            for row in self.rows(file, columns) {
                self.tie(from, pairs, file, &row);
            }
        }
    }

    fn tie<'b>(&mut self, from: &Ties, pairs: &mut Pairs<'b>, file: &'b str, row: &Row<'_>) {
        let mut cells = Cells::new(file, row, &mut self.faults);
        let Some(place) = client(&mut cells, &from.client, &self.keys) else { return };
        let [first, second] = [&from.first, &from.second].map(|column| {
            let key = cells.key(column)?;
            let person = self.persons.get(&(place, comparable(key))).copied();
            if person.is_none() {
                cells.unknown(column, key, "a person of this client");
            }
            person
        });
        let said = from.said(&mut cells);
        let (Some(first), Some(second)) = (first, second) else { return };
        let Some(two) = Two::new(place, first, second) else {
            cells.fault(Some(&from.second), "a tie needs two different persons");
            return;
        };
        let Some(said) = said else { return };
        if let Err((other, number)) = pairs.add(two, [first, second], said, (file, row.number)) {
            let column = from.strength.as_ref().map_or(&from.second, |strength| &strength.column);
            cells.fault(Some(column), format!("contradicts {other}, row {number}, for the same two persons"));
        }
        if pairs.count(two) > MAX_TIES {
            cells.fault(None, format!("more than {MAX_TIES} ties for one client"));
        }
    }
}

fn client(cells: &mut Cells<'_>, column: &str, keys: &HashMap<String, usize>) -> Option<usize> {
    let key = cells.key(column)?;
    let place = keys.get(&comparable(key)).copied();
    if place.is_none() {
        cells.unknown(column, key, "in the table of clients");
    }
    place
}

fn read<T: Copy>(answer: Option<&Answer<T>>, cells: &mut Cells<'_>) -> Option<T> {
    answer?.read(cells)
}

/// The supports of a person, each with the column that states it; `None` if no column is answered.
///
/// Of several columns for one type, the first that says yes counts.
fn supports<'a>(asked: &'a [SupportColumn], cells: &mut Cells<'_>) -> Option<Vec<(Support, &'a str)>> {
    let mut supports: Option<Vec<(Support, &str)>> = None;
    for SupportColumn { support_type, direction, availability, answer } in asked {
        let Some(yes) = answer.read(cells) else { continue };
        let supports = supports.get_or_insert_default();
        if yes && !supports.iter().any(|(there, _)| there.support_type == *support_type) {
            let support =
                Support { support_type: support_type.clone(), direction: *direction, availability: *availability };
            supports.push((support, answer.column.as_str()));
        }
    }
    supports
}

impl Persons {
    fn columns<'a>(&'a self, asked: &'a [SupportColumn]) -> Vec<&'a str> {
        fn of<T>(answer: Option<&Answer<T>>) -> Option<&str> {
            Some(answer?.column.as_str())
        }
        let mut columns = vec![self.client.as_str(), &self.key];
        let texts = [self.phone.as_ref(), self.email.as_ref(), self.note.as_ref()];
        columns.extend(self.alias.columns().chain(texts.into_iter().flatten().flat_map(Template::columns)));
        columns.extend(of(self.relationship.as_ref()));
        columns.extend(of(self.life_domain.as_ref()));
        columns.extend(of(self.closeness.as_ref()));
        columns.extend(of(self.contact_frequency.as_ref()));
        columns.extend(of(self.tension.as_ref()));
        columns.extend(of(self.burden.as_ref()));
        columns.extend(asked.iter().map(|asked| asked.answer.column.as_str()));
        columns
    }

    /// The profile; `None` without an alias. Reads every cell, so that all faults are reported at once.
    fn profile(&self, cells: &mut Cells<'_>) -> Option<Profile> {
        let alias = cells.required_line(&self.alias);
        let phone = self.phone.as_ref().and_then(|template| cells.line(template));
        let email = self.email.as_ref().and_then(|template| cells.line(template));
        let note = self.note.as_ref().and_then(|template| cells.text(template));
        let relationship = read(self.relationship.as_ref(), cells);
        let life_domain = read(self.life_domain.as_ref(), cells);
        Some(Profile { alias: alias?, relationship, life_domain, phone, email, note })
    }
}

impl Ties {
    /// The statement of this row about the two persons; `None` if unanswered.
    fn said(&self, cells: &mut Cells<'_>) -> Option<Statement> {
        let Some(answer) = &self.strength else { return Some(Statement::Tie(None)) };
        match answer.read(cells) {
            Some(TieValue::Strength(strength)) => Some(Statement::Tie(Some(strength))),
            Some(TieValue::Tied(true)) => Some(Statement::Tie(None)),
            Some(TieValue::Tied(false)) => Some(Statement::NoTie),
            // If the mapping has a value for "no tie", a blank does not imply a tie.
            None if answer.values.values().any(|value| *value == TieValue::Tied(false)) => None,
            None => Some(Statement::Tie(None)),
        }
    }
}
