//! Refresh tokens: a family per session, one of which is current.

use super::rows::SessionRow;
use super::{SESSIONS, digest};
use crate::engine::rows;
use crate::repository::word;
use crate::transaction::Transaction;
use chrono::{DateTime, Utc};
use domain::sessions::{REPEATED_FOR, Rotated, Rotation, Session, SessionKind};
use domain::{Result, SecretDigest, SessionId};
use uuid::Uuid;

rows! {
    struct Presented {
        session_id: Uuid,
        kind: String,
        generation: i64,
        retired: bool,
        rotated_at: Option<DateTime<Utc>>,
        successor: Option<Vec<u8>>,
        current: i64,
    }
}

/// How many generations of tokens are remembered, to recognise copies.
const REMEMBERED: i64 = 1000;

/// The state of a presented token of a live session.
enum Standing {
    /// The current token: it is rotated to the next generation.
    Current,
    /// A token that was rotated just now: it gives the same successor.
    Repeated(Vec<u8>),
    /// The previous token of a device, while the current one is unused: its answer was lost, and the current one is replaced.
    AnswerLost,
    /// A token that was rotated before: a copy.
    Copied,
}

impl Presented {
    fn standing(self, at: DateTime<Utc>) -> Result<Standing> {
        let is_recent = self.rotated_at.is_some_and(|rotated_at| at - rotated_at <= REPEATED_FOR);
        let is_device = word::<SessionKind>(&self.kind)? == SessionKind::Device;
        Ok(match self.successor {
            _ if self.retired => Standing::Copied,
            None if self.generation == self.current => Standing::Current,
            Some(successor) if is_recent => Standing::Repeated(successor),
            Some(_) if is_device && self.generation + 1 == self.current => Standing::AnswerLost,
            Some(_) | None => Standing::Copied,
        })
    }
}

pub(super) async fn rotate(
    transaction: &mut Transaction,
    rotation: &Rotation,
    at: DateTime<Utc>,
) -> Result<Option<Rotated>> {
    let Some(token) = find(transaction, rotation.presented, at).await? else { return Ok(None) };
    let (session, current) = (SessionId(token.session_id), token.current);
    let earlier = match token.standing(at)? {
        Standing::Current => {
            succeed(transaction, session, rotation, current + 1, at).await?;
            None
        }
        Standing::Repeated(successor) => Some(successor),
        Standing::AnswerLost => {
            let sql = "update refresh_token set retired = $3 where session_id = $1 and generation = $2";
            transaction.run(sql, [session.0.into(), current.into(), true.into()]).await?;
            succeed(transaction, session, rotation, current, at).await?;
            None
        }
        Standing::Copied => {
            tracing::warn!(session = %session, "a rotated refresh token was used again; the session ends");
            let sql = "update session set ended_at = $2 where id = $1";
            transaction.run(sql, [session.0.into(), at.into()]).await?;
            return Ok(None);
        }
    };
    let sql = "update session set used_at = $2,
            expires_at = case when kind = 'device' then $3 else expires_at end,
            refresh_generation = (select max(generation) from refresh_token where session_id = $1)
        where id = $1";
    let until = at + SessionKind::Device.lifetime();
    transaction.run(sql, [session.0.into(), at.into(), until.into()]).await?;
    let row: Option<SessionRow> = transaction.row(format!("{SESSIONS} where id = $1"), [session.0.into()]).await?;
    let session = row.map(Session::try_from).transpose()?;
    Ok(session.map(|session| Rotated { session, earlier }))
}

/// Adds the successor of the presented token, which notes it.
async fn succeed(
    transaction: &mut Transaction,
    session: SessionId,
    rotation: &Rotation,
    generation: i64,
    at: DateTime<Utc>,
) -> Result<()> {
    insert(transaction, session, rotation.successor, generation).await?;
    // A device refreshes for years. A token that was forgotten is refused like an unknown one.
    let sql = "delete from refresh_token where session_id = $1 and generation < $2";
    transaction.run(sql, [session.0.into(), (generation - REMEMBERED).into()]).await?;
    let sql = "update refresh_token set rotated_at = $2, successor = $3 where hash = $1";
    let values = [digest(rotation.presented), at.into(), rotation.encrypted.clone().into()];
    transaction.run(sql, values).await.map(drop)
}

/// The token of a live session. Locks the session until the transaction ends, so that requests with the same token run one
/// after the other; SQLite has one writer anyway.
///
/// The token is read in a second statement: a statement that waits for a lock returns what it read before the wait.
async fn find(transaction: &mut Transaction, presented: SecretDigest, at: DateTime<Utc>) -> Result<Option<Presented>> {
    transaction.present(presented);
    if transaction.postgres() {
        let lock = "select s.id from session s
            where s.id = (select session_id from refresh_token where hash = $1) for update";
        transaction.run(lock, [digest(presented)]).await?;
    }
    let sql = "select t.session_id, s.kind, t.generation, t.retired, t.rotated_at, t.successor,
            s.refresh_generation as current
        from refresh_token t join session s on s.id = t.session_id
        where t.hash = $1 and s.ended_at is null and s.expires_at > $2";
    transaction.row(sql, [digest(presented), at.into()]).await
}

/// Starts the family anew with this token. The earlier tokens are unknown from now on, so their use ends no session.
pub(super) async fn restart(transaction: &mut Transaction, session: SessionId, token: SecretDigest) -> Result<()> {
    // Locks the session first, so that the token of a concurrent rotation exists by then and is deleted too.
    transaction.run("update session set refresh_generation = 1 where id = $1", [session.0.into()]).await?;
    transaction.run("delete from refresh_token where session_id = $1", [session.0.into()]).await?;
    insert(transaction, session, token, 1).await
}

/// Adds a token to the family.
pub(super) async fn insert(
    transaction: &mut Transaction,
    session: SessionId,
    token: SecretDigest,
    generation: i64,
) -> Result<()> {
    let sql = "insert into refresh_token (hash, session_id, generation, retired) values ($1, $2, $3, $4)";
    transaction.run(sql, [digest(token), session.0.into(), generation.into(), false.into()]).await?;
    Ok(())
}
