//! PostgreSQL through a pooler in transaction mode, such as PgBouncer: each transaction may be on another server
//! connection, which other processes have used before (docs/adr/0017).
//!
//! The driver prepares a statement in one message and runs it in the next, always under a name. Outside a transaction those
//! may reach two connections; and a name may be taken by whoever was there before. So a single statement gets a transaction
//! too, and each transaction begins by forgetting what others prepared.

use crate::error::lost;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, QueryResult, RuntimeErr, Statement,
    TransactionOptions, TransactionTrait,
};
use std::sync::Arc;

/// What each transaction begins with behind a pooler; nothing without one.
pub(crate) type Preamble = Option<Arc<str>>;

/// Forgets what others prepared on this connection, and sets what is otherwise set when connecting: a pooler does not pass
/// that on.
pub(crate) fn preamble(session: &[(&str, String)]) -> Arc<str> {
    let set = session.iter().map(|(name, value)| format!("; set local {name} = '{value}'"));
    format!("deallocate all{}", set.collect::<String>()).into()
}

/// Begins a transaction.
pub(crate) async fn begin(
    connection: &DatabaseConnection,
    preamble: &Preamble,
    options: TransactionOptions,
) -> Result<DatabaseTransaction, DbErr> {
    let (connection, preamble) = (connection.clone(), preamble.clone());
    // In a task of its own: `begin` dropped half way leaves the pool a connection with an open transaction
    // (sqlx#4393), and the next borrower's acknowledged write is gone.
    let begun = tokio::spawn(async move { on_a_live_connection(|| begin_once(&connection, &preamble, options)).await });
    begun.await.map_err(|error| DbErr::Conn(RuntimeErr::Internal(error.to_string())))?
}

async fn begin_once(
    connection: &DatabaseConnection,
    preamble: &Preamble,
    options: TransactionOptions,
) -> Result<DatabaseTransaction, DbErr> {
    let transaction = connection.begin_with_options(options).await?;
    if let Some(preamble) = preamble {
        transaction.execute_unprepared(preamble).await?;
    }
    Ok(transaction)
}

/// How many connections are tried, more than a pool usually has: a restart of the server ends all of them at once.
const TRIES: usize = 20;

/// Repeats what changes nothing, on another connection, where the server of the pooled one turns out to be gone.
async fn on_a_live_connection<T, F>(once: impl Fn() -> F) -> Result<T, DbErr>
where
    F: Future<Output = Result<T, DbErr>>,
{
    let mut tries = 1;
    loop {
        match once().await {
            Err(error) if lost(&error) && tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// The row of a statement that is a transaction of its own and changes nothing.
pub(crate) async fn query_one(
    connection: &DatabaseConnection,
    preamble: &Preamble,
    statement: Statement,
) -> Result<Option<QueryResult>, DbErr> {
    on_a_live_connection(|| query_once(connection, preamble, statement.clone())).await
}

async fn query_once(
    connection: &DatabaseConnection,
    preamble: &Preamble,
    statement: Statement,
) -> Result<Option<QueryResult>, DbErr> {
    if preamble.is_none() {
        return connection.query_one_raw(statement).await;
    }
    let transaction = begin(connection, preamble, TransactionOptions::default()).await?;
    let row = transaction.query_one_raw(statement).await?;
    transaction.commit().await?;
    Ok(row)
}
