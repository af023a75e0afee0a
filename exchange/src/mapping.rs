//! Imports third-party tables with a mapping file that defines their columns and values.

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

/// A client as read from the tables.
#[derive(Clone, Debug)]
pub struct MappedClient {
    /// The file that contains the client.
    pub file: String,
    /// Row number in the table of clients; the header is row 1.
    pub row: u32,
    /// The name of the client, if they are to be created.
    pub name: ShortText,
    /// The date of birth, if they are to be created.
    pub date_of_birth: Option<NaiveDate>,
    /// The client's identifier in the other system, stable between runs.
    pub identifier: ExternalIdentifier,
    /// The people to add to the client's map.
    pub new: NewOnMap,
}

#[cfg(test)]
#[path = "mapping_tests.rs"]
mod tests;
