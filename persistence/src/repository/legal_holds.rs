use super::convert::{named, named_user, text};
use crate::encryption::{ClientKey, Content};
use crate::engine::rows;
use crate::entity::legal_hold;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::legal_holds::{LegalHold, LegalHolds};
use domain::{ClientId, LegalHoldId, Page, PageRequest, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is encrypted of a hold.
#[derive(Serialize, Deserialize)]
struct Said {
    reason: String,
}

impl Content for Said {
    const TABLE: &'static str = "legal_hold";
}

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        sealed: Vec<u8>,
        until: DateTime<Utc>,
        placed_by: Uuid,
        placed_by_name: Option<String>,
        placed_at: DateTime<Utc>,
        released_by: Option<Uuid>,
        released_by_name: Option<String>,
        released_at: Option<DateTime<Utc>>,
    }

    /// A hold in force.
    pub(crate) struct InForce {
        pub(crate) until: DateTime<Utc>,
    }
}

/// The holds with the names of those who placed and released them.
const HOLDS: &str = "select k.id, k.client_id, k.sealed, k.until, k.placed_by, p.name as placed_by_name, k.placed_at,
        k.released_by, r.name as released_by_name, k.released_at
    from legal_hold k left join user_account p on p.id = k.placed_by left join user_account r on r.id = k.released_by
    where k.organisation_id = $1";

/// The holds on the client `$2` that are in force at `$3`, the longest first.
pub(crate) const IN_FORCE: &str = "select until from legal_hold
    where organisation_id = $1 and client_id = $2 and released_at is null and until > $3 order by until desc limit 1";

#[async_trait]
impl LegalHolds for Unit {
    async fn get(&mut self, id: &Granted<LegalHoldId>) -> Result<Option<LegalHold>> {
        let row: Option<Row> = self.row(format!("{HOLDS} and k.id = $2"), [id.id().0.into()]).await?;
        let Some(row) = row else { return Ok(None) };
        hold(&self.key_of(id.client().id()).await?, row).map(Some)
    }

    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<LegalHold>> {
        let sql = format!("{HOLDS} and k.client_id = $2");
        let key = self.key_of(client.id()).await?;
        self.page_by_hand(&sql, "k.id", [client.id().0.into()], page, |row| hold(&key, row)).await
    }

    async fn is_held(&mut self, client: &Granted<ClientId>, at: DateTime<Utc>) -> Result<bool> {
        let row: Option<InForce> = self.row(IN_FORCE, [client.id().0.into(), at.into()]).await?;
        Ok(row.is_some())
    }

    async fn add(&mut self, client: &Granted<ClientId>, hold: &LegalHold) -> Result<()> {
        let key = self.key_of(client.id()).await?;
        let row = legal_hold::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(hold.id.0),
            client_id: Set(client.id().0),
            sealed: Set(key.seal(hold.id.0, &Said { reason: hold.reason.as_str().to_owned() })?),
            until: Set(hold.until),
            placed_by: Set(hold.placed_by.id.0),
            placed_at: Set(hold.placed_at),
            released_by: Set(None),
            released_at: Set(None),
        };
        self.insert_row(row);
        Ok(())
    }

    async fn release(&mut self, id: &Granted<LegalHoldId>, hold: &LegalHold) -> Result<()> {
        let changes = legal_hold::ActiveModel {
            released_at: Set(hold.released_at),
            released_by: Set(hold.released_by.as_ref().map(|by| by.id.0)),
            ..Default::default()
        };
        let update = self.update::<legal_hold::Entity>().set(changes).filter(legal_hold::Column::Id.eq(id.id().0));
        self.change(&update.filter(legal_hold::Column::ReleasedAt.is_null()));
        Ok(())
    }
}

fn hold(key: &ClientKey, row: Row) -> Result<LegalHold> {
    let Said { reason } = key.open(row.id, &row.sealed)?;
    Ok(LegalHold {
        id: row.id.into(),
        client_id: row.client_id.into(),
        reason: text(reason)?,
        until: row.until,
        placed_by: named_user(row.placed_by, row.placed_by_name)?,
        placed_at: row.placed_at,
        released_at: row.released_at,
        released_by: named(row.released_by, row.released_by_name)?,
    })
}
