//! Writes the access log: the line of a change in its transaction, all other lines in groups.
//!
//! A group is what gathered while the one before was written: the first task that waits for its turn writes the lines of all.
//! So there is no timer and no task of its own, and a busy service writes many lines for one flush of the disk.

use crate::engine::{Ask, EngineError};
use crate::store::Database;
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::SecondsFormat;
use domain::audit::{AuditEntry, AuditLog};
use domain::ports::TransactionKind;
use domain::{Error, Result};
use serde::Serialize;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot::error::TryRecvError;
use tokio::sync::{Mutex as Turn, oneshot};
use uuid::{NoContext, Timestamp, Uuid};

/// Maximum number of entries that wait. Beyond it reads are refused.
const MAX_WAITING: usize = 10_000;
/// Maximum number of entries in a group.
const GROUP: usize = 512;

/// A line as a member of a JSON array, so that one statement adds any number.
#[derive(Serialize)]
struct Line<'a> {
    organisation_id: Uuid,
    id: Uuid,
    at: &'a str,
    kind: &'static str,
    operation: &'a str,
    outcome: &'static str,
    user_id: Option<Uuid>,
    session_id: Option<Uuid>,
    integration_id: Option<Uuid>,
    capacity: Option<&'static str>,
    basis: Option<&'static str>,
    client_id: Option<Uuid>,
    target_id: Option<Uuid>,
    request_id: Option<&'a str>,
    address: Option<&'a str>,
}

const COLUMNS: &str =
    "organisation_id, id, at, kind, operation, outcome, user_id, session_id, integration_id, capacity,
    basis, client_id, target_id, request_id, address";

const INSERT_POSTGRES: &str = "select {columns} from json_to_recordset($1::text::json) as line(
    organisation_id uuid, id uuid, at timestamptz, kind text, operation text, outcome text, user_id uuid, session_id uuid,
    integration_id uuid, capacity text, basis text, client_id uuid, target_id uuid, request_id text, address text)";

const INSERT_SQLITE: &str = "select unhex(value->>'organisation_id', '-'), unhex(value->>'id', '-'), value->>'at',
    value->>'kind', value->>'operation', value->>'outcome', unhex(value->>'user_id', '-'),
    unhex(value->>'session_id', '-'), unhex(value->>'integration_id', '-'), value->>'capacity', value->>'basis',
    unhex(value->>'client_id', '-'), unhex(value->>'target_id', '-'), value->>'request_id', value->>'address'
    from json_each($1)";

/// Queues the lines of these entries: one for each client concerned, or one without a client.
pub(crate) fn add<'a>(transaction: &mut Transaction, entries: impl IntoIterator<Item = &'a AuditEntry>) -> Result<()> {
    let mut lines = Vec::new();
    for entry in entries {
        add_lines(entry, &mut lines)?;
    }
    let select = if transaction.postgres() { INSERT_POSTGRES } else { INSERT_SQLITE };
    // Lines of a lost connection are sent again. SQLite needs the condition to tell the conflict from a join.
    let sql = format!(
        "insert into access_log ({COLUMNS}) {} where true on conflict (organisation_id, id) do nothing",
        select.replace("{columns}", COLUMNS)
    );
    // What cannot be logged is not done.
    let meaning = |failure: EngineError| Error::Unavailable(format!("the access log: {failure}").into());
    transaction.queue(Ask::new(sql, [format!("[{}]", lines.join(",")).into()]), Some(Box::new(meaning)));
    Ok(())
}

fn add_lines(entry: &AuditEntry, lines: &mut Vec<String>) -> Result<()> {
    let (at, operation) = (entry.at.to_rfc3339_opts(SecondsFormat::AutoSi, false), entry.operation.code());
    let address = entry.origin.address.map(|address| address.to_string());
    let clients: Vec<_> = entry.clients.iter().copied().map(Some).collect();
    let no_client = [None];
    for client in if clients.is_empty() { &no_client[..] } else { &clients } {
        let line = Line {
            organisation_id: entry.organisation.map_or(Uuid::nil(), |id| id.0),
            id: id_at(entry),
            at: &at,
            kind: entry.operation.kind(),
            operation: &operation,
            outcome: entry.outcome.code(),
            user_id: entry.user.map(|id| id.0),
            session_id: entry.session.map(|id| id.0),
            integration_id: entry.integration.map(|id| id.0),
            capacity: entry.grounds.map(|grounds| grounds.capacity.code()),
            basis: entry.grounds.map(|grounds| grounds.basis.code()),
            client_id: client.map(|id| id.0),
            target_id: entry.target,
            request_id: entry.origin.request.as_deref(),
            address: address.as_deref(),
        };
        lines.push(serde_json::to_string(&line).map_err(Error::internal)?);
    }
    Ok(())
}

