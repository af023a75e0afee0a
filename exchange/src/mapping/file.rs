//! The mapping file.

use super::column_values::{Answer, Template};
use super::one_or_many::{Files, OneOrMany};
use crate::encoding::Charset;
use domain::ShortText;
use domain::support_types::OwnSupportType;
use domain::supporters::Intensity;
use domain::vocabulary::{Availability, Closeness, ContactFrequency, Direction, LifeDomain, Relationship, SupportType};
use serde::Deserialize;

/// The meaning of the columns and values of third-party tables.
///
/// `docs/import/README.md` explains how to write a mapping.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Mapping {
    pub(super) theme: ShortText,
    /// The encoding of the files; UTF-8 by default.
    #[serde(default)]
    encoding: Charset,
    /// Values that are equivalent to an empty cell in every column of every file, such as R's `NA`.
    #[serde(default)]
    pub(super) blank: Vec<String>,
    #[serde(default)]
    support_types: Vec<OwnType>,
    pub(super) clients: Clients,
    pub(super) persons: Persons,
    #[serde(default)]
    pub(super) supports: Vec<SupportColumn>,
    #[serde(default)]
    pub(super) ties: OneOrMany<Ties>,
}

/// A custom support type that the organisation must have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnType {
    code: SupportType,
    nl: ShortText,
    en: ShortText,
}

/// The table with one row per client.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Clients {
    #[serde(rename = "file")]
    pub(super) files: Files,
    /// The column with the client's key, to which the other tables refer.
    pub(super) key: String,
    /// The system of which the key is an identifier.
    pub(super) system: ShortText,
    pub(super) name: Template,
    pub(super) date_of_birth: Option<Date>,
    /// The basis of the coach's assignment.
    basis: ShortText,
}

/// A column with dates.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Date {
    pub(super) column: String,
    /// The date format, as in `strftime`.
    #[serde(default = "iso")]
    pub(super) format: String,
}

fn iso() -> String {
    "%Y-%m-%d".to_owned()
}

/// The table with one row per person, including the columns of supports.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Persons {
    #[serde(rename = "file")]
    pub(super) files: Files,
    /// The column with the key of the person's client.
    pub(super) client: String,
    /// The column with the person's key, to which the table of ties refers.
    pub(super) key: String,
    pub(super) alias: Template,
    pub(super) phone: Option<Template>,
    pub(super) email: Option<Template>,
    pub(super) note: Option<Template>,
    pub(super) relationship: Option<Answer<Relationship>>,
    pub(super) life_domain: Option<Answer<LifeDomain>>,
    pub(super) closeness: Option<Answer<Closeness>>,
    pub(super) contact_frequency: Option<Answer<ContactFrequency>>,
    pub(super) tension: Option<Answer<Intensity>>,
    pub(super) burden: Option<Answer<Intensity>>,
}

/// A column that says whether a person gives a type of support.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SupportColumn {
    #[serde(rename = "type")]
    pub(super) support_type: SupportType,
    pub(super) direction: Option<Direction>,
    pub(super) availability: Option<Availability>,
    pub(super) answer: Answer<bool>,
}

/// The table of ties.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ties {
    #[serde(rename = "file")]
    pub(super) files: Files,
    pub(super) client: String,
    pub(super) first: String,
    pub(super) second: String,
    pub(super) strength: Option<Answer<TieValue>>,
}

/// The meaning of a value for two persons: the strength of their tie, or only whether they have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "a strength from 0 to 4, true for a tie without one, or false for no tie")]
pub(super) enum TieValue {
    Tied(bool),
    Strength(Intensity),
}

impl Mapping {
    /// Parses a mapping file.
    ///
    /// # Errors
    /// A description of the error with its line and column.
    pub fn parse(toml: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(toml::from_str(toml)?)
    }

    /// The theme of the map that each client gets.
    #[must_use]
    pub fn theme(&self) -> &ShortText {
        &self.theme
    }

    /// The basis of the coach's assignment to each client.
    #[must_use]
    pub fn basis(&self) -> &ShortText {
        &self.clients.basis
    }

    /// The encoding of the files.
    #[must_use]
    pub fn encoding(&self) -> Charset {
        self.encoding
    }

    /// The distinct names of the files to read.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let ties = self.ties.iter().flat_map(|ties| ties.files.iter());
        let mut files: Vec<_> =
            self.clients.files.iter().chain(self.persons.files.iter()).chain(ties).map(String::as_str).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// The distinct support types that the mapping can produce.
    #[must_use]
    pub fn support_types(&self) -> Vec<&SupportType> {
        let mut types: Vec<_> = self.supports.iter().map(|asked| &asked.support_type).collect();
        types.sort_unstable();
        types.dedup();
        types
    }

    /// The custom support type with this code, if the mapping has labels for it.
    #[must_use]
    pub fn own_type(&self, code: &SupportType) -> Option<OwnSupportType> {
        let own = self.support_types.iter().find(|own| own.code == *code)?;
        Some(OwnSupportType { code: own.code.clone(), nl: own.nl.clone(), en: own.en.clone() })
    }
}
