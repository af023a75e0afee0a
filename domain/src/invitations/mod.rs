//! Invitations: how a user becomes a member, or a client gets a log-in.

mod acceptance;
mod import;
mod model;
mod repository;
mod service;

pub use acceptance::{
    Acceptance, Acceptances, Accepted, Joined, Joining, KnownUser, Offer, Pending, accept, look_up, pending,
};
pub use import::{ImportOutcome, ImportedRow, InvitationRow, Known, MAX_IMPORTED, import};
pub use model::{Delivery, Invitation, Invited, MAILED_WITHIN, MAX_DELIVERIES, MailStatus, NewInvitation, VALID_FOR};
pub use repository::Invitations;
pub(crate) use service::enqueue_mail;
pub use service::{create, delete, deliver, invite_again, list, show};
