//! Counts of failed attempts. The database decides races: a cell is charged where it is not full, in one statement for all cells
//! of an attempt, which fails if one of them is.

use crate::dialect::later;
use crate::engine::{Ask, EngineError, FromRow, Row, rows};
use crate::store::Database;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::attempts::{Charge, Charged, FailureStore, KNOWN_FOR, KNOWN_NETWORKS, KnownNetwork, Tried};
use domain::ports::TransactionKind;
use domain::{Error, Result};
use sea_orm::{DatabaseBackend, Value};
use std::time::Duration;

/// The number of times an attempt is charged again after another one filled a cell in between.
const TRIES: usize = 3;
/// How precisely the last log-in from a network is kept; most log-ins then do not write it.
const PRECISION: TimeDelta = TimeDelta::days(1);

rows! {
    struct Counted {
        counter: String,
        cell: i64,
        clear_at: i64,
    }
}

#[async_trait]
impl FailureStore for Database {
    /// Reads first, so that attempts beyond a limit write nothing and lock nothing.
    async fn charge(&self, tried: &Tried, at: DateTime<Utc>) -> Result<Charged> {
        for _ in 0..TRIES {
            let (charges, counted) = self.look(tried, at).await?;
            if let Some((full, wait)) = first_full(&charges, &counted, at)? {
                return Ok(Charged::Full(full, wait));
            }
            if self.charged(&charges, at).await? {
                return Ok(Charged::Yes(charges));
            }
        }
        Err(Error::Busy(1))
    }

    async fn refund(&self, charges: &[Charge], known: Option<&KnownNetwork>, at: DateTime<Utc>) -> Result<()> {
        let mut asks = Vec::new();
        if !charges.is_empty() {
            asks.push(refunding(charges, at)?);
        }
        if let Some(known) = known {
            asks.extend(remembering(self.engine.backend(), known, at));
        }
        self.run_as_system(asks).await?.map_err(Error::from)
    }

    async fn remove_forgiven(&self, at: DateTime<Utc>, most: u64) -> Result<u64> {
        let skip = skipping_locked(self.engine.backend());
        let most = i64::try_from(most).map_err(Error::internal)?;
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        // Compared again outside: the cell may have been charged since it was selected.
        let cells = format!(
            "delete from failed_attempt where clear_at <= $1 and (counter, cell) in (
                select f.counter, f.cell from failed_attempt f where f.clear_at <= $1 limit $2 {skip})"
        );
        let cells = transaction.run(cells, [at.timestamp_micros().into(), most.into()]).await?;
        let networks = format!(
            "delete from known_network where used_at <= $1 and (account, network) in (
                select k.account, k.network from known_network k where k.used_at <= $1 limit $2 {skip})"
        );
        let networks = transaction.run(networks, [(at - KNOWN_FOR).into(), most.into()]).await?;
        transaction.commit().await?;
        Ok(cells + networks)
    }
}

impl Database {
    /// The charges that apply, and what is counted in their cells, in one round trip.
    async fn look(&self, tried: &Tried, at: DateTime<Utc>) -> Result<(Vec<Charge>, Vec<Counted>)> {
        let mut transaction = self.begin_system(TransactionKind::Read).await?;
        let Some((known, if_known)) = &tried.if_known else {
            let counted = transaction.ask(counting(&tried.charges)).await?.rows;
            transaction.end();
            return Ok((tried.charges.clone(), read(&counted)?));
        };
        let all: Vec<_> = tried.charges.iter().chain(if_known).copied().collect();
        let [network, counted] = transaction.ask_all([finding(known, at), counting(&all)]).await?;
        transaction.end();
        let charges = if network.rows.is_empty() { &tried.charges } else { if_known };
        Ok((charges.clone(), read(&counted.rows)?))
    }

    /// Charges all of these cells, and returns `false` without a change if one was full.
    async fn charged(&self, charges: &[Charge], at: DateTime<Utc>) -> Result<bool> {
        let ask = charging(self.engine.backend(), charges, at)?;
        match self.run_as_system(vec![ask]).await? {
            Ok(()) => Ok(true),
            Err(EngineError::Unexpected) => Ok(false),
            Err(failure) => Err(failure.into()),
        }
    }

    /// Runs these statements as a transaction, in one round trip.
    async fn run_as_system(&self, mut asks: Vec<Ask>) -> Result<std::result::Result<(), EngineError>> {
        let session = self.engine.session(TransactionKind::Write).await?;
        if self.engine.backend() == DatabaseBackend::Postgres {
            asks.insert(0, Ask::new("select set_config('app.system', 'on', true)", []));
        }
        Ok(session.commit(asks).await.map(drop).map_err(|failed| failed.failure))
    }
}

fn read(rows: &[Row]) -> Result<Vec<Counted>> {
    rows.iter().map(Counted::from_row).collect()
}

/// The charge that has to wait longest for room in its cell, if one has to.
fn first_full(charges: &[Charge], counted: &[Counted], at: DateTime<Utc>) -> Result<Option<(Charge, Duration)>> {
    let mut full: Option<(Charge, Duration)> = None;
    for charge in charges {
        let here = |counted: &&Counted| counted.counter == charge.counter.code() && counted.cell == charge.cell;
        let Some(counted) = counted.iter().find(here) else { continue };
        let clear_at = DateTime::from_timestamp_micros(counted.clear_at);
        let clear_at = clear_at.ok_or_else(|| Error::internal("an instant out of range"))?;
        if let Some(wait) = charge.limit.wait(clear_at, at)
            && full.is_none_or(|(_, longest)| wait > longest)
        {
            full = Some((*charge, wait));
        }
    }
    Ok(full)
}

