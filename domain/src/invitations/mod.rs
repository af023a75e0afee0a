//! Invitations: how a user becomes a member, or a client gets a log-in.

mod acceptance;
mod model;
mod repository;
mod service;

pub use acceptance::{Acceptance, Acceptances, Accepted, Joined, Joining, KnownUser, Pending, accept, pending};
pub use model::{Invitation, Invited, NewInvitation, VALID_FOR};
pub use repository::Invitations;
pub use service::{create, delete, list, show};
