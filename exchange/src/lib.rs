//! Formats to take a client's networks along in, and tables to bring people in with.
//!
//! Out: the CSV files of Network Canvas (which R's egor and ideanet read) and GraphML, one network for every map and
//! every card. In: plain tables of persons, supports and ties, and
//! other tables with a mapping, and address books. The JSON document is the API's own and lives there.

mod archive;
mod contacts;
mod encoding;
mod graphml;
mod mapping;
mod network_canvas;
mod session;
mod spreadsheet;
mod tables;
mod variables;

pub use archive::Archive;
pub use contacts::{MAX_CONTACTS, read_contact_table, read_vcards};
pub use encoding::{Charset, Undecodable, decode};
pub use graphml::GraphMl;
pub use mapping::{Fault, MappedClient, Mapping};
pub use session::{Network, Subject};
pub use tables::{Tables, read};
