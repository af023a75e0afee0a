//! The caller's own account and sessions.

use super::owing::complete;
use super::rows::{AccountRow, IdRow, SessionRow};
use super::{ACCOUNT, SESSIONS, identities, recovery, refresh_tokens, second_factors, see_own, set_password};
use crate::authentication::{proven, refuse_standby, standby};
use crate::dialect::for_update;
use crate::engine::{Ask, FromRow, Row, rows};
use crate::pages::{keyset_sql, page_of};
use crate::queue::enqueue_for_platform;
use crate::repository::word;
use crate::transaction::{Queries, Transaction, unexpected};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::SessionConfirmation;
use domain::accounts::{Account, Membership, NewEmail, Profile};
use domain::audit::OwedLine;
use domain::identities::{NewIdentity, OwnIdentity};
use domain::jobs::NewJob;
use domain::ports::{OwnAccount, UncheckedAccount};
use domain::second_factors::{NewSecondFactor, SecondFactor, StoredSecret};
use domain::sessions::{Factor, Factors, Session};
use domain::{
    Caller, Error, IdentityId, OrganisationId, Page, PageRequest, Result, SecondFactorId, SecretDigest, SessionId,
    UserId, Version,
};
use std::sync::Arc;
use tokio::sync::Notify;
use uuid::Uuid;

/// A transaction on the caller's own account and sessions.
pub(super) struct Own {
    pub(super) transaction: Transaction,
    session: SessionId,
    pub(super) user: UserId,
    /// The only organisation of the session, if a provider began it.
    confined_to: Option<OrganisationId>,
    /// The line that completes it, if it may change something.
    line: Option<OwedLine>,
    jobs: Arc<Notify>,
}

rows! {
    struct HashRow {
        password_hash: String,
    }
}

rows! {
    struct Authenticated {
        standby: bool,
        kind: String,
        confirmed_at: Option<DateTime<Utc>>,
        lacks_factor: bool,
        confined_to: Option<Uuid>,
        own_factors: bool,
    }
}

/// Authenticates the caller and makes the setting that row-level security reads.
pub(super) async fn open(
    mut transaction: Transaction,
    jobs: Arc<Notify>,
    line: Option<OwedLine>,
    caller: &Caller,
    at: DateTime<Utc>,
) -> Result<UncheckedAccount> {
    // The token says who calls; without a live session nothing follows.
    see_own(&mut transaction, caller.user);
    let (standby, proven) = (standby(transaction.backend()), proven());
    let own = Factors::OWN;
    let sql = format!(
        "select {standby}, s.kind, s.confirmed_at, (u.has_second_factor and not {proven}) as lacks_factor, s.confined_to,
            ((s.factors & {own}) <> 0) as own_factors
        from session s join user_account u on u.id = s.user_id
        where s.id = $1 and s.user_id = $2 and s.ended_at is null and s.expires_at > $3 and u.disabled_at is null"
    );
    let values = [caller.session.0.into(), caller.user.0.into(), at.into()];
    let authenticated: Option<Authenticated> = transaction.row(sql, values).await?;
    let authenticated = authenticated.ok_or(Error::Unauthenticated)?;
    refuse_standby(authenticated.standby)?;
    let confirmation = SessionConfirmation::new(word(&authenticated.kind)?, authenticated.confirmed_at, at);
    let confined_to = authenticated.confined_to.map(OrganisationId);
    let only_provider = confined_to.is_some() && !authenticated.own_factors;
    let own = Own { transaction, session: caller.session, user: caller.user, confined_to, line, jobs };
    Ok(UncheckedAccount::new(Box::new(own), confirmation, authenticated.lacks_factor, only_provider))
}

fn own_session() -> String {
    format!("{SESSIONS} where id = $1 and user_id = $2")
}

fn live_sessions(at: &str) -> String {
    format!("{SESSIONS} where user_id = $1 and ended_at is null and expires_at > {at}")
}

