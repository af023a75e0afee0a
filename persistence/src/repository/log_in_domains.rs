use super::convert::domain;
use super::identity_providers::Count;
use crate::engine::rows;
use crate::entity::{log_in_domain, organisation};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::log_in_domains::{LogInDomain, LogInDomains};
use domain::{Error, LogInDomainId, Page, PageRequest, Result};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, QuerySelect};
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        domain: String,
        challenge: String,
        verified_at: Option<DateTime<Utc>>,
        missing_since: Option<DateTime<Utc>>,
        created_at: DateTime<Utc>,
    }
}

const DOMAINS: &str = "select id, domain, challenge, verified_at, missing_since, created_at from log_in_domain where organisation_id = $1";

#[async_trait]
impl LogInDomains for Unit {
    async fn get(&mut self, id: LogInDomainId) -> Result<Option<LogInDomain>> {
        let row: Option<Row> = self.row(format!("{DOMAINS} and id = $2"), [id.0.into()]).await?;
        row.map(claimed).transpose()
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<LogInDomain>> {
        self.page_by_hand(DOMAINS, "id", [], page, claimed).await
    }

    async fn count(&mut self) -> Result<usize> {
        let organisation = self.find::<organisation::Entity>().lock(LockType::NoKeyUpdate);
        self.lock(&organisation);
        let sql = "select count(*) as count from log_in_domain where organisation_id = $1";
        let row: Option<Count> = self.row(sql, []).await?;
        usize::try_from(row.map_or(0, |row| row.count)).map_err(Error::internal)
    }

    async fn add(&mut self, domain: &LogInDomain) -> Result<()> {
        let row = log_in_domain::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(domain.id.0),
            domain: Set(domain.domain.as_str().to_owned()),
            challenge: Set(domain.challenge.clone()),
            verified_at: Set(domain.verified_at),
            checked_at: Set(None),
            missing_since: Set(domain.missing_since),
            created_at: Set(domain.created_at),
        };
        self.insert_row(row);
        Ok(())
    }

    async fn set_verified(&mut self, domain: &LogInDomain) -> Result<bool> {
        let sql =
            "update log_in_domain set verified_at = $3, missing_since = $4 where organisation_id = $1 and id = $2";
        let values = [domain.id.0.into(), domain.verified_at.into(), domain.missing_since.into()];
        Ok(self.run(sql, values).await? == 1)
    }

    async fn remove(&mut self, id: LogInDomainId) -> Result<bool> {
        Ok(self.run("delete from log_in_domain where organisation_id = $1 and id = $2", [id.0.into()]).await? == 1)
    }
}

fn claimed(row: Row) -> Result<LogInDomain> {
    Ok(LogInDomain {
        id: row.id.into(),
        domain: domain(&row.domain)?,
        challenge: row.challenge,
        verified_at: row.verified_at,
        missing_since: row.missing_since,
        created_at: row.created_at,
    })
}
