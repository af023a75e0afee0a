//! Seals, heads and lines from their rows.

use crate::engine::Row;
use domain::access_log::seals::{Head, LogHash, LogId, LogRecord, Position, ReadRecord, Seal};
use domain::{Error, Result};
use uuid::Uuid;

pub(crate) fn hash(bytes: Vec<u8>) -> Result<LogHash> {
    bytes.try_into().map(LogHash).map_err(|_| Error::internal("a hash of the access log has not 32 bytes"))
}

fn position(row: &Row, [epoch, commit, id]: [&str; 3]) -> Result<Position> {
    Ok(Position { epoch: row.get(epoch)?, commit: row.get(commit)?, id: row.get(id)? })
}

const FIRST: [&str; 3] = ["first_epoch", "first_commit", "first_id"];
const LAST: [&str; 3] = ["last_epoch", "last_commit", "last_id"];

pub(super) fn seal(row: &Row) -> Result<Seal> {
    Ok(Seal {
        organisation: row.get::<Uuid>("organisation_id")?.into(),
        number: row.get("number")?,
        head: row.get("head")?,
        first: position(row, FIRST)?,
        last: position(row, LAST)?,
        lines: row.get("lines")?,
        root: hash(row.get("root")?)?,
        tags: row.get("tags")?,
        previous: hash(row.get("previous")?)?,
        hash: hash(row.get("hash")?)?,
        sealed_at: row.get("sealed_at")?,
    })
}

pub(super) fn head(row: &Row) -> Result<Head> {
    Ok(Head {
        log: LogId(row.get("log_id")?),
        number: row.get("number")?,
        seals: row.get("seals")?,
        lines: row.get("lines")?,
        last: position(row, LAST)?,
        root: hash(row.get("root")?)?,
        previous: hash(row.get("previous")?)?,
        hash: hash(row.get("hash")?)?,
        signature: row.get("signature")?,
        sealed_at: row.get("sealed_at")?,
    })
}

pub(super) fn record(row: &Row) -> Result<LogRecord> {
    Ok(LogRecord {
        position: position(row, ["epoch", "place", "id"])?,
        organisation: row.get::<Uuid>("organisation_id")?.into(),
        at: row.get("at")?,
        kind: row.get("kind")?,
        operation: row.get("operation")?,
        outcome: row.get("outcome")?,
        user: row.get("user_id")?,
        session: row.get("session_id")?,
        integration: row.get("integration_id")?,
        capacity: row.get("capacity")?,
        basis: row.get("basis")?,
        client: row.get("client_id")?,
        target: row.get("target_id")?,
        request: row.get("request_id")?,
        address: row.get("address")?,
    })
}

/// Also a line with a value that the service would not have written.
pub(super) fn read_record(row: &Row) -> Result<ReadRecord> {
    let id = row.get("id").unwrap_or_default();
    let position = Position { epoch: row.get("epoch")?, commit: row.get("place")?, id };
    let organisation = row.get::<Uuid>("organisation_id").unwrap_or_default().into();
    Ok(ReadRecord { position, organisation, record: record(row).ok() })
}
