//! The domain's repositories, one file each. All of them are the unit of work, so all are in one transaction.

mod access;
mod agreements;
mod bulk;
mod clients;
mod coach_notes;
mod convert;
mod maps;
mod needs;
mod persons;
mod reflections;
mod supporters;
mod ties;
mod whole_map;
