//! Refresh tokens: a family per session, one of which is current.

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

/// The state of a presented token of a live session.
enum Standing {
    /// The current token: it is rotated to the next generation.
    Current,
    /// The previous token, while the current one is unused: the answer was lost, and the current token is replaced.
    AnswerLost,
    /// A token that was rotated before: a copy.
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
            tracing::warn!(session = %session, "a rotated refresh token was used again; the session ends");
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

/// The token of a live session. Locks the session until the transaction ends, so that requests with the same token run one
/// after the other; SQLite has one writer anyway.
///
/// The token is read in a second statement: a statement that waits for a lock returns what it read before the wait.
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