#[async_trait]
impl OwnAccount for Own {
    async fn everything(&mut self) -> Result<(Session, Profile)> {
        let user = || [self.user.0.into()];
        let asks = [
            Ask::new(own_session(), [self.session.0.into(), self.user.0.into()]),
            Ask::new(ACCOUNT, user()),
            Ask::new(super::MEMBERSHIPS, user()),
        ];
        let [session, account, memberships] = self.transaction.ask_all(asks).await?;
        let session = session.rows.first().map(SessionRow::from_row).ok_or(Error::Unauthenticated)??;
        let account = account.rows.first().map(AccountRow::from_row).ok_or(Error::Unauthenticated)??;
        let memberships = super::confined(super::read_memberships(&memberships.rows)?, self.confined_to);
        Ok((session.try_into()?, Profile { account: account.try_into()?, memberships }))
    }

    async fn account(&mut self) -> Result<Account> {
        let row: Option<AccountRow> = self.transaction.row(ACCOUNT, [self.user.0.into()]).await?;
        row.ok_or(Error::Unauthenticated)?.try_into()
    }

    async fn update_account(&mut self, account: &Account, seen: Version) -> Result<()> {
        let sql = "update user_account set name = $3, language = $4, version = $5, updated_at = $6
            where id = $1 and version = $2";
        let values = [
            self.user.0.into(),
            seen.into(),
            account.name.as_str().into(),
            account.language.code().into(),
            account.version.into(),
            account.updated_at.into(),
        ];
        let stale = unexpected(Error::Stale(account.version));
        self.transaction.queue(Ask::new(sql, values).expecting(1), Some(stale));
        Ok(())
    }

    async fn password_hash(&mut self) -> Result<String> {
        let sql = "select password_hash from own_password where id = $1";
        let row: Option<HashRow> = self.transaction.row(sql, [self.user.0.into()]).await?;
        Ok(row.ok_or(Error::Unauthenticated)?.password_hash)
    }

    async fn change_password(&mut self, from: &str, to: &str, next: SecretDigest, at: DateTime<Utc>) -> Result<bool> {
        // The version does not change: the password is no member of the resource.
        let lock = for_update(self.transaction.backend());
        let sql = format!("select id from own_password where id = $1 and password_hash = $2 {lock}");
        if self.transaction.row::<IdRow>(sql, [self.user.0.into(), from.into()]).await?.is_none() {
            return Ok(false);
        }
        set_password(&mut self.transaction, self.user, to).await?;
        let sql = "update session set ended_at = $3 where user_id = $1 and id <> $2 and ended_at is null";
        self.transaction.run(sql, [self.user.0.into(), self.session.0.into(), at.into()]).await?;
        recovery::withdraw_requests(&mut self.transaction, self.user).await?;
        refresh_tokens::restart(&mut self.transaction, self.session, next).await?;
        Ok(true)
    }

    async fn memberships(&mut self) -> Result<Vec<Membership>> {
        super::memberships(&mut self.transaction, self.user, self.confined_to).await
    }

    async fn session(&mut self) -> Result<Session> {
        let row: Option<SessionRow> =
            self.transaction.row(own_session(), [self.session.0.into(), self.user.0.into()]).await?;
        row.ok_or(Error::Unauthenticated)?.try_into()
    }

    async fn sessions(&mut self, at: DateTime<Utc>, page: PageRequest) -> Result<Page<Session>> {
        let (sql, more) = keyset_sql(&live_sessions("$2"), "id", 2, page)?;
        let values: Vec<_> = [self.user.0.into(), at.into()].into_iter().chain(more).collect();
        let rows: Vec<Row> = self.transaction.rows(sql, values).await?;
        page_of(rows, page, |row| SessionRow::from_row(row).and_then(TryInto::try_into))
    }

    async fn has_session(&mut self, id: SessionId, at: DateTime<Utc>) -> Result<bool> {
        let sql = format!("{} and id = $3", live_sessions("$2"));
        let row: Option<SessionRow> = self.transaction.row(sql, [self.user.0.into(), at.into(), id.0.into()]).await?;
        Ok(row.is_some())
    }

    async fn end_session(&mut self, id: SessionId, at: DateTime<Utc>) -> Result<bool> {
        let sql = "update session set ended_at = $3
            where id = $1 and user_id = $2 and ended_at is null and expires_at > $3";
        let values = [id.0.into(), self.user.0.into(), at.into()];
        Ok(self.transaction.run(sql, values).await? == 1)
    }

