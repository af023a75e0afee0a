use super::access::{Facts, LOG_IN, assigned};
use super::support_types::entry;
use crate::engine::{FromRow, Row};
use crate::entity::support_type;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::helpers::{Helpers, LookUp};
use domain::vocabulary::SupportType;
use domain::{ClientId, Result, UserId};

use std::sync::LazyLock;
use uuid::Uuid;

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
        self.row(SQL.as_str(), values).await
    }
}

impl FromRow for LookUp {
    fn from_row(row: &Row) -> Result<Self> {
        let known: Option<Uuid> = row.get("organisation_id")?;
        let support_type = known.map(|_| row.named::<support_type::Entity>()).transpose()?;
        Ok(Self {
            facts: Facts::from_row(row)?.into(),
            latest: row.get::<Option<Uuid>>("latest")?.map(Into::into),
            latest_open: row.get::<Option<Uuid>>("latest_open")?.map(Into::into),
            support_type: support_type.map(entry).transpose()?,
        })
    }
}
