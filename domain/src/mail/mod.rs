//! Mail to users: the messages, the port that sends them, and the jobs that mail an invitation, a reset or a new address.
//!
//! The secret in a message is made when its job runs, and only its digest is stored: it rests nowhere but in the mail.

mod delivery;
mod message;
mod outbox;

pub(crate) use delivery::{mail_email_change, mail_invitation, mail_password_reset};
pub use message::{Mail, MailError, MailState, Mailer, Message};
pub use outbox::{EmailChangeMail, InvitationMail, Outbox, ResetMail};