    async fn choose_organisation(&mut self, organisation: OrganisationId) -> Result<bool> {
        let sql = "update session set organisation_id = $3 where id = $1 and user_id = $2
            and (confined_to is null or confined_to = $3) and exists (
            select 1 from own_membership where organisation_id = $3 and user_id = $2 and status = 'active')";
        let values = [self.session.0.into(), self.user.0.into(), organisation.0.into()];
        Ok(self.transaction.run(sql, values).await? == 1)
    }

    async fn confirm_session(&mut self, factor: Factor, at: DateTime<Utc>) -> Result<()> {
        let sql = "update session set factors = factors | $3, confirmed_at = $4 where id = $1 and user_id = $2";
        let bits = Factors::default().and(factor).bits();
        let values = [self.session.0.into(), self.user.0.into(), bits.into(), at.into()];
        self.transaction.run(sql, values).await.map(drop)
    }

    async fn second_factors(&mut self) -> Result<Vec<SecondFactor>> {
        second_factors::list(&mut self.transaction, self.user).await
    }

    async fn account_and_second_factors(&mut self) -> Result<(Account, Vec<SecondFactor>)> {
        second_factors::account_and_list(&mut self.transaction, self.user, self.session).await
    }

    async fn totp_secrets(&mut self) -> Result<Vec<StoredSecret>> {
        second_factors::secrets(&mut self.transaction, self.user).await
    }

    async fn add_second_factor(&mut self, new: &NewSecondFactor) -> Result<()> {
        second_factors::add(&mut self.transaction, self.user, new);
        Ok(())
    }

    async fn confirm_second_factor(&mut self, id: SecondFactorId, step: i64, at: DateTime<Utc>) -> Result<()> {
        second_factors::confirm(&mut self.transaction, self.user, id, step, at).await
    }

    async fn use_step(&mut self, id: SecondFactorId, step: i64, at: DateTime<Utc>) -> Result<bool> {
        second_factors::use_step(&mut self.transaction, self.user, id, step, at).await
    }

    async fn remove_second_factor(&mut self, id: SecondFactorId) -> Result<bool> {
        second_factors::remove(&mut self.transaction, self.user, id).await
    }

    async fn replace_recovery_codes(&mut self, digests: &[SecretDigest]) -> Result<()> {
        second_factors::replace_recovery_codes(&mut self.transaction, self.user, digests);
        Ok(())
    }

    async fn use_recovery_code(&mut self, digest: SecretDigest) -> Result<bool> {
        second_factors::use_recovery_code(&mut self.transaction, self.user, digest).await
    }

    async fn recovery_codes_left(&mut self) -> Result<u32> {
        second_factors::recovery_codes_left(&mut self.transaction, self.user).await
    }

    async fn identities(&mut self) -> Result<Vec<OwnIdentity>> {
        identities::list_own(&mut self.transaction, self.user).await
    }

    async fn link_identity(&mut self, new: &NewIdentity) -> Result<bool> {
        identities::link_own(&mut self.transaction, self.user, new).await
    }

    async fn unlink_identity(&mut self, id: IdentityId, at: DateTime<Utc>) -> Result<Option<OrganisationId>> {
        identities::unlink_own(&mut self.transaction, self.user, id, at).await
    }

    async fn request_email(&mut self, new: &NewEmail, job: &NewJob) -> Result<()> {
        recovery::store_email_change(&mut self.transaction, self.user, new).await?;
        self.tell(Some(job.clone())).await
    }

    async fn tell(&mut self, notice: Option<NewJob>) -> Result<()> {
        if let Some(notice) = notice {
            enqueue_for_platform(&mut self.transaction, &notice);
        }
        Ok(())
    }

    async fn delete(&mut self) -> Result<bool> {
        super::delete_unused(&mut self.transaction, self.user).await
    }

    async fn commit(self: Box<Self>) -> Result<()> {
        match &self.line {
            Some(line) => complete(self.transaction, line, &self.jobs).await,
            None => self.transaction.commit().await,
        }
    }

    async fn commit_before_refusal(self: Box<Self>) -> Result<()> {
        self.transaction.commit().await
    }
}
