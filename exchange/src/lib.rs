//! File formats for exporting a client's networks and for importing people.
//!
//! Export: the CSV files of Network Canvas (readable by R's egor and ideanet) and GraphML, with one network per map
//! and per card. Import: plain tables of persons, supports and ties; third-party tables with a mapping; and address
//! books. The JSON document is part of the API and defined there.

#![warn(missing_docs)]

mod archive;
mod contacts;
mod encoding;
mod graphml;
mod invitations;
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
pub use invitations::read_invitations;
pub use mapping::{Fault, MappedClient, Mapping};
pub use session::{Network, Subject};
pub use tables::{Tables, read};
