use super::id_list::json;
use crate::dialect::for_update;
use crate::engine::rows;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::erasure_requests::ErasureRequest;
use domain::retention::{Due, Retention};
use domain::{Error, Result};
use sea_orm::{DatabaseBackend, Value};
use serde::Serialize;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        user_id: Option<Uuid>,
        changed_at: DateTime<Utc>,
    }
}

/// Where a record has the instants of its changes, beside the client. What is on a map changes its map.
const CHANGES: [(&str, &str); 7] = [
    ("person", "updated_at"),
    ("map", "updated_at"),
    ("reflection", "updated_at"),
    ("card", "created_at"),
    ("coach_note", "updated_at"),
    ("consent", "recorded_at"),
    ("consent", "withdrawn_at"),
];

/// The condition that nothing in the record of the client `c` changed since `$2`, that no coach has worked with them since, and that
/// the record is not restricted.
pub(crate) fn unchanged() -> String {
    let unchanged = CHANGES.map(|(table, column)| {
        format!(
            "and not exists (select 1 from {table} x where x.organisation_id = $1 and x.client_id = c.id and x.{column} >= $2)"
        )
    });
    format!(
        "not c.restricted and c.updated_at < $2 and not exists (select 1 from assignment x
            where x.organisation_id = $1 and x.client_id = c.id and (x.ends_at is null or x.ends_at >= $2)) {}",
        unchanged.join(" ")
    )
}

/// The last change of the record of the client `c`.
fn changed_at(backend: DatabaseBackend) -> String {
    let greatest = if backend == DatabaseBackend::Sqlite { "max" } else { "greatest" };
    let changes = CHANGES.into_iter().chain([("assignment", "ends_at")]).map(|(table, column)| {
        format!(
            "coalesce((select max(x.{column}) from {table} x where x.organisation_id = $1 and x.client_id = c.id), c.updated_at)"
        )
    });
    format!("{greatest}(c.updated_at, {})", changes.collect::<Vec<_>>().join(", "))
}

/// An erasure as a member of a JSON array, so that one statement adds any number.
#[derive(Serialize)]
struct Listed {
    id: Uuid,
    client: Uuid,
}

/// The rows of the list in `$2`.
fn listed(backend: DatabaseBackend) -> &'static str {
    if backend == DatabaseBackend::Sqlite {
        "(select unhex(value ->> 'id', '-') as id, unhex(value ->> 'client', '-') as client from json_each($2))"
    } else {
        "(select id, client from json_to_recordset($2::json) as r (id uuid, client uuid))"
    }
}

#[async_trait]
impl Retention for Unit {
    async fn due(&mut self, before: DateTime<Utc>, at: DateTime<Utc>, most: usize, lock: bool) -> Result<Vec<Due>> {
        let backend = self.backend();
        let sql = format!(
            "select c.id, case when c.login_confirmed then c.user_id end as user_id, {} as changed_at
            from client c where c.organisation_id = $1 and {}
                and not exists (select 1 from erasure_request x where x.organisation_id = $1 and x.client_id = c.id
                    and x.withdrawn_at is null and x.refused_at is null)
                and not exists (select 1 from legal_hold x where x.organisation_id = $1 and x.client_id = c.id
                    and x.released_at is null and x.until > $3)
            order by c.id limit $4 {}",
            changed_at(backend),
            unchanged(),
            if lock { for_update(backend) } else { "" }
        );
        let most = i64::try_from(most).map_err(Error::internal)?;
        let rows: Vec<Row> = self.rows(sql, [before.into(), at.into(), most.into()]).await?;
        let due = |row: Row| Due {
            client_id: row.id.into(),
            user_id: row.user_id.map(Into::into),
            changed_at: row.changed_at,
        };
        Ok(rows.into_iter().map(due).collect())
    }

    async fn add_all(&mut self, erasures: &[ErasureRequest]) -> Result<()> {
        let Some(shared) = erasures.first() else { return Ok(()) };
        let (by, at) = shared.cause.recorded();
        let rows: Vec<_> =
            erasures.iter().map(|erasure| Listed { id: erasure.id.0, client: erasure.client_id.0 }).collect();
        let sql = format!(
            "insert into erasure_request (organisation_id, id, client_id, basis, recorded_by, recorded_at, erases_at)
            select $1, new.id, new.client, $3, $4, $5, $6 from {} new",
            listed(self.backend())
        );
        let values: [Value; 5] = [
            json(&rows)?.into(),
            shared.cause.basis().code().into(),
            by.id.0.into(),
            at.into(),
            shared.erases_at.into(),
        ];
        let ask = self.statement(sql, values).expecting(erasures.len() as u64);
        self.queue(ask, None);
        Ok(())
    }
}
