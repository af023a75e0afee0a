//! The mapping file.

use super::column_values::{Answer, Template};
use super::one_or_many::{Files, Several};
use crate::encoding::Charset;
use domain::ShortText;
use domain::support_types::OwnSupportType;
use domain::supporters::Intensity;
use domain::vocabulary::{Availability, Closeness, ContactFrequency, Direction, LifeDomain, Relationship, SupportType};
use serde::Deserialize;

/// What the columns and the values of somebody else's tables mean. `docs/import/README.md` tells how to write one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Mapping {
    pub(super) theme: ShortText,
    /// The encoding of the files; UTF-8 if it is not named.
    #[serde(default)]
    encoding: Charset,
    /// Cells that say no more than an empty one, such as R's `NA`, in every column of every file.
    #[serde(default)]
    pub(super) blank: Vec<String>,
    #[serde(default)]
    support_types: Vec<OwnType>,
    pub(super) clients: Clients,
    pub(super) persons: Persons,
    #[serde(default)]
    pub(super) supports: Vec<Asked>,
    #[serde(default)]
    pub(super) ties: Several<Ties>,
}

/// A support type that the organisation needs to have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnType {
    code: SupportType,
    nl: ShortText,
    en: ShortText,
}

/// The table with a row for each client.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Clients {
    #[serde(rename = "file")]
    pub(super) files: Files,
    /// The column with the client's number, by which the other tables call them.
    pub(super) key: String,
    /// Which system's number it is.
    pub(super) system: ShortText,
    pub(super) name: Template,
    pub(super) date_of_birth: Option<Date>,
    /// On what basis the coach is assigned.
    basis: ShortText,
}

/// A column with a date.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Date {
    pub(super) column: String,
    /// How it is written, as `strftime` has it.
    #[serde(default = "iso")]
    pub(super) format: String,
}

fn iso() -> String {
    "%Y-%m-%d".to_owned()
}

/// The table with a row for each person. The columns of supports are in it too.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Persons {
    #[serde(rename = "file")]
    pub(super) files: Files,
    /// The column with the number of the client whose person it is.
    pub(super) client: String,
    /// The column by which the table of ties calls the person.
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

/// A column that tells whether somebody gives a type of support.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    #[serde(rename = "type")]
    pub(super) support_type: SupportType,
    pub(super) direction: Option<Direction>,
    pub(super) availability: Option<Availability>,
    pub(super) answer: Answer<bool>,
}

/// The table of who knows whom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ties {
    #[serde(rename = "file")]
    pub(super) files: Files,
    pub(super) client: String,
    pub(super) first: String,
    pub(super) second: String,
    pub(super) strength: Option<Answer<Known>>,
}

/// What a value says of two people: how strong their tie is, or only whether there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "a strength from 0 to 4, true for a tie without one, or false for no tie")]
pub(super) enum Known {
    Tied(bool),
    Strength(Intensity),
}

impl Mapping {
    /// # Errors
    /// What is wrong, with line and column of the file.
    pub fn parse(toml: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(toml::from_str(toml)?)
    }

    /// The theme of the map that each client gets.
    #[must_use]
    pub fn theme(&self) -> &ShortText {
        &self.theme
    }

    /// On what basis a coach is assigned to a client.
    #[must_use]
    pub fn basis(&self) -> &ShortText {
        &self.clients.basis
    }

    /// The encoding of its files.
    #[must_use]
    pub fn encoding(&self) -> Charset {
        self.encoding
    }

    /// The files it reads, each once.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let ties = self.ties.iter().flat_map(|ties| ties.files.iter());
        let mut files: Vec<_> =
            self.clients.files.iter().chain(self.persons.files.iter()).chain(ties).map(String::as_str).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// The support types that may come of it, each once.
    #[must_use]
    pub fn support_types(&self) -> Vec<&SupportType> {
        let mut types: Vec<_> = self.supports.iter().map(|asked| &asked.support_type).collect();
        types.sort_unstable();
        types.dedup();
        types
    }

    /// The support type to create under this code, if the mapping has its labels.
    #[must_use]
    pub fn own_type(&self, code: &SupportType) -> Option<OwnSupportType> {
        let own = self.support_types.iter().find(|own| own.code == *code)?;
        Some(OwnSupportType { code: own.code.clone(), nl: own.nl.clone(), en: own.en.clone() })
    }
}
