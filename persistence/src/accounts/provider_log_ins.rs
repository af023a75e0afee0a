//! Log-ins at identity providers, before anybody is logged in. A provider is found by its own id, which a log-in names.

use super::{OwingDatabase, digest};
use crate::engine::rows;
use crate::entity::identity_provider;
use crate::queue::tell;
use crate::repository::{provider, text};
use crate::scoped::{self, by_hand};
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use domain::accounts::{Account, Domain};
use domain::ports::TransactionKind;
use domain::provider_log_ins::{
    Asserted, LogInState, LogOutToken, OfferedProvider, ProviderLogIns, StoredProvider, TakenState,
};
use domain::{Conflict, Error, IdentityId, IdentityProviderId, MemberId, OrganisationId, Result, SecretDigest, UserId};
use sea_orm::{ColumnTrait, QueryFilter};
use uuid::Uuid;

/// Maximum number of providers that are offered for one domain.
const OFFERED: i64 = 50;

rows! {
    struct Owner {
        organisation_id: Uuid,
    }
}

rows! {
    struct Active {
        id: Uuid,
    }
}

rows! {
    struct Offered {
        id: Uuid,
        name: String,
        organisation: String,
    }
}

rows! {
    struct Taken {
        user_id: Option<Uuid>,
        sealed: Vec<u8>,
    }
}

rows! {
    struct Known {
        id: Uuid,
        user_id: Uuid,
    }
}

