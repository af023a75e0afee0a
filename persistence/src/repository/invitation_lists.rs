//! Many invitations at once: each list is one parameter of one statement.

use super::convert::email;
use super::id_list::json;
use super::invitations::mail_columns;
use super::jobs::{list, listed};
use crate::engine::rows;
use crate::transaction::{Queries, unexpected};
use crate::unit_of_work::Unit;
use chrono::{DateTime, Utc};
use domain::accounts::Email;
use domain::invitations::{Invitation, Known};
use domain::jobs::NewJob;
use domain::{Conflict, Error, Result, SecretDigest};
use sea_orm::DatabaseBackend;
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

rows! {
    struct Found {
        email: String,
        member: bool,
    }
}

/// A row of `$2` of the statement that adds invitations.
#[derive(Serialize)]
struct New<'a> {
    id: Uuid,
    email: Option<&'a str>,
    admin: bool,
    coach: bool,
    /// In hexadecimal digits.
    secret: String,
}

impl Unit {
    /// Queues the invitations, which share everything but what [`New`] has.
    pub(super) fn add_invitations(&mut self, invitations: &[(Invitation, SecretDigest)]) -> Result<()> {
        let Some((shared, _)) = invitations.first() else { return Ok(()) };
        let rows = invitations.iter().map(|(invitation, digest)| New {
            id: invitation.id.0,
            email: invitation.email.as_ref().map(Email::as_str),
            admin: invitation.roles.admin,
            coach: invitation.roles.coach,
            secret: digest.0.iter().map(|byte| format!("{byte:02x}")).collect(),
        });
        let rows = json(&rows.collect::<Vec<_>>())?;
        let new = if self.backend() == DatabaseBackend::Sqlite {
            "(select unhex(value ->> 'id', '-') as id, value ->> 'email' as email, value ->> 'admin' as admin,
                value ->> 'coach' as coach, unhex(value ->> 'secret') as secret from json_each($2))"
        } else {
            "(select id, email, admin, coach, decode(secret, 'hex') as secret from
                json_to_recordset($2::json) as r (id uuid, email text, admin boolean, coach boolean, secret text))"
        };
        let sql = format!(
            "insert into invitation (organisation_id, id, email, admin, coach, invited_by, secret_hash, expires_at,
                delivery, mail_state, mail_at, deliveries, version, created_at)
            select $1, new.id, new.email, new.admin, new.coach, $3, new.secret, $4, $5, $6, $7, 1, $8, $9 from {new} new"
        );
        let (state, at) = mail_columns(shared);
        let values = [
            rows.into(),
            shared.invited_by.id.0.into(),
            shared.expires_at.into(),
            shared.delivery.code().into(),
            state.into(),
            at.into(),
            shared.version.into(),
            shared.created_at.into(),
        ];
        let ask = self.statement(sql, values).expecting(invitations.len() as u64);
        self.queue(ask, None);
        Ok(())
    }

    /// The addresses of members, and of invitations that are open at this instant.
    pub(super) async fn known_addresses(
        &mut self,
        emails: &[&Email],
        at: DateTime<Utc>,
    ) -> Result<HashMap<Email, Known>> {
        let emails = json(&emails.iter().map(|email| email.as_str()).collect::<Vec<_>>())?;
        let listed = if self.backend() == DatabaseBackend::Sqlite {
            "select value from json_each($2)"
        } else {
            "select value from json_array_elements_text($2::json)"
        };
        let sql = format!(
            "select i.email, false as member from invitation i
            where i.organisation_id = $1 and i.accepted_at is null and i.expires_at > $3 and i.email in ({listed})
            union all select u.email, true as member from member m join user_account u on u.id = m.user_id
            where m.organisation_id = $1 and u.email in ({listed})"
        );
        let found: Vec<Found> = self.rows(sql, [emails.into(), at.into()]).await?;
        // The members come last: one who is invited again is a member.
        let known = |row: Found| Ok((email(row.email)?, if row.member { Known::Member } else { Known::Invited }));
        found.into_iter().map(known).collect()
    }

    /// Queues the mails, unless the administrators would then have mailed too many invitations.
    pub(super) fn enqueue_invitation_mails(&mut self, jobs: &[NewJob], since: DateTime<Utc>, most: u32) -> Result<()> {
        let Some(shared) = jobs.first() else { return Ok(()) };
        let (rows, new) = (list(jobs)?, listed(self.backend()));
        let sql = format!(
            "insert into job (organisation_id, id, kind, key, run_at, given_up, subject_id, attempts)
            select $1, new.id, $3, new.key, $4, false, new.subject, 0 from {new} new where $7 >= $6 +
                (select count(*) from job j where j.organisation_id = $1 and j.kind = $3 and j.run_at > $5
                    and not exists (select 1 from invitation i
                        join integration g on g.organisation_id = i.organisation_id and g.id = i.invited_by
                        where i.organisation_id = j.organisation_id and i.id = j.subject_id))"
        );
        let values = [
            rows.into(),
            shared.kind.code().into(),
            shared.run_at.into(),
            since.into(),
            i64::try_from(jobs.len()).map_err(Error::internal)?.into(),
            i64::from(most).into(),
        ];
        let ask = self.statement(sql, values).expecting(jobs.len() as u64);
        self.queue(ask, Some(unexpected(Error::Conflict(Conflict::TooManyInvitations))));
        self.enqueued = true;
        Ok(())
    }
}
