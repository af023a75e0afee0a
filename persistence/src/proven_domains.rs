//! The proven domains of all organisations, for the daily check.

use crate::engine::rows;
use crate::queue;
use crate::repository::domain;
use crate::store::Database;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::jobs::NewJob;
use domain::log_in_domains::{LogInDomain, ProvenDomains};
use domain::members::TOLD_ADMINISTRATORS;
use domain::ports::TransactionKind;
use domain::{Error, OrganisationId, Result, UserId};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Proven {
        organisation_id: Uuid,
        id: Uuid,
        domain: String,
        challenge: String,
        verified_at: Option<DateTime<Utc>>,
        missing_since: Option<DateTime<Utc>>,
        created_at: DateTime<Utc>,
    }
}

rows! {
    struct Administrator {
        user_id: Uuid,
    }
}

#[async_trait]
impl ProvenDomains for Database {
    async fn unchecked(&self, since: DateTime<Utc>, most: usize) -> Result<Vec<(OrganisationId, LogInDomain)>> {
        let mut transaction = self.begin_system(TransactionKind::Read).await?;
        let sql = "select organisation_id, id, domain, challenge, verified_at, missing_since, created_at
            from log_in_domain where verified_at is not null and (checked_at is null or checked_at < $1)
            order by organisation_id, id limit $2";
        let most: Value = i64::try_from(most).map_err(Error::internal)?.into();
        let rows: Vec<Proven> = transaction.rows(sql, [since.into(), most]).await?;
        transaction.commit().await?;
        let read = |row: Proven| {
            let (id, name) = (row.id.into(), domain(&row.domain)?);
            let (challenge, created_at) = (row.challenge, row.created_at);
            let (verified_at, missing_since) = (row.verified_at, row.missing_since);
            let read = LogInDomain { id, domain: name, challenge, verified_at, missing_since, created_at };
            Ok((row.organisation_id.into(), read))
        };
        rows.into_iter().map(read).collect()
    }

    async fn administrators(&self, organisation: OrganisationId) -> Result<Vec<UserId>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let sql = "select user_id from member where organisation_id = $1 and admin order by id limit $2";
        let most: Value = i64::try_from(TOLD_ADMINISTRATORS).map_err(Error::internal)?.into();
        let rows: Vec<Administrator> = transaction.rows(sql, [organisation.0.into(), most]).await?;
        transaction.commit().await?;
        Ok(rows.into_iter().map(|row| row.user_id.into()).collect())
    }

    async fn record(
        &self,
        organisation: OrganisationId,
        before: &LogInDomain,
        after: Option<&LogInDomain>,
        notices: &[NewJob],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let sql = "update log_in_domain set checked_at = $3 where organisation_id = $1 and id = $2";
        transaction.run_in(organisation, sql, [before.id.0.into(), at.into()]).await?;
        if let Some(after) = after {
            // An administrator may have had it looked for meanwhile.
            let sql = "update log_in_domain set verified_at = $4, missing_since = $5
                where organisation_id = $1 and id = $2 and verified_at = $3";
            let (seen, verified) = (before.verified_at.into(), after.verified_at.into());
            let values = [before.id.0.into(), seen, verified, after.missing_since.into()];
            if transaction.run_in(organisation, sql, values).await? == 1 {
                notices.iter().for_each(|notice| queue::enqueue(&mut transaction, notice));
            }
        }
        transaction.commit().await?;
        self.jobs.notify_one();
        Ok(())
    }
}
