use super::Person;
use crate::audit::Disclosure;
use crate::vocabulary::Relationship;
use crate::{FieldError, PersonId, ShortText};
use std::collections::{HashMap, HashSet};

/// A contact from an address book, not yet created as a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The name, if the address book has one.
    pub alias: Option<ShortText>,
    /// The most suitable phone number.
    pub phone: Option<ShortText>,
    /// The most suitable email address.
    pub email: Option<ShortText>,
    /// Other phone numbers.
    pub other_phones: Vec<ShortText>,
    /// Other email addresses.
    pub other_emails: Vec<ShortText>,
    /// The relationship to the client, if a group in the address book indicates it.
    pub relationship: Option<Relationship>,
    /// Values that could not be read or stored.
    pub problems: Vec<FieldError>,
}

/// A contact, matched with the existing persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewedContact {
    /// The contact.
    pub contact: Contact,
    /// The existing person who appears to be the same.
    pub duplicate_of: Option<PersonId>,
}

impl Disclosure for PreviewedContact {}

/// Matches each contact with an existing person by phone number, email address or name.
///
/// Of contacts equal in all three, only the first is kept.
pub(super) fn previewed(contacts: Vec<Contact>, persons: &[Person]) -> Vec<PreviewedContact> {
    let mut known: HashMap<Mark, PersonId> = HashMap::new();
    for person in persons {
        let profile = &person.profile;
        let marks = marks(Some(&profile.alias), profile.phone.as_ref(), profile.email.as_ref());
        for mark in marks.into_iter().flatten() {
            known.entry(mark).or_insert(person.id);
        }
    }
    let mut seen = HashSet::new();
    let mut previewed = Vec::with_capacity(contacts.len());
    for contact in contacts {
        let own = marks(contact.alias.as_ref(), contact.phone.as_ref(), contact.email.as_ref());
        let others = contact.other_phones.iter().map(|one| marks(None, Some(one), None));
        let others = others.chain(contact.other_emails.iter().map(|one| marks(None, None, Some(one))));
        let all: Vec<_> = own.iter().cloned().chain(others.flatten()).flatten().collect();
        if contact.problems.is_empty() && !seen.insert(own) {
            continue;
        }
        let duplicate_of = all.iter().find_map(|mark| known.get(mark)).copied();
        previewed.push(PreviewedContact { contact, duplicate_of });
    }
    previewed
}

/// A feature by which people are matched.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Mark {
    Phone(String),
    Email(String),
    Name(String),
}

/// The features for matching, most reliable first.
fn marks(alias: Option<&ShortText>, phone: Option<&ShortText>, email: Option<&ShortText>) -> [Option<Mark>; 3] {
    [
        phone.and_then(number).map(Mark::Phone),
        email.map(|email| Mark::Email(email.as_str().trim().to_lowercase())),
        alias.map(|alias| Mark::Name(alias.folded())),
    ]
}

/// The digits of a phone number with country code, the Netherlands by default; `None` if too short.
fn number(phone: &ShortText) -> Option<String> {
    let phone = phone.as_str().replace("(0)", "");
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let international = phone.trim_start().starts_with('+').then_some(digits.as_str()).or(digits.strip_prefix("00"));
    let number = match (international, digits.strip_prefix('0')) {
        (Some(number), _) => number.to_owned(),
        (None, Some(national)) => format!("31{national}"),
        (None, None) => digits,
    };
    (number.len() >= 6).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let number = |phone: &str| number(&ShortText::new(phone).unwrap());
        for phone in ["06 12345678", "+31 6 1234 5678", "0031612345678", "+31 (0)6-12345678", "(06) 12.34.56.78"] {
            assert_eq!(number(phone).as_deref(), Some("31612345678"), "{phone}");
        }
        assert_eq!(number("+32 470 12 34 56").as_deref(), Some("32470123456"));
        assert_eq!(number("112"), None);
    }
}
