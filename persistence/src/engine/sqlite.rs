//! SQLite: one connection that writes and some that read, each on its own thread. A flight is one message to a thread.

use super::error::{EngineError, Failed};
use super::row::Row;
use super::sqlite_file::open;
use super::value::Parameter;
use super::{Answer, Ask, Expected, PoolUse};
use domain::ports::TransactionKind;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::borrow::Cow;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// A SQLite file.
#[derive(Clone)]
pub struct Sqlite(Arc<Inner>);

struct Inner {
    url: String,
    /// The longest a session waits for a connection, and a statement for a lock of another process.
    turn: Duration,
    /// Runs on each connection that writes.
    prepare: Prepare,
    /// One connection, as SQLite has one writer: a queue here is faster than SQLite's own retries.
    writing: Side,
    reading: Side,
}

type Prepare = fn(&Connection) -> rusqlite::Result<()>;

/// The connections of one kind.
struct Side {
    turns: Arc<Semaphore>,
    most: usize,
    idle: Mutex<Vec<Thread>>,
    waiting: AtomicUsize,
}

/// Counts a session as waiting until it is dropped.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn count(waiting: &'a AtomicUsize) -> Self {
        waiting.fetch_add(1, Ordering::Relaxed);
        Self(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Side {
    fn new(connections: u32) -> Self {
        let most = usize::try_from(connections.max(1)).unwrap_or(Semaphore::MAX_PERMITS);
        Self { turns: Arc::new(Semaphore::new(most)), most, idle: Mutex::default(), waiting: AtomicUsize::new(0) }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Thread>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sqlite({})", self.0.url)
    }
}

impl Sqlite {
    /// Opens the connection that writes; those that read open when needed. `prepare` runs on each that writes.
    ///
    /// # Errors
    /// [`EngineError`].
    pub fn open(url: &str, readers: u32, turn: Duration, prepare: Prepare) -> Result<Self, EngineError> {
        let (writing, reading) = (Side::new(1), Side::new(readers));
        let sqlite = Self(Arc::new(Inner { url: url.to_owned(), turn, prepare, writing, reading }));
        // It stays open: the last connection that closes deletes `-shm`, and the next one that opens has to write.
        let writer = sqlite.thread(true)?;
        sqlite.0.writing.idle().push(writer);
        Ok(sqlite)
    }

    pub(super) async fn alone(&self, ask: Ask) -> Result<Answer, EngineError> {
        let turn = self.turn(TransactionKind::Read).await?;
        let answers = turn.thread()?.fly(None, vec![ask], false).await.map_err(|failed| failed.failure)?;
        Ok(answers.into_iter().next().unwrap_or_default())
    }

    pub(super) async fn session(&self, kind: TransactionKind) -> Result<Session, EngineError> {
        let begin = if kind == TransactionKind::Write { "begin immediate" } else { "begin" };
        Ok(Session { turn: self.turn(kind).await?, begin: Some(begin), open: false })
    }

    async fn turn(&self, kind: TransactionKind) -> Result<Turn, EngineError> {
        let writes = kind == TransactionKind::Write;
        let side = if writes { &self.0.writing } else { &self.0.reading };
        let waiting = Waiting::count(&side.waiting);
        let permit = tokio::time::timeout(self.0.turn, side.turns.clone().acquire_owned()).await;
        drop(waiting);
        let permit = permit.map_err(|_| EngineError::Busy)?.map_err(|_| EngineError::Closed)?;
        let idle = side.idle().pop();
        let thread = match idle {
            Some(thread) => thread,
            None => self.thread(writes)?,
        };
        Ok(Turn { sqlite: self.clone(), writes, thread: Some(thread), _permit: permit })
    }

    pub(super) fn pool_use(&self) -> PoolUse {
        let of = |side: &Side| PoolUse {
            in_use: side.most.saturating_sub(side.turns.available_permits()),
            idle: side.idle().len(),
            waiting: side.waiting.load(Ordering::Relaxed),
            most: side.most,
        };
        let (writing, reading) = (of(&self.0.writing), of(&self.0.reading));
        PoolUse {
            in_use: writing.in_use + reading.in_use,
            idle: writing.idle + reading.idle,
            waiting: writing.waiting + reading.waiting,
            most: writing.most + reading.most,
        }
    }

    fn thread(&self, writes: bool) -> Result<Thread, EngineError> {
        let connection = open(&self.0.url, self.0.turn)?;
        if writes {
            (self.0.prepare)(&connection)?;
        } else {
            connection.execute_batch("pragma query_only = on")?;
        }
        Thread::start(connection)
    }

    /// Closes every connection for good: the idle ones now, the others when their sessions end.
    pub(super) async fn close(&self) {
        for side in [&self.0.reading, &self.0.writing] {
            side.turns.close();
            let idle: Vec<_> = std::mem::take(&mut *side.idle());
            // The last one checkpoints the write-ahead log.
            let ended = tokio::task::spawn_blocking(move || idle.into_iter().for_each(Thread::end));
            drop(ended.await);
        }
    }
}

/// A connection in use by one session.
struct Turn {
    sqlite: Sqlite,
    writes: bool,
    thread: Option<Thread>,
    // Dropped last, so that the next session finds the connection idle.
    _permit: OwnedSemaphorePermit,
}

impl fmt::Debug for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Turn {{ writes: {} }}", self.writes)
    }
}

impl Turn {
    fn thread(&self) -> Result<&Thread, EngineError> {
        self.thread.as_ref().ok_or(EngineError::Closed)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let side = if self.writes { &self.sqlite.0.writing } else { &self.sqlite.0.reading };
        // Also during a flight: the next message waits for it. A thread that panicked is not reused.
        let usable = |thread: &Thread| !side.turns.is_closed() && !thread.ends.is_finished();
        if let Some(thread) = self.thread.take().filter(usable) {
            side.idle().push(thread);
        }
    }
}

