//! Provisioned members: the members whom an organisation's identity provider manages (SCIM).
//!
//! A provisioned member is a record of the organisation, never an account. It points to the member with the same address if
//! the organisation has one, and otherwise to an invitation: the holder of the address decides, and an account elsewhere is
//! not touched.

mod membership;
mod model;
mod repository;
mod service;

pub use model::{
    Address, Attributes, Condition, Filter, MAX_ADDRESSES, MAX_INVITATIONS, MAX_LISTED, MAX_PROVISIONED, Name,
    ProvisionedMember, Range,
};
pub use repository::ProvisionedMembers;
pub use service::{change, create, delete, list, show};
