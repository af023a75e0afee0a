//! Reading events in the order of their commits, each once.

use crate::engine::Row;
use crate::store::Database;
use crate::transaction::Transaction;
use domain::events::Cursor;
use domain::ports::TransactionKind;
use domain::{ClientId, MapId, OrganisationId, Result};
use uuid::Uuid;

/// How many events are read at a time.
const AT_ONCE: i64 = 1_000;

/// Reads events that come from now on.
///
/// On PostgreSQL its cursor is a transaction and a position in it: positions alone are in the order in which rows were made, and a
/// transaction that commits late would be passed over.
#[derive(Debug)]
pub struct EventReader {
    database: Database,
    cursor: Cursor,
}

/// What was read of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadEvent {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The name of the action.
    pub action: String,
    /// The client it was about, if it was about one.
    pub client: Option<ClientId>,
    /// The map that it was about or that changed, if there is one.
    pub map: Option<MapId>,
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
            "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid, cast(0 as bigint) as position"
        } else {
            "select 0 as xid, coalesce((select max(position) from event), 0) as position"
        };
        let row: Option<Row> = transaction.row(sql, []).await?;
        transaction.end();
        let row = row.ok_or_else(|| domain::Error::internal("a place that is nowhere"))?;
        Ok(Self { cursor: cursor(&row)?, database })
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

    /// In one statement with the horizon: between two, a transaction could end, and what it wrote be passed over.
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

/// The place of an event, or of what is not committed yet.
pub(crate) fn cursor(row: &Row) -> Result<Cursor> {
    Ok(Cursor { transaction: row.get("xid")?, position: row.get("position")? })
}

/// Whether there are events that cannot be read yet, since a transaction that began before them is under way.
async fn pending(transaction: &mut Transaction) -> Result<bool> {
    if !transaction.postgres() {
        return Ok(false);
    }
    let sql = "select 1 from event e where e.xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1";
    Ok(!transaction.rows::<Row>(sql, []).await?.is_empty())
}