/// An id in the order of time: that of the operation's start, so that a range of time is a range of ids.
fn id_at(entry: &AuditEntry) -> Uuid {
    let seconds = u64::try_from(entry.at.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, entry.at.timestamp_subsec_nanos()))
}

/// An entry that waits, and the task that waits for it. A task without an entry waits for all entries before it.
#[derive(Debug)]
struct Waiting {
    entry: Option<AuditEntry>,
    task: Option<oneshot::Sender<Result<()>>>,
}

impl Waiting {
    /// Whether it is an entry for which no task waits yet.
    fn is_unattended(&self) -> bool {
        self.task.is_none()
    }
}

/// The access log in the database.
#[derive(Debug)]
pub struct DatabaseAccessLog {
    database: Database,
    waiting: Mutex<VecDeque<Waiting>>,
    /// The number of accepted entries without a task that are not written yet.
    unattended: AtomicUsize,
    /// Held while a group is written.
    turn: Turn<()>,
}

impl DatabaseAccessLog {
    /// Creates the log of this database.
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self { database, waiting: Mutex::default(), unattended: AtomicUsize::new(0), turn: Turn::default() }
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Accepts an entry, a task or both; `false` if too many wait.
    fn accept(&self, one: Waiting) -> bool {
        let mut waiting = self.waiting();
        let has_room = waiting.len() < MAX_WAITING;
        if has_room {
            self.unattended.fetch_add(usize::from(one.is_unattended()), Ordering::SeqCst);
            waiting.push_back(one);
        }
        has_room
    }

    /// Writes the next group and tells its tasks. Only in one's turn.
    async fn write_group(&self) {
        let group: Vec<_> = {
            let mut waiting = self.waiting();
            let size = waiting.len().min(GROUP);
            waiting.drain(..size).collect()
        };
        let written = self.write(&group).await;
        let (attended, unattended): (Vec<_>, Vec<_>) = group.into_iter().partition(|waiting| waiting.task.is_some());
        match &written {
            Ok(()) => {
                self.unattended.fetch_sub(unattended.len(), Ordering::SeqCst);
            }
            Err(error) => {
                tracing::error!(%error, "access log entries could not be stored");
                // Their requests are answered already, or wait behind them: they are tried again with the next group.
                let mut waiting = self.waiting();
                unattended.into_iter().rev().for_each(|one| waiting.push_front(one));
            }
        }
        for task in attended.into_iter().filter_map(|waiting| waiting.task) {
            let result = if written.is_ok() { Ok(()) } else { Err(unavailable()) };
            // A task that no longer waits needs no answer.
            drop(task.send(result));
        }
    }

    async fn write(&self, group: &[Waiting]) -> Result<()> {
        let entries: Vec<_> = group.iter().filter_map(|waiting| waiting.entry.as_ref()).collect();
        if entries.is_empty() {
            return Ok(());
        }
        let mut transaction = self.database.begin_system(TransactionKind::Write).await?;
        if !self.database.durable_read_log {
            transaction.set("select set_config('synchronous_commit', $1, true)", "off".to_owned());
        }
        add(&mut transaction, entries)?;
        transaction.commit_idempotent().await
    }

    /// Waits until it is written, and writes groups meanwhile if no other task does.
    async fn written(&self, entry: Option<AuditEntry>) -> Result<()> {
        let (task, mut answer) = oneshot::channel();
        if !self.accept(Waiting { entry, task: Some(task) }) {
            return Err(unavailable());
        }
        let _turn = tokio::select! {
            biased;
            answer = &mut answer => return answer.unwrap_or_else(|_| Err(unavailable())),
            turn = self.turn.lock() => turn,
        };
        loop {
            match answer.try_recv() {
                Ok(written) => break written,
                Err(TryRecvError::Closed) => break Err(unavailable()),
                Err(TryRecvError::Empty) => self.write_group().await,
            }
        }
    }
}

fn unavailable() -> Error {
    Error::Unavailable("the access log cannot be written".into())
}

#[async_trait]
impl AuditLog for DatabaseAccessLog {
    async fn record(&self, entry: AuditEntry) -> Result<()> {
        self.written(Some(entry)).await
    }

    fn enqueue(&self, entry: AuditEntry) {
        if !self.accept(Waiting { entry: Some(entry), task: None }) {
            tracing::error!("too many access log entries wait; one was dropped");
        }
    }

    async fn flush(&self) -> Result<()> {
        if self.unattended.load(Ordering::SeqCst) == 0 { Ok(()) } else { self.written(None).await }
    }
}
