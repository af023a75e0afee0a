//! Address books: imports the contacts of a phone or mail program as persons.
//!
//! Reads names, phone numbers and email addresses only; no photos, postal addresses, birthdays or notes.

mod table;
mod vcard;

pub use table::read_contact_table;
pub use vcard::read_vcards;

use domain::persons::Contact;
use domain::vocabulary::Relationship;
use domain::{Error, FieldCode, FieldError, Result, ShortText};

/// Maximum number of contacts in one file.
pub const MAX_CONTACTS: usize = 2000;
/// Maximum number of additional phone numbers, and of additional email addresses, per contact.
const MAX_OTHERS: usize = 5;

/// The raw values of one contact.
#[derive(Clone, Debug, Default)]
struct RawContact {
    name: String,
    /// Phone numbers with a rank; the lowest is the most suitable for calling.
    phones: Vec<(u8, String)>,
    emails: Vec<(u8, String)>,
    relationship: Option<Relationship>,
    problems: Vec<FieldError>,
}

impl RawContact {
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

/// The value with the lowest rank, and the others without duplicates.
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

/// The text on one line; `None` if blank, or with a problem if it cannot be stored.
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

/// The words of a text, separated by single spaces.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The relationship that the label of a group implies, in English or Dutch.
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

/// Rejects a file without contacts, which is another kind of file.
fn some(contacts: Vec<Contact>) -> Result<Vec<Contact>> {
    if contacts.is_empty() { Err(Error::invalid("", FieldCode::NoContacts)) } else { Ok(contacts) }
}

#[cfg(test)]
#[path = "contacts_tests.rs"]
mod tests;
