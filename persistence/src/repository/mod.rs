//! The repositories, one file each. The unit of work implements all of them, so they share its transaction.

mod acceptances;
mod access;
mod agreements;
mod assignments;
mod cards;
mod caseload;
mod changes;
mod clients;
mod coach_notes;
mod content;
mod convert;
mod exports;
mod helpers;
mod id_list;
mod imports;
mod invitations;
mod jobs;
mod log_ins;
mod map_step_counts;
mod maps;
mod members;
mod needs;
mod organisations;
mod overviews;
mod person_merge;
mod persons;
mod reflections;
mod replica;
mod support_types;
mod supporters;
mod ties;
mod whole_map;

pub(crate) use access::{attributes, attributes_of};
pub(crate) use convert::{email, text, word};
pub(crate) use replica::Replica;
