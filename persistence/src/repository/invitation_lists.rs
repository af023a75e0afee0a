//! Many invitations at once: each list is one parameter of one statement.

use super::convert::email;
use super::id_list::json;
use super::invitations::mail_columns;
use super::invited_address::AddressKeys;
use super::jobs::{list, listed};
use crate::engine::rows;
use crate::transaction::{Queries, unexpected};
use crate::unit_of_work::Unit;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use domain::accounts::Email;
use domain::invitations::{Invitation, Known};
use domain::jobs::NewJob;
use domain::vocabulary::Language;
use domain::{Conflict, Error, Result, SecretDigest};
use sea_orm::DatabaseBackend;
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

rows! {
    struct Found {
        hash: Option<Vec<u8>>,
        email: Option<String>,
    }
}

/// A row of `$2` of the statement that adds invitations.
#[derive(Serialize)]
struct New {
    id: Uuid,
    /// This and the others in hexadecimal digits.
    sealed: Option<String>,
    hash: Option<String>,
    admin: bool,
    coach: bool,
    language: Option<&'static str>,
    secret: String,
}

impl Unit {
    /// Queues the invitations, which share everything but what [`New`] has.
    pub(super) async fn add_invitations(&mut self, invitations: &[(Invitation, SecretDigest)]) -> Result<()> {
        let Some((shared, _)) = invitations.first() else { return Ok(()) };
        let keys = AddressKeys::newest(self.organisation_keys(), self.organisation()).await?;
        let rows = invitations.iter().map(|(invitation, digest)| {
            let address = invitation.email.as_ref().map(|email| keys.seal(invitation.id.0, email)).transpose()?;
            Ok(New {
                id: invitation.id.0,
                sealed: address.as_ref().map(|address| HEXLOWER.encode(&address.sealed)),
                hash: address.as_ref().map(|address| HEXLOWER.encode(&address.address_hash)),
                admin: invitation.roles.admin,
                coach: invitation.roles.coach,
                language: invitation.language.map(Language::code),
                secret: HEXLOWER.encode(&digest.0),
            })
        });
        let rows = json(&rows.collect::<Result<Vec<_>>>()?)?;
        let new = if self.backend() == DatabaseBackend::Sqlite {
            "(select unhex(value ->> 'id', '-') as id, unhex(value ->> 'sealed') as sealed, unhex(value ->> 'hash') as hash,
                value ->> 'admin' as admin, value ->> 'coach' as coach, value ->> 'language' as language,
                unhex(value ->> 'secret') as secret
                from json_each($2))"
        } else {
            "(select id, decode(sealed, 'hex') as sealed, decode(hash, 'hex') as hash, admin, coach, language,
                decode(secret, 'hex') as secret from json_to_recordset($2::json) as
                r (id uuid, sealed text, hash text, admin boolean, coach boolean, language text, secret text))"
        };
        let sql = format!(
            "insert into invitation (organisation_id, id, key_version, sealed, index_version, address_hash, admin, coach,
                language, invited_by, secret_hash, expires_at, delivery, mail_state, mail_at, deliveries, version, created_at)
            select $1, new.id, case when new.sealed is not null then $10 end, new.sealed,
                case when new.hash is not null then $11 end, new.hash, new.admin, new.coach,
                new.language, $3, new.secret, $4, $5, $6, $7, 1, $8, $9 from {new} new"
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
            keys.key_version().into(),
            keys.index_version().into(),
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
        let indexes = self.identifier_indexes().await?;
        let hashed = |email: &&Email| indexes.iter().map(|index| index.hash_address(email)).collect::<Vec<_>>();
        let hashes: HashMap<_, _> =
            emails.iter().flat_map(|email| hashed(email).into_iter().map(|hash| (hash, *email))).collect();
        let listed_hashes = json(&hashes.keys().map(|hash| HEXLOWER.encode(hash)).collect::<Vec<_>>())?;
        let listed = json(&emails.iter().map(|email| email.as_str()).collect::<Vec<_>>())?;
        let [addresses, digits] = if self.backend() == DatabaseBackend::Sqlite {
            ["select value from json_each($2)", "select unhex(value) from json_each($4)"]
        } else {
            [
                "select value from json_array_elements_text($2::json)",
                "select decode(value, 'hex') from json_array_elements_text($4::json)",
            ]
        };
        let sql = format!(
            "select i.address_hash as hash, null as email from invitation i
            where i.organisation_id = $1 and i.accepted_at is null and i.expires_at > $3 and i.address_hash in ({digits})
            union all select null as hash, u.email from member m join user_account u on u.id = m.user_id
            where m.organisation_id = $1 and u.email in ({addresses})"
        );
        let found: Vec<Found> = self.rows(sql, [listed.into(), at.into(), listed_hashes.into()]).await?;
        // The members come last: one who is invited again is a member.
        let known = |row: Found| match row.email {
            Some(member) => Ok((email(member)?, Known::Member)),
            None => {
                let invited = row.hash.and_then(|hash| hashes.get(&hash));
                let invited = invited.ok_or_else(|| Error::internal("the hash of another address was found"))?;
                Ok(((*invited).clone(), Known::Invited))
            }
        };
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
        self.transaction().enqueued = true;
        Ok(())
    }
}
