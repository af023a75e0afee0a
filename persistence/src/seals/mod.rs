//! Seals of the access log: lines in the order of their commits, closed in one transaction by one process at a time.

mod rows;

use crate::engine::{Ask, Row, rows};
use crate::store::Database;
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, SecondsFormat, Utc};
use data_encoding::HEXLOWER;
use domain::access_log::seals::{
    Chain, Closed, Closing, Head, Lag, LogId, LogRecord, Position, ReadRecord, Seal, SealStore, Unsealed,
};
use domain::ports::TransactionKind;
use domain::{Error, OrganisationId, Result};
pub(crate) use rows::hash;
use rows::{head, read_record, record, seal};
use sea_orm::Value;
use serde::Serialize;
use uuid::Uuid;

/// Maximum number of lines that are counted.
const COUNTED: i64 = 100_001;

const HEAD: &str =
    "select h.log_id, h.number, h.seals, h.lines, h.last_epoch, h.last_commit, h.last_id, h.root, h.previous,
    h.hash, h.signature, h.sealed_at from log_head h";

const SEAL: &str =
    "select s.organisation_id, s.number, s.head, s.first_epoch, s.first_commit, s.first_id, s.last_epoch,
    s.last_commit, s.last_id, s.lines, s.root, s.tags, s.previous, s.hash, s.sealed_at from log_seal s";

const RECORD: &str = "l.organisation_id, l.id, l.at, l.kind, l.operation, l.outcome, l.user_id, l.session_id,
    l.integration_id, l.capacity, l.basis, l.client_id, l.target_id, l.request_id, l.address";

/// Lines after the place in `$1`, `$2` and `$3`, or from it, with their place. The horizon is read in the same statement: between two
/// statements a transaction could end, and its lines be skipped.
const NEW_POSTGRES: &str = "l.epoch, l.xid::text::bigint as place from access_log l
    where (l.epoch, l.xid, l.id) {after} ($1, $2::bigint::text::xid8, $3)";
/// A transaction before a restore has ended.
const READY: &str = "(l.epoch < $4 or l.xid < pg_snapshot_xmin(pg_current_snapshot()))";
const NEW_SQLITE: &str = "0 as epoch, l.position as place from access_log l where l.position {after} $1";

/// The limit after it is written in the statement: of an unknown one PostgreSQL expects a tenth of the table, and reads all of it.
const ORDER_POSTGRES: &str = "order by l.epoch, l.xid, l.id";
const ORDER_SQLITE: &str = "order by l.position";

rows! {
    struct Tick {
        log_id: Uuid,
        epoch: i16,
    }
}

rows! {
    struct Waiting {
        lines: i64,
        ready: i64,
        oldest: Option<DateTime<Utc>>,
        restored: bool,
    }
}

rows! {
    struct ChainRow {
        organisation_id: Uuid,
        number: i64,
        hash: Vec<u8>,
    }
}

/// A seal as a member of a JSON array, so that one statement adds any number.
#[derive(Serialize)]
struct NewSeal<'a> {
    organisation_id: Uuid,
    number: i64,
    head: i64,
    first_epoch: i16,
    first_commit: i64,
    first_id: Uuid,
    last_epoch: i16,
    last_commit: i64,
    last_id: Uuid,
    lines: i64,
    root: String,
    tags: String,
    previous: String,
    hash: String,
    sealed_at: &'a str,
}

const SEAL_COLUMNS: &str =
    "organisation_id, number, head, first_epoch, first_commit, first_id, last_epoch, last_commit,
    last_id, lines, root, tags, previous, hash, sealed_at";

const INSERT_POSTGRES: &str = "select organisation_id, number, head, first_epoch, first_commit, first_id, last_epoch,
    last_commit, last_id, lines, decode(root, 'hex'), decode(tags, 'hex'), decode(previous, 'hex'), decode(hash, 'hex'), sealed_at
    from json_to_recordset($1::text::json) as seal(organisation_id uuid, number bigint, head bigint, first_epoch smallint,
    first_commit bigint, first_id uuid, last_epoch smallint, last_commit bigint, last_id uuid, lines bigint, root text, tags text,
    previous text, hash text, sealed_at timestamptz)";

