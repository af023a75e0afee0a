//! Ways back into an account: password resets, and another address.
//!
//! Requests are stored in the service's own transactions; a secret of a mail shows its own request.

use super::{OwingDatabase, digest, end_sessions, see_own, unconfirmed};
use crate::engine::rows;
use crate::queue::{enqueue, enqueue_for_platform};
use crate::repository::{email, text};
use crate::transaction::Transaction;
use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use domain::accounts::{NamedAccount, NewEmail, Recovery, ResetRequest};
use domain::jobs::NewJob;
use domain::ports::TransactionKind;
use domain::{Conflict, Error, Result, SecretDigest, UserId};
use uuid::Uuid;

/// How long a request is kept after it was made.
pub(crate) const REQUEST_KEPT_FOR: Duration = Duration::days(1);

rows! {
    struct Pending {
        id: Uuid,
        email: String,
        name: String,
    }
}

rows! {
    struct Spent {
        user_id: Uuid,
    }
}

rows! {
    struct Changed {
        user_id: Uuid,
        email: String,
    }
}

#[async_trait]
impl Recovery for OwingDatabase {
    async fn request_reset(&self, request: &ResetRequest, job: &NewJob) -> Result<()> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = "insert into password_reset (email, id, requested_at, expires_at) values ($1, $2, $3, $3)
            on conflict (email) do update set id = excluded.id, requested_at = excluded.requested_at";
        let values = [request.email.as_str().into(), request.id.into(), request.at.into()];
        transaction.run(sql, values).await?;
        enqueue(&mut transaction, job);
        self.complete(transaction).await
    }

    async fn pending_reset(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<NamedAccount>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.present(secret);
        let sql = "select u.id, u.email, u.name from password_reset r join user_account u on u.id = r.user_id
            where r.secret_hash = $1 and r.expires_at > $2";
        let found: Option<Pending> = transaction.row(sql, [digest(secret), at.into()]).await?;
        transaction.commit().await?;
        let account =
            |row: Pending| Ok(NamedAccount { user: row.id.into(), email: email(row.email)?, name: text(row.name)? });
        found.map(account).transpose()
    }

    async fn reset_password(
        &self,
        secret: SecretDigest,
        hash: &str,
        notice: Option<&NewJob>,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.present(secret);
        let sql = "delete from password_reset where secret_hash = $1 and expires_at > $2 returning user_id";
        let spent: Option<Spent> = transaction.row(sql, [digest(secret), at.into()]).await?;
        let Some(Spent { user_id }) = spent else { return Ok(false) };
        see_own(&mut transaction, user_id.into());
        unconfirmed::remove_other_ways_in(&mut transaction, user_id.into());
        // The mail came to the address, so it is its holder's. The version does not change: see `change_password`.
        let sql = "update user_account set password_hash = $2, email_confirmed_at = coalesce(email_confirmed_at, $3)
            where id = $1";
        transaction.run(sql, [user_id.into(), hash.into(), at.into()]).await?;
        end_sessions(&mut transaction, user_id.into(), at).await?;
        withdraw_requests(&mut transaction, user_id.into()).await?;
        if let Some(notice) = notice {
            enqueue_for_platform(&mut transaction, notice);
        }
        self.line.by(user_id.into(), None);
        self.complete(transaction).await?;
        Ok(true)
    }

    async fn accept_email(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<bool> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.present(secret);
        let sql = "delete from email_change where secret_hash = $1 and expires_at > $2 returning user_id, email";
        let changed: Option<Changed> = transaction.row(sql, [digest(secret), at.into()]).await?;
        let Some(Changed { user_id, email }) = changed else { return Ok(false) };
        // The constraint would make PostgreSQL write the address to its own log; it decides only between two at the same time.
        let sql = "update user_account set email = $2, email_confirmed_at = $3, version = version + 1, updated_at = $3
            where id = $1 and not exists (select 1 from user_account o where o.email = $2 and o.id <> $1)";
        if transaction.run(sql, [user_id.into(), email.into(), at.into()]).await? == 0 {
            return Err(Error::Conflict(Conflict::EmailTaken));
        }
        see_own(&mut transaction, user_id.into());
        withdraw_requests(&mut transaction, user_id.into()).await?;
        self.line.by(user_id.into(), None);
        self.complete(transaction).await?;
        Ok(true)
    }
}

/// Stores the request in place of an earlier one of the user.
pub(super) async fn store_email_change(transaction: &mut Transaction, user: UserId, new: &NewEmail) -> Result<()> {
    let sql = "insert into email_change (user_id, id, email, requested_at, expires_at) values ($1, $2, $3, $4, $4)
        on conflict (user_id) do update set id = excluded.id, email = excluded.email, secret_hash = null,
            requested_at = excluded.requested_at, expires_at = excluded.expires_at";
    let values = [user.0.into(), new.id.into(), new.email.as_str().into(), new.at.into()];
    transaction.run(sql, values).await.map(drop)
}

/// Withdraws the user's other requests: who made them may have known the former password, or read the former mailbox.
///
/// Row-level security must show them to the transaction.
pub(super) async fn withdraw_requests(transaction: &mut Transaction, user: UserId) -> Result<()> {
    let sql = "update password_reset set secret_hash = null where user_id = $1";
    transaction.run(sql, [user.0.into()]).await?;
    transaction.run("delete from email_change where user_id = $1", [user.0.into()]).await.map(drop)
}
