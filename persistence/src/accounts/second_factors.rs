//! Second factors and recovery codes of the user whose account the transaction is about.

use super::digest;
use crate::engine::{Ask, rows};
use crate::repository::{text, word};
use crate::transaction::{Queries, Transaction};
use chrono::{DateTime, Utc};
use domain::second_factors::{NewSecondFactor, SecondFactor, StoredSecret};
use domain::{Error, Result, SecondFactorId, SecretDigest, UserId};
use uuid::Uuid;

rows! {
    struct FactorRow {
        id: Uuid,
        kind: String,
        name: String,
        confirmed_at: Option<DateTime<Utc>>,
        used_at: Option<DateTime<Utc>>,
        created_at: DateTime<Utc>,
    }
}

rows! {
    struct SecretRow {
        id: Uuid,
        secret: Vec<u8>,
        confirmed: bool,
    }
}

rows! {
    struct CountRow {
        count: i64,
    }
}

pub(super) async fn list(transaction: &mut Transaction, user: UserId) -> Result<Vec<SecondFactor>> {
    let sql =
        "select id, kind, name, confirmed_at, used_at, created_at from second_factor where user_id = $1 order by id";
    let rows: Vec<FactorRow> = transaction.rows(sql, [user.0.into()]).await?;
    rows.into_iter().map(factor).collect()
}

pub(super) async fn secrets(transaction: &mut Transaction, user: UserId) -> Result<Vec<StoredSecret>> {
    let sql = "select id, secret, confirmed_at is not null as confirmed from second_factor
        where user_id = $1 and kind = 'totp' order by id";
    let rows: Vec<SecretRow> = transaction.rows(sql, [user.0.into()]).await?;
    let secret = |row: SecretRow| StoredSecret { id: row.id.into(), confirmed: row.confirmed, encrypted: row.secret };
    Ok(rows.into_iter().map(secret).collect())
}

pub(super) async fn add(transaction: &mut Transaction, user: UserId, new: &NewSecondFactor) -> Result<()> {
    lock(transaction, user).await?;
    let unconfirmed = "delete from second_factor where user_id = $1 and confirmed_at is null";
    transaction.run(unconfirmed, [user.0.into()]).await?;
    let sql = "insert into second_factor (id, user_id, kind, name, secret, last_step, created_at)
        values ($1, $2, $3, $4, $5, 0, $6)";
    let factor = &new.factor;
    let values = [
        factor.id.0.into(),
        user.0.into(),
        factor.kind.code().into(),
        factor.name.as_str().into(),
        new.encrypted.clone().into(),
        factor.created_at.into(),
    ];
    transaction.run(sql, values).await.map(drop)
}

pub(super) async fn confirm(
    transaction: &mut Transaction,
    user: UserId,
    id: SecondFactorId,
    step: i64,
    at: DateTime<Utc>,
) -> Result<()> {
    lock(transaction, user).await?;
    let sql = "update second_factor set confirmed_at = $4, used_at = $4, last_step = $3
        where id = $1 and user_id = $2 and confirmed_at is null";
    if transaction.run(sql, [id.0.into(), user.0.into(), step.into(), at.into()]).await? == 0 {
        return Err(Error::NotFound);
    }
    mark(transaction, user).await
}

/// One statement decides, so that of many requests with the same code one succeeds.
pub(super) async fn use_step(
    transaction: &mut Transaction,
    user: UserId,
    id: SecondFactorId,
    step: i64,
    at: DateTime<Utc>,
) -> Result<bool> {
    let sql = "update second_factor set last_step = $3, used_at = $4
        where id = $1 and user_id = $2 and last_step < $3 and confirmed_at is not null";
    Ok(transaction.run(sql, [id.0.into(), user.0.into(), step.into(), at.into()]).await? == 1)
}

pub(super) async fn remove(transaction: &mut Transaction, user: UserId, id: SecondFactorId) -> Result<bool> {
    lock(transaction, user).await?;
    let sql = "delete from second_factor where id = $1 and user_id = $2";
    if transaction.run(sql, [id.0.into(), user.0.into()]).await? == 0 {
        return Ok(false);
    }
    mark(transaction, user).await?;
    let sql = "delete from recovery_code where user_id = $1
        and exists (select 1 from user_account where id = $1 and has_second_factor = $2)";
    transaction.run(sql, [user.0.into(), false.into()]).await?;
    Ok(true)
}

pub(super) async fn remove_all(transaction: &mut Transaction, user: UserId) -> Result<()> {
    lock(transaction, user).await?;
    for table in ["second_factor", "recovery_code"] {
        transaction.run(format!("delete from {table} where user_id = $1"), [user.0.into()]).await?;
    }
    mark(transaction, user).await
}

/// Locks the account, so that changes of its factors come one after the other: each then reads what the earlier one left.
async fn lock(transaction: &mut Transaction, user: UserId) -> Result<()> {
    if transaction.postgres() {
        transaction.run("select id from user_account where id = $1 for update", [user.0.into()]).await?;
    }
    Ok(())
}

/// Notes on the account whether it has a confirmed second factor: every request reads it there.
async fn mark(transaction: &mut Transaction, user: UserId) -> Result<()> {
    let sql = "update user_account set has_second_factor = exists (
            select 1 from second_factor where user_id = $1 and confirmed_at is not null)
        where id = $1";
    transaction.run(sql, [user.0.into()]).await.map(drop)
}

pub(super) async fn replace_recovery_codes(
    transaction: &mut Transaction,
    user: UserId,
    digests: &[SecretDigest],
) -> Result<()> {
    transaction.run("delete from recovery_code where user_id = $1", [user.0.into()]).await?;
    for code in digests {
        let sql = "insert into recovery_code (user_id, hash) values ($1, $2)";
        transaction.queue(Ask::new(sql, [user.0.into(), digest(*code)]), None);
    }
    Ok(())
}

pub(super) async fn use_recovery_code(transaction: &mut Transaction, user: UserId, code: SecretDigest) -> Result<bool> {
    let sql = "delete from recovery_code where user_id = $1 and hash = $2";
    Ok(transaction.run(sql, [user.0.into(), digest(code)]).await? == 1)
}

pub(super) async fn recovery_codes_left(transaction: &mut Transaction, user: UserId) -> Result<u32> {
    let sql = "select count(*) as count from recovery_code where user_id = $1";
    let row: Option<CountRow> = transaction.row(sql, [user.0.into()]).await?;
    u32::try_from(row.map_or(0, |row| row.count)).map_err(Error::internal)
}

fn factor(row: FactorRow) -> Result<SecondFactor> {
    Ok(SecondFactor {
        id: row.id.into(),
        kind: word(&row.kind)?,
        name: text(row.name)?,
        confirmed_at: row.confirmed_at,
        used_at: row.used_at,
        created_at: row.created_at,
    })
}
