use super::{Invited, NewInvitation};
use crate::access::{Action, Resource, Roles};
use crate::accounts::Email;
use crate::audit::Disclosure;
use crate::vocabulary::Language;
use crate::{Caller, Error, FieldCode, InvitationId, Ports, Result, Secret, SecretDigest, UnitOfWork};
use serde::{Deserialize, Serialize};

/// Maximum number of people in one table.
pub const MAX_IMPORTED: usize = 500;

/// A row of a table of people to invite.
#[derive(Clone, Debug)]
pub struct InvitationRow {
    /// Row number in the table; the header is row 1.
    pub row: u32,
    /// The address to invite; no other row has it.
    pub email: Email,
    /// The roles to grant.
    pub roles: Roles,
    /// The language of the mail and of the account, if the table says it.
    pub language: Option<Language>,
}

crate::vocabulary::words! {
    /// What an import does with a row.
    pub enum ImportOutcome {
        /// The person is invited.
        Invited = "invited", "Uitgenodigd", "Invited";
        /// The address has an open invitation; nothing is done.
        AlreadyInvited = "already-invited", "Al uitgenodigd", "Already invited";
        /// A member has the address; nothing is done.
        AlreadyMember = "already-member", "Al lid", "Already a member";
    }
}

/// Why an address is not invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A member has it.
    Member,
    /// It has an open invitation.
    Invited,
}

/// An imported row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportedRow {
    /// Row number in the table.
    pub row: u32,
    /// The address.
    pub email: Email,
    /// What the import does with it.
    pub outcome: ImportOutcome,
    /// The new invitation, if there is one.
    pub invitation: Option<InvitationId>,
    /// The secret for accepting it, which no other call returns; `None` if it is mailed.
    #[serde(with = "super::model::shown")]
    pub secret: Option<Secret>,
}

impl Disclosure for ImportedRow {}

/// Invites the people of a table, all or none. Members, and people with an open invitation, are skipped.
///
/// A dry run reports the same and changes nothing.
///
/// # Errors
/// [`Error::Invalid`] for more than [`MAX_IMPORTED`] rows; [`Error::Forbidden`] and [`Error::ConfirmationRequired`] for a
/// role the caller may not grant; [`crate::Conflict::TooManyInvitations`].
pub async fn import(
    ports: &Ports,
    caller: &Caller,
    rows: Vec<InvitationRow>,
    dry_run: bool,
) -> Result<Vec<ImportedRow>> {
    let mut work = ports.begin(caller, Action::Create(Resource::Invitation)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    if rows.len() > MAX_IMPORTED {
        return Err(Error::invalid("", FieldCode::TooMany(MAX_IMPORTED)));
    }
    work.authorization().may_grant(rows.iter().flat_map(|row| row.roles.iter()), None)?;
    if !dry_run {
        work.invitations().lock().await?;
    }
    let (now, emails) = (work.now(), rows.iter().map(|row| &row.email).collect::<Vec<_>>());
    let known = work.invitations().known(&emails, now).await?;
    let (mut imported, mut made) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        let outcome = match known.get(&row.email) {
            Some(Known::Member) => ImportOutcome::AlreadyMember,
            Some(Known::Invited) => ImportOutcome::AlreadyInvited,
            None => ImportOutcome::Invited,
        };
        let mut done = ImportedRow { row: row.row, email: row.email, outcome, invitation: None, secret: None };
        if outcome == ImportOutcome::Invited && !dry_run {
            let (invited, digest) = invite(ports, &work, done.email.clone(), row.roles, row.language)?;
            (done.invitation, done.secret) = (Some(invited.invitation.id), invited.secret);
            made.push((invited.invitation, digest));
        }
        imported.push(done);
    }
    if dry_run {
        return work.end(imported).await;
    }
    work.invitations().add_all(&made).await?;
    super::service::enqueue_mails(ports, &mut work, made.iter().map(|(invitation, _)| invitation)).await?;
    work.commit(imported).await
}

fn invite(
    ports: &Ports,
    work: &UnitOfWork,
    email: Email,
    roles: Roles,
    language: Option<Language>,
) -> Result<(Invited, SecretDigest)> {
    let new = NewInvitation { email: Some(email), roles, language, client_id: None, member_id: None };
    new.at(work.new_id(), work.named_user(), ports, work.now())
}
