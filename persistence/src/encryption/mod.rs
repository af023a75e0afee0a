//! Encryption of what clients and their coaches write (docs/adr/0056).
//!
//! Each client has a key of their own, kept in the database encrypted under a key of their organisation. Those are in a store
//! outside the database: a copy of the database alone reveals nothing, and what was erased stays unreadable in old copies. What a row
//! says is one encrypted value, bound to the row. What is searched exactly is hashed with a key of the organisation.
//! Keys of clients are never kept: a client whose key is gone is unreadable at once in every process. What is said about persons who
//! are no client's, such as the address of an invitation, is encrypted with the organisation's key itself.

mod aead;
mod client_key;
mod hexadecimal;
mod identifier_index;
mod of_tests;
mod organisation_keys;
mod row_key;

pub(crate) use aead::{decrypt, encrypt};
pub(crate) use client_key::{ClientKey, Content, EncryptedKey};
pub(crate) use hexadecimal::hexadecimal;
pub(crate) use identifier_index::{IdentifierIndex, IdentifierIndexes};
pub use of_tests::{TestClientKey, test_address, test_value_hash};
pub(crate) use organisation_keys::{ChangeGenerations, OrganisationKeys};
pub(crate) use row_key::RowKey;
