//! Reads vCard 2.1, 3.0 and 4.0, parsed by `calcard`.

use super::{MAX_CONTACTS, RawContact, relationship, some, too_many};
use calcard::vcard::{
    VCard, VCardEntry, VCardParameterName, VCardParameterValue, VCardProperty, VCardType, VCardValue,
};
use calcard::{Entry, Parser};
use domain::persons::Contact;
use domain::vocabulary::Relationship;
use domain::{Error, FieldCode, FieldError, Result};

/// Maximum number of lines and values in one card.
///
/// Each takes about 100 bytes when parsed; a photo of 2 MiB has 30,000 lines.
const MAX_VALUES: usize = 50_000;

/// Reads the contacts of a file with one or more cards.
///
/// # Errors
/// [`domain::Error::Invalid`] for more than [`MAX_CONTACTS`] cards, for a card with too many values, and for no card.
pub fn read_vcards(text: &str) -> Result<Vec<Contact>> {
    let cards = split(text);
    if cards.len() > MAX_CONTACTS {
        return Err(too_many());
    }
    if cards.iter().any(|card| card.matches([',', ';', '\n', '\r']).count() > MAX_VALUES) {
        return Err(Error::invalid("", FieldCode::TooMany(MAX_VALUES)));
    }
    some(cards.into_iter().filter_map(contact).collect())
}

/// Splits a file at each `BEGIN`, so that a card without `END` does not extend into the next.
fn split(text: &str) -> Vec<&str> {
    let mut begins = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if line.trim().eq_ignore_ascii_case("BEGIN:VCARD") {
            begins.push(at);
        }
        at += line.len();
    }
    let ends = begins.iter().skip(1).copied().chain([text.len()]);
    begins.iter().zip(ends).filter_map(|(begin, end)| text.get(*begin..end)).collect()
}

/// The contact on a card; `None` if the card is empty.
fn contact(card: &str) -> Option<Contact> {
    let closed = card.lines().any(|line| line.trim().eq_ignore_ascii_case("END:VCARD"));
    let Entry::VCard(card) = Parser::new(card).entry() else { return None };
    let mut found = RawContact {
        name: name(&card),
        phones: ranked(&card, &VCardProperty::Tel, "tel:"),
        emails: ranked(&card, &VCardProperty::Email, "mailto:"),
        relationship: related(&card),
        ..RawContact::default()
    };
    if found.name.is_empty() && found.phones.is_empty() && found.emails.is_empty() {
        return None;
    }
    if !closed {
        found.problems.push(FieldError::new("", FieldCode::Incomplete));
    }
    Some(found.into_contact())
}

/// The formatted name, otherwise the structured name, a nickname or the organisation.
fn name(card: &VCard) -> String {
    let first = |property: &VCardProperty| {
        entries(card, property).map(|entry| component(entry, 0)).find(|name| !name.trim().is_empty())
    };
    first(&VCardProperty::Fn)
        .or_else(|| {
            let parts = |entry| [1, 2, 0].map(|part| component(entry, part)).join(" ");
            entries(card, &VCardProperty::N).map(parts).find(|name| !name.trim().is_empty())
        })
        .or_else(|| first(&VCardProperty::Nickname))
        .or_else(|| first(&VCardProperty::Org))
        .unwrap_or_default()
}

/// The relationship: an organisation if the card names nothing else, otherwise what its group implies.
fn related(card: &VCard) -> Option<Relationship> {
    let named = |property| entries(card, property).any(|entry| !component(entry, 0).trim().is_empty());
    let person = named(&VCardProperty::N) || named(&VCardProperty::Nickname);
    let organisation = named(&VCardProperty::Org) && !person;
    let groups = entries(card, &VCardProperty::Categories).flat_map(|entry| entry.values.iter().filter_map(text));
    groups.filter_map(|group| relationship(&group)).next().or(organisation.then_some(Relationship::Organisation))
}

fn entries<'a>(card: &'a VCard, property: &VCardProperty) -> impl Iterator<Item = &'a VCardEntry> {
    card.entries.iter().filter(move |entry| entry.name == *property)
}

/// A component of a structured value.
fn component(entry: &VCardEntry, part: usize) -> String {
    match entry.values.get(part) {
        Some(VCardValue::Component(parts)) => parts.iter().map(|part| repaired(part)).collect::<Vec<_>>().join(" "),
        Some(value) => text(value).unwrap_or_default(),
        None => String::new(),
    }
}

fn text(value: &VCardValue) -> Option<String> {
    if let VCardValue::Text(text) = value { Some(repaired(text)) } else { None }
}

/// Repairs text decoded as Latin-1 instead of UTF-8, such as `ZoÃ«`.
///
/// Old cards use quoted-printable without stating the charset.
fn repaired(text: &str) -> String {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let decoded = bytes.filter(|_| !text.is_ascii()).and_then(|bytes| String::from_utf8(bytes).ok());
    decoded.unwrap_or_else(|| text.to_owned())
}

/// The values of a property without their URI scheme, each with its rank for calling.
///
/// Preferred first, then mobile, then others, with work last. Fax and pager numbers are excluded.
fn ranked(card: &VCard, property: &VCardProperty, scheme: &str) -> Vec<(u8, String)> {
    let mut ranked = Vec::new();
    for entry in entries(card, property) {
        let of_type = |kind: &VCardType| entry.params.iter().any(|param| is_type(&param.value, kind));
        if of_type(&VCardType::Fax) || of_type(&VCardType::Pager) {
            continue;
        }
        let preferred = entry.params.iter().any(|param| {
            param.name == VCardParameterName::Pref
                || matches!(&param.value, VCardParameterValue::Text(text) if text.eq_ignore_ascii_case("pref"))
        });
        let rank = match (preferred, of_type(&VCardType::Cell), of_type(&VCardType::Work)) {
            (true, _, _) => 0,
            (false, true, _) => 1,
            (false, false, false) => 2,
            (false, false, true) => 3,
        };
        let value = component(entry, 0);
        let value = match value.get(..scheme.len()) {
            Some(start) if start.eq_ignore_ascii_case(scheme) => {
                value.get(scheme.len()..).and_then(|rest| rest.split(';').next()).unwrap_or_default().to_owned()
            }
            Some(_) | None => value,
        };
        if !value.trim().is_empty() {
            ranked.push((rank, value));
        }
    }
    ranked
}

fn is_type(value: &VCardParameterValue, kind: &VCardType) -> bool {
    if let VCardParameterValue::Type(value) = value { value == kind } else { false }
}
