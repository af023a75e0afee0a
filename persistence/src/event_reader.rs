//! Reading events in the order of their commits, each once.

use crate::engine::Row;
use crate::store::Database;
use crate::transaction::Transaction;
use domain::{Result, TransactionKind};
use uuid::Uuid;

/// How many events are read at a time.
const AT_ONCE: i64 = 1_000;

/// Where a reader is in the order of commits.
///
/// On PostgreSQL a transaction and a position in it; positions alone are in the order in which rows were made, and a transaction that
/// commits late would be passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cursor {
    xid: String,
    position: i64,
}

/// Reads events that come from now on.
#[derive(Debug)]
pub struct EventReader {
    database: Database,
    cursor: Cursor,
}

/// What was read of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadEvent {
    /// The organisation.
    pub organisation: Uuid,
    /// The name of the action.
    pub action: String,
    /// The map that changed, if one did.
    pub map: Option<Uuid>,
}

/// Some events, in the order of their commits.
#[derive(Debug)]
pub struct Events {
    /// They.
    pub events: Vec<ReadEvent>,
    /// Whether more are there, or will be when a transaction under way has ended.
    pub more: bool,
}

impl EventReader {
    /// Begins with what is not committed yet.
    ///
    /// # Errors
    /// [`domain::Error::Unavailable`].
    pub async fn from_now(database: Database) -> Result<Self> {
        let mut transaction = database.begin_system(TransactionKind::Read).await?;
        let sql = if transaction.postgres() {
            "select pg_snapshot_xmin(pg_current_snapshot())::text as xid, cast(-1 as bigint) as position"
        } else {
            "select '' as xid, coalesce((select max(position) from event), 0) as position"
        };
        let row: Option<Row> = transaction.row(sql, []).await?;
        transaction.end();
        let row = row.ok_or_else(|| domain::Error::internal("a place that is nowhere"))?;
        Ok(Self { cursor: Cursor { xid: row.get("xid")?, position: row.get("position")? }, database })
    }

    /// The next events.
    ///
    /// # Errors
    /// [`domain::Error::Unavailable`]; the cursor stays where it was.
    pub async fn next(&mut self) -> Result<Events> {
        let mut transaction = self.database.begin_system(TransactionKind::Read).await?;
        let rows = self.rows(&mut transaction).await?;
        let full = i64::try_from(rows.len()).is_ok_and(|read| read >= AT_ONCE);
        let more = full || pending(&mut transaction).await?;
        transaction.end();
        let mut events = Vec::with_capacity(rows.len());
        for row in &rows {
            events.push(ReadEvent {
                organisation: row.get("organisation_id")?,
                action: row.get("action")?,
                map: row.get("map_id")?,
            });
        }
        if let Some(last) = rows.last() {
            self.cursor = Cursor { xid: last.get("xid")?, position: last.get("position")? };
        }
        Ok(Events { events, more })
    }

    /// In one statement with the horizon: between two, a transaction could end, and what it wrote be passed over.
    async fn rows(&self, transaction: &mut Transaction) -> Result<Vec<Row>> {
        let Cursor { xid, position } = self.cursor.clone();
        if transaction.postgres() {
            let sql = "select e.organisation_id, e.action, e.map_id, e.xid::text as xid, e.position from event e
                where (e.xid, e.position) > ($1::text::xid8, $2) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by e.xid, e.position limit $3";
            transaction.rows(sql, [xid.into(), position.into(), AT_ONCE.into()]).await
        } else {
            let sql = "select e.organisation_id, e.action, e.map_id, '' as xid, e.position from event e
                where e.position > $1 order by e.position limit $2";
            transaction.rows(sql, [position.into(), AT_ONCE.into()]).await
        }
    }
}

/// Whether there are events that cannot be read yet, since a transaction that began before them is under way.
async fn pending(transaction: &mut Transaction) -> Result<bool> {
    if !transaction.postgres() {
        return Ok(false);
    }
    let sql = "select 1 from event e where e.xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1";
    Ok(!transaction.rows::<Row>(sql, []).await?.is_empty())
}
