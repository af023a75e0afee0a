//! Address books: the contacts of a telephone or a mail program, as what a person on a map needs to have.
//!
//! Names, numbers and addresses only. Photos, postal addresses, birthdays and notes are not read.

mod table;
mod vcard;

pub use table::read_contact_table;
pub use vcard::read_vcards;

use domain::persons::Contact;
use domain::vocabulary::Relationship;
use domain::{Error, FieldCode, FieldError, Result, ShortText};

/// The most contacts that are read at once.
pub const MAX_CONTACTS: usize = 2000;
/// The most other numbers, and the most other addresses, of one contact.
const MAX_OTHERS: usize = 5;

/// What an address book says of somebody.
#[derive(Clone, Debug, Default)]
struct Found {
    name: String,
    /// Each with how well it suits to be called; the best has the lowest.
    phones: Vec<(u8, String)>,
    emails: Vec<(u8, String)>,
    relationship: Option<Relationship>,
    problems: Vec<FieldError>,
}

impl Found {
    fn into_contact(mut self) -> Contact {
        let alias = text(&self.name, "/alias", &mut self.problems);
        if alias.is_none() && !self.problems.iter().any(|problem| problem.pointer == "/alias") {
            self.problems.push(FieldError::new("/alias", FieldCode::Required));
        }
        let (phone, other_phones) = best(self.phones, "/phone", &mut self.problems);
        let (email, other_emails) = best(self.emails, "/email", &mut self.problems);
        let (relationship, problems) = (self.relationship, self.problems);
        Contact { alias, phone, email, other_phones, other_emails, relationship, problems }
    }
}

/// The best of them, and the others, each once.
fn best(
    mut found: Vec<(u8, String)>,
    pointer: &str,
    problems: &mut Vec<FieldError>,
) -> (Option<ShortText>, Vec<ShortText>) {
    found.sort_by_key(|(rank, _)| *rank);
    let mut texts: Vec<ShortText> = Vec::new();
    for (_, value) in &found {
        let known = |text: &ShortText| text.as_str().eq_ignore_ascii_case(&one_line(value));
        if texts.len() <= MAX_OTHERS && !texts.iter().any(known) {
            texts.extend(text(value, pointer, problems));
        }
    }
    let mut texts = texts.into_iter();
    (texts.next(), texts.collect())
}

/// The text on one line; none if it is blank, and none with a problem if it cannot be kept.
fn text(value: &str, pointer: &str, problems: &mut Vec<FieldError>) -> Option<ShortText> {
    let value = one_line(value);
    if value.is_empty() {
        return None;
    }
    let code = match ShortText::new(value.as_str()) {
        Ok(_) if value.contains('\u{FFFD}') => FieldCode::Undecodable,
        Ok(text) => return Some(text),
        Err(error) => error.code(),
    };
    problems.push(FieldError::new(pointer, code));
    None
}

/// The words of a text, with one space between them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a group or a label of an address book says about who its members are, in English or Dutch.
fn relationship(label: &str) -> Option<Relationship> {
    let label = label.trim().trim_start_matches('*').trim().to_lowercase();
    match label.as_str() {
        "family" | "familie" => Some(Relationship::OtherFamily),
        "friend" | "friends" | "vriend" | "vriendin" | "vrienden" => Some(Relationship::Friend),
        "coworker" | "coworkers" | "co-workers" | "colleague" | "colleagues" | "collega" | "collega's" => {
            Some(Relationship::Colleague)
        }
        "neighbour" | "neighbours" | "neighbor" | "neighbors" | "buur" | "buren" => Some(Relationship::Neighbour),
        _ => None,
    }
}

fn too_many() -> Error {
    Error::invalid("", FieldCode::TooMany(MAX_CONTACTS))
}

/// Refuses a file without a single contact in it: it is something else.
fn some(contacts: Vec<Contact>) -> Result<Vec<Contact>> {
    if contacts.is_empty() { Err(Error::invalid("", FieldCode::NoContacts)) } else { Ok(contacts) }
}

#[cfg(test)]
#[path = "contacts_tests.rs"]
mod tests;
