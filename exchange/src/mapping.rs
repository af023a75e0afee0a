//! Tables of somebody else's, brought in with a file that says what their columns and values mean.

mod cells;
mod column_values;
mod file;
mod one_or_many;
mod reader;

pub use cells::Fault;
pub use file::Mapping;

use chrono::NaiveDate;
use domain::ShortText;
use domain::clients::ExternalIdentifier;
use domain::imports::NewOnMap;

/// A client as the tables have them.
#[derive(Clone, Debug)]
pub struct MappedClient {
    /// The file with the client.
    pub file: String,
    /// The row in the table of clients; the header is row 1.
    pub row: u32,
    /// What they are called, if they are to be created.
    pub name: ShortText,
    /// Their date of birth, likewise.
    pub date_of_birth: Option<NaiveDate>,
    /// Their number in the other system: who they are from run to run.
    pub identifier: ExternalIdentifier,
    /// Who comes on their map.
    pub new: NewOnMap,
}

#[cfg(test)]
#[path = "mapping_tests.rs"]
mod tests;