fn finding(known: &KnownNetwork, at: DateTime<Utc>) -> Ask {
    let sql = "select 1 from known_network where account = $1 and network = $2 and used_at > $3";
    Ask::new(sql, [bytes(known.account), bytes(known.network), (at - KNOWN_FOR).into()])
}

fn counting(charges: &[Charge]) -> Ask {
    let mut values = Vec::new();
    let cells = charges.iter().map(|charge| {
        let (counter, cell) = (bind(&mut values, charge.counter.code()), bind(&mut values, charge.cell));
        format!("(counter = {counter} and cell = {cell})")
    });
    let cells = cells.collect::<Vec<_>>().join(" or ");
    Ask::new(format!("select counter, cell, clear_at from failed_attempt where {cells}"), values)
}

/// Adds each charge's part of its period to its cell. Changes fewer rows than charges if a cell is full.
fn charging(backend: DatabaseBackend, charges: &[Charge], at: DateTime<Utc>) -> Result<Ask> {
    let now = at.timestamp_micros();
    let mut values = vec![now.into()];
    let each = |charge: &Charge| Ok(now + micros(charge.limit.each())?);
    let (rows, counters) = inserted(charges, &mut values, each)?;
    let most = charges.iter().zip(counters).map(|(charge, counter)| {
        Ok(format!("when {counter} then {}", bind(&mut values, micros(charge.limit.most())?)))
    });
    let most = most.collect::<Result<Vec<_>>>()?.join(" ");
    let charged = format!("{} + excluded.clear_at - $1", later(backend, "failed_attempt.clear_at", "$1"));
    let sql = format!(
        "insert into failed_attempt (counter, cell, clear_at) values {rows}
        on conflict (counter, cell) do update set clear_at = {charged}
        where {charged} - $1 <= case excluded.counter {most} else 0 end"
    );
    Ok(Ask::new(sql, values).expecting(charges.len() as u64))
}

/// Takes back what [`charging`] added. A cell that was removed meanwhile comes back empty.
fn refunding(charges: &[Charge], at: DateTime<Utc>) -> Result<Ask> {
    let now = at.timestamp_micros();
    let mut values = vec![now.into()];
    let each = |charge: &Charge| Ok(now - micros(charge.limit.each())?);
    let (rows, _) = inserted(charges, &mut values, each)?;
    let sql = format!(
        "insert into failed_attempt (counter, cell, clear_at) values {rows}
        on conflict (counter, cell) do update set clear_at = failed_attempt.clear_at + excluded.clear_at - $1"
    );
    Ok(Ask::new(sql, values))
}

/// The rows of an insert, and the parameter of each row's counter. Rows of every statement are locked in one order, so that no
/// two of them wait for each other.
fn inserted(
    charges: &[Charge],
    values: &mut Vec<Value>,
    clear_at: impl Fn(&Charge) -> Result<i64>,
) -> Result<(String, Vec<String>)> {
    let mut in_order: Vec<_> = charges.iter().enumerate().collect();
    in_order.sort_by_key(|(_, charge)| (charge.counter.code(), charge.cell));
    let (mut rows, mut counters) = (Vec::new(), vec![String::new(); charges.len()]);
    for (at, charge) in in_order {
        let (counter, cell) = (bind(values, charge.counter.code()), bind(values, charge.cell));
        rows.push(format!("({counter}, {cell}, {})", bind(values, clear_at(charge)?)));
        counters[at] = counter;
    }
    Ok((rows.join(", "), counters))
}

/// Remembers the network, and forgets those of the account beyond [`KNOWN_NETWORKS`].
fn remembering(backend: DatabaseBackend, known: &KnownNetwork, at: DateTime<Utc>) -> [Ask; 2] {
    let remember = "insert into known_network (account, network, used_at) values ($1, $2, $3)
        on conflict (account, network) do update set used_at = excluded.used_at where known_network.used_at < $4";
    let values = [bytes(known.account), bytes(known.network), at.into(), (at - PRECISION).into()];
    let skip = skipping_locked(backend);
    let forget = format!(
        "delete from known_network where (account, network) in (
            select k.account, k.network from known_network k where k.account = $1
            order by k.used_at desc, k.network limit 1000 offset $2 {skip})"
    );
    let most = i64::from(KNOWN_NETWORKS);
    [Ask::new(remember, values), Ask::new(forget, [bytes(known.account), most.into()])]
}

fn skipping_locked(backend: DatabaseBackend) -> &'static str {
    if backend == DatabaseBackend::Postgres { "for update skip locked" } else { "" }
}

/// Adds a value and returns its placeholder.
fn bind(values: &mut Vec<Value>, value: impl Into<Value>) -> String {
    values.push(value.into());
    format!("${}", values.len())
}

fn micros(duration: Duration) -> Result<i64> {
    i64::try_from(duration.as_micros()).map_err(Error::internal)
}

fn bytes(hash: [u8; 16]) -> Value {
    hash.to_vec().into()
}