const INSERT_SQLITE: &str = "select unhex(value->>'organisation_id', '-'), value->>'number', value->>'head',
    value->>'first_epoch', value->>'first_commit', unhex(value->>'first_id', '-'), value->>'last_epoch',
    value->>'last_commit', unhex(value->>'last_id', '-'), value->>'lines', unhex(value->>'root'), unhex(value->>'tags'),
    unhex(value->>'previous'), unhex(value->>'hash'), value->>'sealed_at' from json_each($1)";

const INSERT_HEAD: &str =
    "insert into log_head (log_id, number, seals, lines, last_epoch, last_commit, last_id, root, previous, hash,
    signature, sealed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

impl Database {
    /// A transaction that sees the log of every organisation.
    async fn begin_sealer(&self, kind: TransactionKind) -> Result<Transaction> {
        let mut transaction = self.begin(kind).await?;
        transaction.set("select set_config('app.sealer', $1, true)", "on".to_owned());
        Ok(transaction)
    }
}

#[async_trait]
impl SealStore for Database {
    async fn lag(&self) -> Result<Lag> {
        let mut transaction = self.begin_sealer(TransactionKind::Read).await?;
        let (tick, last) = begun(&mut transaction, "").await?.ok_or_else(no_tick)?;
        let after = last.map_or(Position::START, |head| head.last);
        let new = new_lines(&transaction, after);
        let after = sent(&transaction, after);
        let waiting: Option<Waiting> = if transaction.postgres() {
            let sql = format!(
                "select count(*) as lines, count(*) filter (where ready) as ready, min(at) as oldest,
                    $1 = $4 and $2::bigint::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) as restored
                from (select l.at, {READY} as ready, {new} {ORDER_POSTGRES} limit {COUNTED}) waiting"
            );
            let values = [after.epoch.into(), after.commit.into(), after.id.into(), tick.epoch.into()];
            transaction.row(sql, values).await?
        } else {
            let sql = format!(
                "select count(*) as lines, count(*) as ready, min(at) as oldest, false as restored
                from (select l.at, {new} limit {COUNTED}) waiting"
            );
            transaction.row(sql, [after.commit.into()]).await?
        };
        transaction.end();
        let waiting = waiting.ok_or_else(no_tick)?;
        if waiting.restored {
            return Err(Error::Unavailable(RESTORED.into()));
        }
        let number = |number: i64| u64::try_from(number).unwrap_or_default();
        Ok(Lag { lines: number(waiting.lines), ready: number(waiting.ready), oldest: waiting.oldest })
    }

    async fn seal(&self, most: u32, close: Closing<'_>) -> Result<Option<Head>> {
        let mut transaction = self.begin_sealer(TransactionKind::Write).await?;
        let lock = if transaction.postgres() { "for update skip locked" } else { "" };
        let Some((tick, last)) = begun(&mut transaction, lock).await? else { return Ok(None) };
        let after = last.as_ref().map_or(Position::START, |head| head.last);
        let records = new_records(&mut transaction, after, tick.epoch, most).await?;
        let mut organisations: Vec<_> = records.iter().map(|record| record.organisation).collect();
        organisations.sort_unstable();
        organisations.dedup();
        let chains = chains(&mut transaction, &organisations).await?;
        let unsealed = Unsealed { log: LogId(tick.log_id), last, records, chains };
        let Some(Closed { seals, head }) = close(unsealed)? else { return Ok(None) };
        add(&mut transaction, &seals, &head)?;
        transaction.commit().await?;
        Ok(Some(head))
    }

    async fn last_head(&self) -> Result<Option<Head>> {
        let mut transaction = self.begin_sealer(TransactionKind::Read).await?;
        let last = transaction.row::<Row>(format!("{HEAD} order by h.number desc limit 1"), []).await?;
        transaction.end();
        last.map(|row| head(&row)).transpose()
    }

    async fn heads(&self, after: i64, most: u32) -> Result<Vec<Head>> {
        let sql = format!("{HEAD} where h.number > $1 order by h.number limit $2");
        self.read(sql, [after.into(), i64::from(most).into()], head).await
    }

    async fn heads_of(&self, numbers: &[i64]) -> Result<Vec<Head>> {
        let list: Value = serde_json::to_string(numbers).map_err(Error::internal)?.into();
        let mut transaction = self.begin_sealer(TransactionKind::Read).await?;
        let members = if transaction.postgres() {
            "(select value::bigint from json_array_elements_text($1::text::json))"
        } else {
            "(select value from json_each($1))"
        };
        let rows: Vec<Row> = transaction.rows(format!("{HEAD} where h.number in {members}"), [list]).await?;
        transaction.end();
        rows.iter().map(head).collect()
    }

    async fn seals(&self, after: i64, until: i64, most: u64) -> Result<Vec<Seal>> {
        let sql = format!("{SEAL} where s.head > $1 and s.head <= $2 order by s.head, s.organisation_id limit $3");
        self.read(sql, [after.into(), until.into(), limit(most)?], seal).await
    }

    async fn records(&self, after: Position, until: Position, most: u64) -> Result<Vec<ReadRecord>> {
        let mut transaction = self.begin_sealer(TransactionKind::Read).await?;
        let new = new_lines(&transaction, after);
        let rows: Vec<Row> = if transaction.postgres() {
            let sql = format!(
                "select {RECORD}, {new} and (l.epoch, l.xid, l.id) <= ($4, $5::bigint::text::xid8, $6)
                {ORDER_POSTGRES} limit $7"
            );
            let [from, to] =
                [sent(&transaction, after), until].map(|at| [at.epoch.into(), at.commit.into(), at.id.into()]);
            transaction.rows(sql, from.into_iter().chain(to).chain([limit(most)?]).collect::<Vec<Value>>()).await?
        } else {
            let sql = format!("select {RECORD}, {new} and l.position <= $2 {ORDER_SQLITE} limit $3");
            transaction.rows(sql, [after.commit.into(), until.commit.into(), limit(most)?]).await?
        };
        transaction.end();
        rows.iter().map(read_record).collect()
    }
}

