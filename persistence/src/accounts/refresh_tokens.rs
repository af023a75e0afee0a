//! Refresh tokens: a family per session, of which one is current.

use super::digest;
use super::rows::SessionRow;
use crate::engine::rows;
use crate::transaction::Transaction;
use chrono::{DateTime, Utc};
use domain::sessions::Session;
use domain::{Result, SecretDigest, SessionId};
use uuid::Uuid;

rows! {
    struct Presented {
        session_id: Uuid,
        generation: i64,
        retired: bool,
        current: i64,
    }
}

/// What a presented token of a live session is.
enum Standing {
    /// The current one: the next generation follows.
    Current,
    /// The one before, while the current one is unused: its answer got lost, and the current one is replaced.
    AnswerLost,
    /// One that nobody should have any more.
    Copied,
}

impl Presented {
    fn standing(&self) -> Standing {
        if self.retired {
            Standing::Copied
        } else if self.generation == self.current {
            Standing::Current
        } else if self.generation + 1 == self.current {
            Standing::AnswerLost
        } else {
            Standing::Copied
        }
    }
}

pub(super) async fn rotate(
    transaction: &mut Transaction,
    presented: SecretDigest,
    next: SecretDigest,
    at: DateTime<Utc>,
) -> Result<Option<Session>> {
    let Some(token) = find(transaction, presented, at).await? else { return Ok(None) };
    let session = SessionId(token.session_id);
    match token.standing() {
        Standing::Current => insert(transaction, session, next, token.current + 1).await?,
        Standing::AnswerLost => {
            let sql = "update refresh_token set retired = $3 where session_id = $1 and generation = $2";
            transaction.run(sql, [token.session_id.into(), token.current.into(), true.into()]).await?;
            insert(transaction, session, next, token.current).await?;
        }
        Standing::Copied => {
            tracing::warn!(session = %session, "an old refresh token came back; the session ends");
            let sql = "update session set ended_at = $2 where id = $1";
            transaction.run(sql, [token.session_id.into(), at.into()]).await?;
            return Ok(None);
        }
    }
    let sql = "update session set used_at = $2,
            refresh_generation = (select max(generation) from refresh_token where session_id = $1)
        where id = $1 returning id, user_id, organisation_id, created_at, used_at, expires_at";
    let session: Option<SessionRow> = transaction.row(sql, [token.session_id.into(), at.into()]).await?;
    Ok(session.map(Into::into))
}

/// The token and its live session, which stays locked until the end of the transaction: two who present the same
/// token come one after the other. On SQLite the transaction has the only turn to write.
///
/// The session is locked first and the token read after it, in statements of their own: what a waiting statement
/// read before its lock came is out of date.
async fn find(transaction: &mut Transaction, presented: SecretDigest, at: DateTime<Utc>) -> Result<Option<Presented>> {
    if transaction.postgres() {
        let lock = "select s.id from session s
            where s.id = (select session_id from refresh_token where hash = $1) for update";
        transaction.run(lock, [digest(presented)]).await?;
    }
    let sql = "select t.session_id, t.generation, t.retired, s.refresh_generation as current
        from refresh_token t join session s on s.id = t.session_id
        where t.hash = $1 and s.ended_at is null and s.expires_at > $2";
    transaction.row(sql, [digest(presented), at.into()]).await
}

/// Begins the family anew with this token: every earlier one is unknown from now on, and ends nothing.
pub(super) async fn restart(transaction: &mut Transaction, session: SessionId, token: SecretDigest) -> Result<()> {
    // The session is locked first: the token of a rotation under way is there by then, and goes too.
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
