use super::access::{Facts, LOG_IN, assigned};
use super::support_types::entry;
use crate::entity::support_type;
use crate::error::from_db;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::helpers::{Helpers, LookUp};
use domain::vocabulary::SupportType;
use domain::{ClientId, Result, UserId};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use std::sync::LazyLock;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    facts: Facts,
    latest: Option<Uuid>,
    latest_open: Option<Uuid>,
    #[sea_orm(nested)]
    support_type: Option<support_type::Model>,
}

/// The client's map with somebody on it that was last worked on, of the few maps of a client. Naming the client in the
/// inner condition too would read all of the client's supporters instead.
fn latest(condition: &str) -> String {
    format!(
        "(select m.id from map m
            where m.organisation_id = c.organisation_id and m.client_id = c.id {condition}
            and exists (select 1 from supporter s where s.organisation_id = m.organisation_id and s.map_id = m.id)
            order by m.updated_at desc, m.id desc limit 1)"
    )
}

/// A client is never private; a map may be. The organisation, the client, the coach, the instant and the support type as
/// $1 to $5.
static SQL: LazyLock<String> = LazyLock::new(|| {
    let assigned = assigned("c.organisation_id", "c.id", "$3", "$4");
    let (latest, latest_open) = (latest(""), latest("and not m.private"));
    format!(
        "select t.*, c.id as client_id, {LOG_IN}, 1 = 0 as private, {assigned} as assigned, {latest} as latest,
            {latest_open} as latest_open
        from client c left join support_type t on t.organisation_id = c.organisation_id and t.code = $5
        where c.organisation_id = $1 and c.id = $2"
    )
});

#[async_trait]
impl Helpers for Unit {
    async fn look_up(
        &mut self,
        client: ClientId,
        support_type: &SupportType,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<Option<LookUp>> {
        let code = support_type.code();
        let values = [self.organisation().0.into(), client.0.into(), user.0.into(), at.into(), code.into()];
        let row = self.db().query_one_raw(Statement::from_sql_and_values(self.backend(), SQL.as_str(), values)).await;
        let row = row.map_err(from_db)?.map(|row| Row::from_query_result(&row, "")).transpose().map_err(from_db)?;
        row.map(look_up).transpose()
    }
}

fn look_up(row: Row) -> Result<LookUp> {
    Ok(LookUp {
        facts: row.facts.into(),
        latest: row.latest.map(Into::into),
        latest_open: row.latest_open.map(Into::into),
        support_type: row.support_type.map(entry).transpose()?,
    })
}
