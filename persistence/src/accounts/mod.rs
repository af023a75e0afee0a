//! Accounts and sessions, which belong to no organisation: the exception to `scoped.rs`.
//!
//! Every statement here names the digest of a secret, an email address or the caller's own id. Statements on memberships run
//! after `app.self_id` is set, with which row-level security shows a user their own.

mod own_account;
mod recovery;
mod refresh_tokens;
mod rows;

use crate::store::Database;
use crate::transaction::Transaction;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::accounts::{Account, Email, Membership};
use domain::ports::{AccountStore, OwnAccount, TransactionKind};
use domain::sessions::{NewSession, Session};
use domain::{Caller, ClientId, OrganisationId, Result, SecretDigest, SessionId, UserId};
pub(crate) use recovery::COUNTED_FOR;
use rows::{CredentialsRow, MembershipRow};
use sea_orm::Value;

#[async_trait]
impl AccountStore for Database {
    async fn credentials(&self, email: &Email) -> Result<Option<(UserId, String)>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        let sql = "select id, password_hash from user_account where email = $1";
        let found: Option<CredentialsRow> = transaction.row(sql, [email.as_str().into()]).await?;
        transaction.commit().await?;
        Ok(found.map(|row| (row.id.into(), row.password_hash)))
    }

    async fn start_session(&self, new: &NewSession) -> Result<Option<(Session, Vec<Membership>)>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        // Locks the user: a concurrent change of password, which ends all sessions, then ends this one too.
        let lock = if transaction.postgres() { "for share" } else { "" };
        let sql = format!("select id, password_hash from user_account where id = $1 and password_hash = $2 {lock}");
        let still: Option<CredentialsRow> =
            transaction.row(sql, [new.user_id.0.into(), new.password_hash.as_str().into()]).await?;
        if still.is_none() {
            return Ok(None);
        }
        let memberships = memberships(&mut transaction, new.user_id).await?;
        let wanted = memberships.iter().map(|one| one.organisation_id).find(|id| Some(*id) == new.organisation_id);
        let organisation_id = match memberships.as_slice() {
            [only] => Some(only.organisation_id),
            [] | [_, ..] => wanted,
        };
        let session = Session {
            id: new.id,
            user_id: new.user_id,
            organisation_id,
            created_at: new.created_at,
            used_at: new.created_at,
            expires_at: new.expires_at,
        };
        insert(&mut transaction, &session, new.refresh_token).await?;
        transaction.commit().await?;
        Ok(Some((session, memberships)))
    }

    async fn rotate(&self, presented: SecretDigest, next: SecretDigest, at: DateTime<Utc>) -> Result<Option<Session>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        let session = refresh_tokens::rotate(&mut transaction, presented, next, at).await?;
        // Commit on refusal too, so that reuse of a rotated token revokes the session.
        transaction.commit().await?;
        Ok(session)
    }

    async fn session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<Option<(SessionId, UserId)>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        let sql = "select id, user_id, organisation_id, created_at, used_at, expires_at from session
            where id = (select session_id from refresh_token where hash = $1) and ended_at is null and expires_at > $2";
        let row: Option<rows::SessionRow> = transaction.row(sql, [digest(token), at.into()]).await?;
        transaction.commit().await?;
        Ok(row.map(Session::from).map(|session| (session.id, session.user_id)))
    }

    async fn end_session_of(&self, token: SecretDigest, at: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        let sql = "update session set ended_at = $2 where ended_at is null
            and id = (select session_id from refresh_token where hash = $1)";
        transaction.run(sql, [digest(token), at.into()]).await?;
        transaction.commit().await
    }

    async fn add_operator(&self, account: &Account, password_hash: &str) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.add_user(account, password_hash, None, Some(account.created_at)).await?;
        transaction.commit().await
    }

    async fn confirm_log_in(&self, organisation: OrganisationId, client: ClientId, at: DateTime<Utc>) -> Result<bool> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let sql = "update client_login set confirmed_at = $3, confirmation = 'operator'
            where organisation_id = $1 and client_id = $2 and confirmed_at is null and unlinked_at is null";
        if transaction.run_in(organisation, sql, [client.0.into(), at.into()]).await? == 0 {
            return Ok(false);
        }
        let sql = "update client set login_confirmed = $4, version = version + 1, updated_at = $3
            where organisation_id = $1 and id = $2";
        transaction.run_in(organisation, sql, [client.0.into(), at.into(), true.into()]).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn confirm_email(&self, email: &Email, password_hash: Option<&str>, at: DateTime<Utc>) -> Result<bool> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = "update user_account set email_confirmed_at = coalesce(email_confirmed_at, $2),
            password_hash = coalesce($3, password_hash) where email = $1 returning id, password_hash";
        let values = [email.as_str().into(), at.into(), password_hash.into()];
        let known: Option<CredentialsRow> = transaction.row(sql, values).await?;
        if let (Some(user), Some(_)) = (&known, password_hash) {
            let sql = "update session set ended_at = $2 where ended_at is null and user_id = $1";
            transaction.run(sql, [user.id.into(), at.into()]).await?;
            recovery::withdraw_requests(&mut transaction, user.id.into()).await?;
        }
        transaction.commit().await?;
        Ok(known.is_some())
    }

    async fn own(&self, caller: &Caller, writes: bool, at: DateTime<Utc>) -> Result<Box<dyn OwnAccount>> {
        let transaction = self.begin(if writes { TransactionKind::Write } else { TransactionKind::Read }).await?;
        Ok(Box::new(own_account::Own::open(transaction, self.jobs.clone(), caller, at).await?))
    }
}

async fn insert(transaction: &mut Transaction, session: &Session, refresh_token: SecretDigest) -> Result<()> {
    let sql = "insert into session
            (id, user_id, organisation_id, refresh_generation, created_at, used_at, expires_at)
        values ($1, $2, $3, 1, $4, $5, $6)";
    let values = [
        session.id.0.into(),
        session.user_id.0.into(),
        session.organisation_id.map(|id| id.0).into(),
        session.created_at.into(),
        session.used_at.into(),
        session.expires_at.into(),
    ];
    transaction.run(sql, values).await?;
    refresh_tokens::insert(transaction, session.id, refresh_token, 1).await
}

const MEMBERSHIPS: &str = "select organisation_id, name, admin, coach, client, client_id from own_membership
    where user_id = $1 and status = 'active' order by organisation_id";

/// The user's memberships of active organisations. On PostgreSQL the view shows those of `app.self_id`.
async fn memberships(transaction: &mut Transaction, user: UserId) -> Result<Vec<Membership>> {
    transaction.set("select set_config('app.self_id', $1, true)", user.0.to_string());
    let rows: Vec<MembershipRow> = transaction.rows(MEMBERSHIPS, [user.0.into()]).await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

fn digest(digest: SecretDigest) -> Value {
    digest.0.to_vec().into()
}