const RESTORED: &str = "the database was restored from a dump, and its transactions are numbered anew: run `omringd \
    migrate` as the owner; until then the access log is not sealed";

impl Database {
    async fn read<T, const N: usize>(
        &self,
        sql: String,
        values: [Value; N],
        read: fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut transaction = self.begin_sealer(TransactionKind::Read).await?;
        let rows: Vec<Row> = transaction.rows(sql, values).await?;
        transaction.end();
        rows.iter().map(read).collect()
    }
}

/// The tick and the last head; `None` if another process holds the tick.
async fn begun(transaction: &mut Transaction, lock: &str) -> Result<Option<(Tick, Option<Head>)>> {
    let tick = Ask::new(format!("select log_id, epoch from log_tick where id = 1 {lock}"), []);
    // A statement of its own: it sees what the process that held the tick before has committed.
    let last = Ask::new(format!("{HEAD} order by h.number desc limit 1"), []);
    let [tick, last] = transaction.ask_all([tick, last]).await?;
    let Some(tick) = tick.rows.first() else { return Ok(None) };
    let tick = Tick { log_id: tick.get("log_id")?, epoch: tick.get("epoch")? };
    Ok(Some((tick, last.rows.first().map(head).transpose()?)))
}

/// The lines after this place. From the start nothing is left out.
fn new_lines(transaction: &Transaction, after: Position) -> String {
    let new = if transaction.postgres() { NEW_POSTGRES } else { NEW_SQLITE };
    new.replace("{after}", if after == Position::START { ">=" } else { ">" })
}

