//! Mail to users: the messages, the port that sends them, and the jobs that mail an invitation, a reset, a new address or a notice.
//!
//! The secret in a message is made when its job runs, and only its digest is stored: it rests nowhere but in the mail.

mod delivery;
mod message;
mod outbox;

pub(crate) use delivery::{
    mail_about_organisation, mail_email_change, mail_invitation, mail_log_in_code, mail_log_in_place,
    mail_missing_domains, mail_notice, mail_password_reset, notice, notice_in, notice_to_holder, tell_client,
};
pub use message::{DomainNotice, LogInPlace, Mail, MailError, MailState, Mailer, Message, Notice};
pub use outbox::{AccountHolder, EmailChangeMail, InvitationMail, Outbox};
