//! Reads events in the order of their commits, each once.

use crate::engine::Row;
use crate::store::Database;
use crate::transaction::Transaction;
use domain::events::Cursor;
use domain::ports::TransactionKind;
use domain::{ClientId, MapId, OrganisationId, Result};
use uuid::Uuid;

/// The maximum of events read at a time.
const AT_ONCE: i64 = 1_000;

/// Reads new events.
///
/// On PostgreSQL the cursor is a transaction and a position in it: positions alone are in the order of inserts, so that a
/// reader would skip a transaction that commits late.
#[derive(Debug)]
pub struct EventReader {
    database: Database,
    cursor: Cursor,
}

/// An event that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadEvent {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The name of the action.
    pub action: String,
    /// The client that it is about, if any.
    pub client: Option<ClientId>,
    /// The map that it is about or that changed, if any.
    pub map: Option<MapId>,
}

/// A batch of events.
#[derive(Debug)]
pub struct Events {
    /// The events, in the order of their commits.
    pub events: Vec<ReadEvent>,
    /// Whether there are more, or will be once a running transaction ends.
    pub more: bool,
}

impl EventReader {
    /// A reader that begins with the first event not committed yet.
    ///
    /// # Errors
    /// [`domain::Error::Unavailable`].
    pub async fn from_now(database: Database) -> Result<Self> {
        let mut transaction = database.begin_system(TransactionKind::Read).await?;
        let sql = if transaction.postgres() {
            "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid, cast(0 as bigint) as position"
        } else {
            "select 0 as xid, coalesce((select max(position) from event), 0) as position"
        };
        let row: Option<Row> = transaction.row(sql, []).await?;
        transaction.end();
        let row = row.ok_or_else(|| domain::Error::internal("a cursor query returned no row"))?;
        Ok(Self { cursor: cursor(&row)?, database })
    }

    /// Reads the next events.
    ///
    /// # Errors
    /// [`domain::Error::Unavailable`]; the cursor does not move then.
    pub async fn next(&mut self) -> Result<Events> {
        let mut transaction = self.database.begin_system(TransactionKind::Read).await?;
        let rows = self.rows(&mut transaction).await?;
        let full = i64::try_from(rows.len()).is_ok_and(|read| read >= AT_ONCE);
        let more = full || pending(&mut transaction).await?;
        transaction.end();
        let mut events = Vec::with_capacity(rows.len());
        for row in &rows {
            events.push(ReadEvent {
                organisation: row.get::<Uuid>("organisation_id")?.into(),
                action: row.get("action")?,
                client: row.get::<Option<Uuid>>("client_id")?.map(Into::into),
                map: row.get::<Option<Uuid>>("map_id")?.map(Into::into),
            });
        }
        if let Some(last) = rows.last() {
            self.cursor = cursor(last)?;
        }
        Ok(Events { events, more })
    }

    /// Reads the horizon in the same statement: between two statements a transaction could end, and its events be skipped.
    async fn rows(&self, transaction: &mut Transaction) -> Result<Vec<Row>> {
        let Cursor { transaction: xid, position } = self.cursor;
        if transaction.postgres() {
            let sql = "select e.organisation_id, e.action, e.client_id, e.map_id, e.xid::text::bigint as xid, e.position from event e
                where (e.xid, e.position) > ($1::bigint::text::xid8, $2) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by e.xid, e.position limit $3";
            transaction.rows(sql, [xid.into(), position.into(), AT_ONCE.into()]).await
        } else {
            let sql = "select e.organisation_id, e.action, e.client_id, e.map_id, 0 as xid, e.position from event e
                where e.position > $1 order by e.position limit $2";
            transaction.rows(sql, [position.into(), AT_ONCE.into()]).await
        }
    }
}

/// The cursor in the columns `xid` and `position`.
pub(crate) fn cursor(row: &Row) -> Result<Cursor> {
    Ok(Cursor { transaction: row.get("xid")?, position: row.get("position")? })
}

/// Whether there are events that cannot be read yet because an older transaction is running.
async fn pending(transaction: &mut Transaction) -> Result<bool> {
    if !transaction.postgres() {
        return Ok(false);
    }
    let sql = "select 1 from event e where e.xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1";
    Ok(!transaction.rows::<Row>(sql, []).await?.is_empty())
}