/// A transaction.
#[derive(Debug)]
pub(super) struct Session {
    turn: Turn,
    /// The BEGIN, until it is sent.
    begin: Option<&'static str>,
    open: bool,
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.open
            && let Ok(thread) = self.turn.thread()
        {
            thread.send(Message::RollBack);
        }
    }
}

impl Session {
    pub(super) async fn fly(&mut self, asks: Vec<Ask>, last: bool) -> Result<Vec<Answer>, Failed> {
        let begin = self.begin.take();
        // Set before the answer, so that a dropped future is rolled back too.
        self.open = true;
        let answers = self.turn.thread()?.fly(begin, asks, last).await;
        self.open = !last;
        answers
    }
}

type Reply = oneshot::Sender<Result<Vec<Answer>, Failed>>;

enum Message {
    Fly { begin: Option<&'static str>, asks: Vec<Ask>, last: bool, reply: Reply },
    RollBack,
}

/// The thread of a connection.
struct Thread {
    messages: mpsc::Sender<Message>,
    ends: JoinHandle<()>,
}

impl Thread {
    fn start(connection: Connection) -> Result<Self, EngineError> {
        let (messages, received) = mpsc::channel();
        let thread = std::thread::Builder::new().name("sqlite".to_owned()).spawn(move || serve(&connection, &received));
        let ends = thread.map_err(|error| EngineError::Unreachable(error.to_string()))?;
        Ok(Self { messages, ends })
    }

    fn send(&self, message: Message) {
        // Fails only if the thread panicked; the reply is then dropped, which the sender sees.
        drop(self.messages.send(message));
    }

    async fn fly(&self, begin: Option<&'static str>, asks: Vec<Ask>, last: bool) -> Result<Vec<Answer>, Failed> {
        let (reply, answers) = oneshot::channel();
        self.send(Message::Fly { begin, asks, last, reply });
        answers.await.unwrap_or(Err(EngineError::Closed.into()))
    }

    fn end(self) {
        drop(self.messages);
        drop(self.ends.join());
    }
}

fn serve(connection: &Connection, messages: &mpsc::Receiver<Message>) {
    while let Ok(message) = messages.recv() {
        match message {
            Message::Fly { begin, asks, last, reply } => {
                let answers = fly(connection, begin, &asks, last);
                if last && answers.is_err() {
                    roll_back(connection);
                }
                drop(reply.send(answers));
            }
            Message::RollBack => roll_back(connection),
        }
    }
}

/// Rolls back, unless SQLite did so itself, as on a full disk.
fn roll_back(connection: &Connection) {
    if !connection.is_autocommit()
        && let Err(error) = run(connection, "rollback")
    {
        tracing::warn!(%error, "a transaction cannot be rolled back");
    }
}

fn fly(connection: &Connection, begin: Option<&str>, asks: &[Ask], last: bool) -> Result<Vec<Answer>, Failed> {
    if let Some(begin) = begin {
        run(connection, begin)?;
    }
    let answered = |(at, ask)| answer(connection, ask).map_err(|failure| Failed { at, failure });
    let answers = asks.iter().enumerate().map(answered).collect::<Result<_, _>>()?;
    if last {
        run(connection, "commit").map_err(|failure| Failed { at: asks.len(), failure })?;
    }
    Ok(answers)
}

fn run(connection: &Connection, sql: &str) -> Result<(), EngineError> {
    Ok(connection.prepare_cached(sql)?.raw_execute().map(drop)?)
}

fn answer(connection: &Connection, ask: &Ask) -> Result<Answer, EngineError> {
    let sql = match ask.expects {
        Some(Expected::Row(column)) => format!("{} returning {column}", ask.sql).into(),
        Some(Expected::Rows(_) | Expected::True) | None => Cow::Borrowed(ask.sql.as_ref()),
    };
    let mut statement = connection.prepare_cached(&sql)?;
    for at in 1..=statement.parameter_count() {
        // To SQLite `$3` is a name, and parameters are numbered by their first occurrence.
        let name = statement.parameter_name(at).and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let place = name.unwrap_or(at);
        let value = place.checked_sub(1).and_then(|place| ask.values.get(place));
        let value = value.ok_or_else(|| EngineError::Unsent(format!("no value for ${place} of {}", ask.sql)))?;
        statement.raw_bind_parameter(at, Parameter(value))?;
    }
    if statement.column_count() == 0 {
        let affected = statement.raw_execute()? as u64;
        if let Some(Expected::Rows(rows)) = ask.expects
            && rows != affected
        {
            return Err(EngineError::Unexpected);
        }
        return Ok(Answer { affected, rows: Vec::new() });
    }
    let columns: Arc<[String]> = statement.column_names().into_iter().map(str::to_owned).collect();
    let (mut found, mut rows) = (statement.raw_query(), Vec::new());
    while let Some(row) = found.next()? {
        let cells = (0..columns.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
        rows.push(Row::Sqlite { columns: columns.clone(), cells });
    }
    let is_true =
        || matches!(rows.first(), Some(Row::Sqlite { cells, .. }) if cells.first() == Some(&Value::Integer(1)));
    let as_expected = match ask.expects {
        Some(Expected::True) => is_true(),
        Some(Expected::Row(_)) => rows.len() == 1,
        Some(Expected::Rows(_)) | None => true,
    };
    if !as_expected {
        return Err(EngineError::Unexpected);
    }
    Ok(Answer { affected: rows.len() as u64, rows })
}