/// The place as the database takes it: numbers of transactions are not negative on PostgreSQL.
fn sent(transaction: &Transaction, after: Position) -> Position {
    Position { commit: if transaction.postgres() { after.commit.max(0) } else { after.commit }, ..after }
}

fn no_tick() -> Error {
    Error::internal("the table log_tick has no row")
}

fn limit(most: u64) -> Result<Value> {
    Ok(i64::try_from(most).map_err(Error::internal)?.into())
}

/// The next lines whose transactions, and all before them, have ended.
async fn new_records(transaction: &mut Transaction, after: Position, epoch: i16, most: u32) -> Result<Vec<LogRecord>> {
    let (new, after) = (new_lines(transaction, after), sent(transaction, after));
    let rows: Vec<Row> = if transaction.postgres() {
        let sql = format!("select {RECORD}, {new} and {READY} {ORDER_POSTGRES} limit {most}");
        let values = [after.epoch.into(), after.commit.into(), after.id.into(), epoch.into()];
        transaction.rows(sql, values).await?
    } else {
        let sql = format!("select {RECORD}, {new} {ORDER_SQLITE} limit {most}");
        transaction.rows(sql, [after.commit.into()]).await?
    };
    rows.iter().map(record).collect()
}

/// Where the chains of these organisations end.
async fn chains(transaction: &mut Transaction, organisations: &[OrganisationId]) -> Result<Vec<Chain>> {
    let list: Value = serde_json::to_string(organisations).map_err(Error::internal)?.into();
    let members = if transaction.postgres() {
        "select value::uuid as id from json_array_elements_text($1::text::json)"
    } else {
        "select unhex(value, '-') as id from json_each($1)"
    };
    let sql = format!(
        "select s.organisation_id, s.number, s.hash from ({members}) o join log_seal s on s.organisation_id = o.id
        where s.number = (select max(n.number) from log_seal n where n.organisation_id = o.id)"
    );
    let rows: Vec<ChainRow> = transaction.rows(sql, [list]).await?;
    rows.into_iter()
        .map(|row| Ok(Chain { organisation: row.organisation_id.into(), number: row.number, hash: hash(row.hash)? }))
        .collect()
}

/// Queues the seals and their head.
fn add(transaction: &mut Transaction, seals: &[Seal], head: &Head) -> Result<()> {
    let at = head.sealed_at.to_rfc3339_opts(SecondsFormat::AutoSi, false);
    let seals: Vec<_> = seals.iter().map(|seal| new_seal(seal, &at)).collect();
    let seals: Value = serde_json::to_string(&seals).map_err(Error::internal)?.into();
    let select = if transaction.postgres() { INSERT_POSTGRES } else { INSERT_SQLITE };
    transaction.queue(Ask::new(format!("insert into log_seal ({SEAL_COLUMNS}) {select}"), [seals]), None);
    let values: [Value; 12] = [
        head.log.0.into(),
        head.number.into(),
        head.seals.into(),
        head.lines.into(),
        head.last.epoch.into(),
        head.last.commit.into(),
        head.last.id.into(),
        head.root.0.to_vec().into(),
        head.previous.0.to_vec().into(),
        head.hash.0.to_vec().into(),
        head.signature.clone().into(),
        head.sealed_at.into(),
    ];
    transaction.queue(Ask::new(INSERT_HEAD, values), None);
    Ok(())
}

fn new_seal<'a>(seal: &Seal, at: &'a str) -> NewSeal<'a> {
    NewSeal {
        organisation_id: seal.organisation.0,
        number: seal.number,
        head: seal.head,
        first_epoch: seal.first.epoch,
        first_commit: seal.first.commit,
        first_id: seal.first.id,
        last_epoch: seal.last.epoch,
        last_commit: seal.last.commit,
        last_id: seal.last.id,
        lines: seal.lines,
        root: seal.root.to_string(),
        tags: HEXLOWER.encode(&seal.tags),
        previous: seal.previous.to_string(),
        hash: seal.hash.to_string(),
        sealed_at: at,
    }
}