#[async_trait]
impl ProviderLogIns for OwingDatabase {
    async fn provider(&self, id: IdentityProviderId) -> Result<Option<StoredProvider>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.set("select set_config('app.provider_id', $1, true)", id.to_string());
        let sql = "select organisation_id from identity_provider where id = $1 and enabled";
        let owner: Option<Owner> = transaction.row(sql, [id.0.into()]).await?;
        let Some(owner) = owner else { return Ok(None) };
        let organisation = OrganisationId(owner.organisation_id);
        transaction.enter(Some(organisation));
        let sql = "select id from organisation where id = $1 and status = 'active'";
        let active: Option<Active> = transaction.row(sql, [owner.organisation_id.into()]).await?;
        let query = scoped::find::<identity_provider::Entity>(organisation)
            .filter(identity_provider::Column::Id.eq(id.0))
            .filter(identity_provider::Column::Enabled.eq(true));
        let found = transaction.find_one(query).await?;
        transaction.commit().await?;
        let stored = |row: identity_provider::Model| {
            let credential = row.client_secret.clone();
            Ok(StoredProvider { organisation, provider: provider(row)?, credential })
        };
        found.filter(|_| active.is_some_and(|active| active.id == organisation.0)).map(stored).transpose()
    }

    async fn offered(&self, domain: &Domain) -> Result<Vec<OfferedProvider>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.set("select set_config('app.log_in_domain', $1, true)", domain.as_str().to_owned());
        let sql = "select id, name, organisation from offered_provider where domain = $1 order by id limit $2";
        let rows: Vec<Offered> = transaction.rows(sql, [domain.as_str().into(), OFFERED.into()]).await?;
        transaction.commit().await?;
        let offered = |row: Offered| {
            let (name, organisation) = (text(row.name)?, text(row.organisation)?);
            Ok(OfferedProvider { id: row.id.into(), name, organisation })
        };
        rows.into_iter().map(offered).collect()
    }

    async fn add_state(&self, state: &LogInState) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(state.organisation));
        let sql = "insert into provider_log_in
                (organisation_id, state_hash, provider_id, browser_hash, user_id, sealed, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7)";
        let values = [
            digest(state.state),
            state.provider.0.into(),
            digest(state.browser),
            state.user.map(|user| user.0).into(),
            state.sealed.clone().into(),
            state.expires_at.into(),
        ];
        transaction.run_in(state.organisation, sql, values).await?;
        self.complete(transaction).await
    }

    async fn take_state(
        &self,
        stored: &StoredProvider,
        state: SecretDigest,
        browser: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<TakenState>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(stored.organisation));
        let sql = "delete from provider_log_in where organisation_id = $1 and state_hash = $2 and browser_hash = $3
                and provider_id = $4 and expires_at > $5
            returning user_id, sealed";
        let values = [digest(state), digest(browser), stored.provider.id.0.into(), at.into()];
        let (sql, values) = by_hand(stored.organisation, sql.into(), values);
        let taken: Option<Taken> = transaction.row(sql, values).await?;
        transaction.commit().await?;
        Ok(taken.map(|taken| TakenState { user: taken.user_id.map(Into::into), sealed: taken.sealed }))
    }

    async fn find_or_link(&self, asserted: &Asserted<'_>) -> Result<Option<(UserId, IdentityId)>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(asserted.stored.organisation));
        let sql = "update provider_identity set used_at = $4
            where organisation_id = $1 and provider_id = $2 and subject = $3 returning id, user_id";
        let known = [asserted.stored.provider.id.0.into(), asserted.claims.subject.as_str().into(), asserted.at.into()];
        let (sql, values) = by_hand(asserted.stored.organisation, sql.into(), known);
        let mut known: Option<Known> = transaction.row(sql, values).await?;
        if known.is_none() {
            known = link(&mut transaction, asserted).await?;
            if let Some(linked) = &known {
                tell(&mut transaction, asserted.notice.as_ref(), linked.user_id.into());
            }
        }
        transaction.commit().await?;
        self.jobs.notify_one();
        Ok(known.map(|known| (known.user_id.into(), known.id.into())))
    }

    async fn make_coach(
        &self,
        asserted: &Asserted<'_>,
        account: &Account,
        hash: &str,
        member: MemberId,
    ) -> Result<bool> {
        let organisation = asserted.stored.organisation;
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        match transaction.add_user(account, hash, Some(organisation.0), None).await {
            Ok(()) => {}
            Err(Error::Conflict(Conflict::EmailTaken)) => return Ok(false),
            Err(other) => return Err(other),
        }
        // Of a domain that is not proven there is no row, and nothing is committed.
        let sql = "insert into member
                (organisation_id, id, user_id, admin, coach, client, version, created_at, updated_at)
            select organisation_id, $3, $4, $5, $6, $5, 1, $7, $7 from log_in_domain
            where organisation_id = $1 and domain = $2 and verified_at is not null";
        let values = [
            account.email.domain().as_str().into(),
            member.0.into(),
            account.id.0.into(),
            false.into(),
            true.into(),
            asserted.at.into(),
        ];
        if transaction.run_in(organisation, sql, values).await? == 0 {
            return Ok(false);
        }
        let sql = "insert into provider_identity
                (organisation_id, id, provider_id, user_id, subject, created_at, used_at)
            values ($1, $2, $3, $4, $5, $6, $6)";
        let values = [
            asserted.identity.0.into(),
            asserted.stored.provider.id.0.into(),
            account.id.0.into(),
            asserted.claims.subject.as_str().into(),
            asserted.at.into(),
        ];
        transaction.run_in(organisation, sql, values).await?;
        tell(&mut transaction, asserted.notice.as_ref(), account.id);
        transaction.commit().await?;
        self.jobs.notify_one();
        Ok(true)
    }

    async fn end_sessions_of(
        &self,
        organisation: OrganisationId,
        provider: IdentityProviderId,
        token: &LogOutToken,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        // Another process's clock may be behind.
        let forgotten = at - Duration::minutes(1);
        let sql = "delete from log_out_token
            where organisation_id = $1 and provider_id = $2 and remember_until < $3";
        transaction.run_in(organisation, sql, [provider.0.into(), forgotten.into()]).await?;
        let sql = "insert into log_out_token (organisation_id, provider_id, hash, remember_until)
            select organisation_id, id, $3, $4 from identity_provider where organisation_id = $1 and id = $2
            on conflict (organisation_id, provider_id, hash) do nothing";
        let values = [provider.0.into(), token.id.to_vec().into(), token.remember_until.into()];
        if transaction.run_in(organisation, sql, values).await? == 0 {
            return Ok(false);
        }
        let sql = "update session set ended_at = $5 where confined_to = $1 and ended_at is null
            and ($4 is null or provider_session = $4)
            and identity_id in (select i.id from provider_identity i
                where i.organisation_id = $1 and i.provider_id = $2 and ($3 is null or i.subject = $3))";
        let values = [provider.0.into(), token.subject.clone().into(), token.session.clone().into(), at.into()];
        transaction.run_in(organisation, sql, values).await?;
        self.complete(transaction).await?;
        Ok(true)
    }
}

/// Links the identity to the member on the staff with its verified address, if the organisation has proven the domain.
///
/// One statement, so that what it reads holds when the row is there. A user has one identity at a provider: another `sub`
/// with the same address is not linked.
async fn link(transaction: &mut Transaction, asserted: &Asserted<'_>) -> Result<Option<Known>> {
    let Some(email) = asserted.email else { return Ok(None) };
    let sql = "insert into provider_identity (organisation_id, id, provider_id, user_id, subject, created_at, used_at)
        select m.organisation_id, $2, $3, u.id, $4, $5, $5 from member m join user_account u on u.id = m.user_id
        where m.organisation_id = $1 and u.email = $6 and u.email_confirmed_at is not null and u.disabled_at is null
            and (m.admin or m.coach) and exists (
                select 1 from log_in_domain d
                where d.organisation_id = m.organisation_id and d.domain = $7 and d.verified_at is not null)
        on conflict do nothing returning id, user_id";
    let values = [
        asserted.identity.0.into(),
        asserted.stored.provider.id.0.into(),
        asserted.claims.subject.as_str().into(),
        asserted.at.into(),
        email.as_str().into(),
        email.domain().as_str().into(),
    ];
    let (sql, values) = by_hand(asserted.stored.organisation, sql.into(), values);
    transaction.row(sql, values).await
}
