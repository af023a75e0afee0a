//! Reads contacts as CSV from Google and Outlook, with English or Dutch column names.

use super::{MAX_CONTACTS, RawContact, relationship, some, too_many};
use crate::tables::sheet::Records;
use domain::persons::Contact;
use domain::vocabulary::Relationship;
use domain::{Cell, Error, FieldCode, FieldError, Result};
use unicode_normalization::UnicodeNormalization;

/// Maximum number of columns read; Google writes about 100, Outlook about 90.
const MAX_COLUMNS: usize = 1000;

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    First,
    Middle,
    Last,
    Nickname,
    Organisation,
    Mobile,
    Phone,
    WorkPhone,
    /// The kind of number in the next column.
    PhoneLabel,
    Email,
    Group,
}

/// Reads the contacts of a table.
///
/// # Errors
/// [`Error::Invalid`] for invalid quoting, for a header without a known column, for more than [`MAX_CONTACTS`]
/// contacts, and for none.
pub fn read_contact_table(csv: &str) -> Result<Vec<Contact>> {
    let records = Records::read(csv, "", MAX_CONTACTS, |cell| column(cell).is_some())
        .map_err(|error| Error::Invalid(vec![error]))?;
    let Some(records) = records else { return some(Vec::new()) };
    let columns: Vec<_> = records.header.iter().take(MAX_COLUMNS).map(column).collect();
    if !columns.iter().flatten().any(|column| is_name(*column)) {
        let cell = Cell { row: records.header_row, column: None };
        return Err(Error::Invalid(vec![FieldError::in_cell("", cell, FieldCode::NoContacts)]));
    }
    let mut contacts = Vec::new();
    if records.rows.len() > MAX_CONTACTS {
        return Err(too_many());
    }
    for (record, row) in records.rows {
        if let Some(error) = records.shape.swallowed(&record, row) {
            return Err(Error::Invalid(vec![error]));
        }
        contacts.extend(contact(&columns, record.iter()));
    }
    some(contacts)
}

fn is_name(column: Column) -> bool {
    use Column::*;
    match column {
        Name | First | Last | Nickname | Organisation => true,
        Middle | Mobile | Phone | WorkPhone | PhoneLabel | Email | Group => false,
    }
}

/// The contact in a row; `None` if the row is empty.
fn contact<'a>(columns: &[Option<Column>], cells: impl Iterator<Item = &'a str>) -> Option<Contact> {
    let mut found = RawContact::default();
    let mut names: [String; 6] = Default::default();
    let mut label = "";
    for (column, cell) in columns.iter().zip(cells) {
        let Some(column) = column else { continue };
        let place = match column {
            Column::Name => 0,
            Column::First => 1,
            Column::Middle => 2,
            Column::Last => 3,
            Column::Nickname => 4,
            Column::Organisation => 5,
            Column::PhoneLabel => {
                label = cell;
                continue;
            }
            Column::Mobile | Column::Phone | Column::WorkPhone => {
                let rank = rank(*column, std::mem::take(&mut label));
                found.phones.extend(rank.into_iter().flat_map(|rank| values(cell).map(move |one| (rank, one))));
                continue;
            }
            Column::Email => {
                found.emails.extend(values(cell).map(|one| (0, one)));
                continue;
            }
            Column::Group => {
                let groups = cell.split([';', ',']).flat_map(|part| part.split(":::"));
                found.relationship = found.relationship.or(groups.filter_map(relationship).next());
                continue;
            }
        };
        if let Some(name) = names.get_mut(place).filter(|name| name.is_empty()) {
            name.push_str(cell.trim());
        }
    }
    let [name, first, middle, last, nickname, organisation] = names;
    let whole = [first, middle, last].join(" ");
    let of_person = [name, whole, nickname].into_iter().find(|name| !name.trim().is_empty());
    if of_person.is_none() && !organisation.is_empty() {
        found.relationship = found.relationship.or(Some(Relationship::Organisation));
    }
    found.name = of_person.unwrap_or(organisation);
    let empty = found.name.trim().is_empty() && found.phones.is_empty() && found.emails.is_empty();
    (!empty).then(|| found.into_contact())
}

/// The rank of a number for calling; `None` for a fax number.
fn rank(column: Column, label: &str) -> Option<u8> {
    let label = folded(label);
    if ["fax", "pager"].iter().any(|word| label.contains(word)) {
        return None;
    }
    let mobile = column == Column::Mobile || ["mobile", "mobiel", "cell"].iter().any(|word| label.contains(word));
    let work = column == Column::WorkPhone || ["work", "werk"].iter().any(|word| label.contains(word));
    Some(if mobile { 0 } else { 1 + u8::from(work) })
}

/// Splits a cell; Google separates several values with three colons.
fn values(cell: &str) -> impl Iterator<Item = String> {
    cell.split(":::").map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

fn folded(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let words = plain.map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect::<String>();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The content of the column with this name; `None` if it is not used.
fn column(header: &str) -> Option<Column> {
    let name = folded(header);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["phonetic", "fonetisch", "yomi", "assistant", "assistent", "manager", "spouse", "referred"]) {
        return None;
    }
    let known = match name.as_str() {
        "name" | "naam" | "full name" | "volledige naam" | "display name" | "weergavenaam" => Column::Name,
        "first name" | "given name" | "voornaam" => Column::First,
        "middle name" | "additional name" | "middelste naam" | "tweede voornaam" | "tussenvoegsel" => Column::Middle,
        "last name" | "family name" | "surname" | "achternaam" | "familienaam" => Column::Last,
        "nickname" | "bijnaam" | "roepnaam" => Column::Nickname,
        "company" | "bedrijf" | "organization name" | "organization 1 name" | "organisation" | "organisatie" => {
            Column::Organisation
        }
        "categories" | "categorieen" | "labels" | "group membership" | "groepen" => Column::Group,
        "mobiel" | "mobile" | "gsm" => Column::Mobile,
        _ if has(&["mail"]) => return email(&name),
        _ if has(&["phone", "telefoon"]) => return phone(&name),
        _ => return None,
    };
    Some(known)
}

fn email(name: &str) -> Option<Column> {
    let other = ["type", "label", "display", "weergave", "voicemail"];
    (!other.iter().any(|word| name.contains(word))).then_some(Column::Email)
}

fn phone(name: &str) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["fax", "pager", "radio", "tekst", "tty", "tdd", "callback", "car", "auto", "isdn"]) {
        return None;
    }
    Some(match name {
        _ if has(&["label", "type"]) => Column::PhoneLabel,
        _ if has(&["mobile", "mobiel", "cell"]) => Column::Mobile,
        _ if has(&["business", "work", "werk", "company", "bedrijf"]) => Column::WorkPhone,
        _ => Column::Phone,
    })
}
