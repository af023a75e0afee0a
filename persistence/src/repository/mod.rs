//! The domain's repositories, one file each. All of them are the unit of work, so all are in one transaction.

mod access;
mod clients;
