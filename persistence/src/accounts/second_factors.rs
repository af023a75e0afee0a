//! Second factors and recovery codes of the user whose account the transaction is about.

use super::rows::AccountRow;
use super::{ACCOUNT, digest, lock};
use crate::engine::{Ask, FromRow, rows};
use crate::repository::{text, word};
use crate::transaction::{Queries, Transaction};
use chrono::{DateTime, Utc};
use domain::accounts::Account;
use domain::second_factors::{NewSecondFactor, SecondFactor, StoredSecret};
use domain::{Error, Result, SecondFactorId, SecretDigest, SessionId, UserId};
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

const FACTORS: &str =
    "select id, kind, name, confirmed_at, used_at, created_at from second_factor where user_id = $1 order by id";

pub(super) async fn list(transaction: &mut Transaction, user: UserId) -> Result<Vec<SecondFactor>> {
    let rows: Vec<FactorRow> = transaction.rows(FACTORS, [user.0.into()]).await?;
    rows.into_iter().map(factor).collect()
}

/// The account, locked, with its factors.
///
/// The session is looked at once more: what held the lock, such as a reset of the password, may have ended it.
pub(super) async fn account_and_list(
    transaction: &mut Transaction,
    user: UserId,
    session: SessionId,
) -> Result<(Account, Vec<SecondFactor>)> {
    let live = Ask::new("select id from session where id = $1 and ended_at is null", [session.0.into()]);
    let asks = [lock(transaction, user), live, Ask::new(ACCOUNT, [user.0.into()]), Ask::new(FACTORS, [user.0.into()])];
    let [_, live, account, factors] = transaction.ask_all(asks).await?;
    if live.rows.is_empty() {
        return Err(Error::Unauthenticated);
    }
    let account = account.rows.first().map(AccountRow::from_row).ok_or(Error::Unauthenticated)??.try_into()?;
    let factors = factors.rows.iter().map(|row| FactorRow::from_row(row).and_then(factor)).collect::<Result<_>>()?;
    Ok((account, factors))
}

pub(super) async fn secrets(transaction: &mut Transaction, user: UserId) -> Result<Vec<StoredSecret>> {
    let sql = "select id, secret, confirmed_at is not null as confirmed from second_factor
        where user_id = $1 and kind = 'totp' order by id";
    let rows: Vec<SecretRow> = transaction.rows(sql, [user.0.into()]).await?;
    let secret = |row: SecretRow| StoredSecret { id: row.id.into(), confirmed: row.confirmed, encrypted: row.secret };
    Ok(rows.into_iter().map(secret).collect())
}

pub(super) fn add(transaction: &mut Transaction, user: UserId, new: &NewSecondFactor) {
    let unconfirmed = "delete from second_factor where user_id = $1 and confirmed_at is null";
    transaction.queue(Ask::new(unconfirmed, [user.0.into()]), None);
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
    transaction.queue(Ask::new(sql, values), None);
}

pub(super) async fn confirm(
    transaction: &mut Transaction,
    user: UserId,
    id: SecondFactorId,
    step: i64,
    at: DateTime<Utc>,
) -> Result<()> {
    let sql = "update second_factor set confirmed_at = $4, used_at = $4, last_step = $3
        where id = $1 and user_id = $2 and confirmed_at is null returning id";
    let confirm = Ask::new(sql, [id.0.into(), user.0.into(), step.into(), at.into()]);
    let [_, confirmed] = transaction.ask_all([lock(transaction, user), confirm]).await?;
    if confirmed.rows.is_empty() {
        return Err(Error::NotFound);
    }
    mark(transaction, user);
    Ok(())
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
    let sql = "delete from second_factor where id = $1 and user_id = $2 returning id";
    let remove = Ask::new(sql, [id.0.into(), user.0.into()]);
    let [_, removed] = transaction.ask_all([lock(transaction, user), remove]).await?;
    if removed.rows.is_empty() {
        return Ok(false);
    }
    mark(transaction, user);
    let sql = "delete from recovery_code where user_id = $1
        and exists (select 1 from user_account where id = $1 and has_second_factor = $2)";
    transaction.queue(Ask::new(sql, [user.0.into(), false.into()]), None);
    Ok(true)
}

pub(super) async fn remove_all(transaction: &mut Transaction, user: UserId) -> Result<()> {
    let delete = |table: &str| Ask::new(format!("delete from {table} where user_id = $1"), [user.0.into()]);
    let asks = [lock(transaction, user), delete("second_factor"), delete("recovery_code")];
    transaction.ask_all(asks).await?;
    mark(transaction, user);
    Ok(())
}

/// Notes on the account whether it has a confirmed second factor: every request reads it there.
pub(super) fn mark(transaction: &mut Transaction, user: UserId) {
    let sql = "update user_account set has_second_factor = exists (
            select 1 from second_factor where user_id = $1 and confirmed_at is not null)
        where id = $1";
    transaction.queue(Ask::new(sql, [user.0.into()]), None);
}

pub(super) fn replace_recovery_codes(transaction: &mut Transaction, user: UserId, digests: &[SecretDigest]) {
    transaction.queue(Ask::new("delete from recovery_code where user_id = $1", [user.0.into()]), None);
    for code in digests {
        let sql = "insert into recovery_code (user_id, hash) values ($1, $2)";
        transaction.queue(Ask::new(sql, [user.0.into(), digest(*code)]), None);
    }
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
