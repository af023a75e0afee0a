use crate::access_log;
use crate::queue::as_system;
use crate::store::Database;
use crate::transaction::Transaction;
use domain::Result;
use domain::audit::OwedLine;
use domain::ports::{AccountStore, AccountStores};
use std::ops::Deref;
use tokio::sync::Notify;

/// The database in one operation on accounts, which owes the access log a line.
#[derive(Debug)]
pub(crate) struct OwingDatabase {
    database: Database,
    pub(crate) line: OwedLine,
}

impl Deref for OwingDatabase {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.database
    }
}

impl AccountStores for Database {
    fn owing(&self, line: OwedLine) -> Box<dyn AccountStore> {
        Box::new(OwingDatabase { database: self.clone(), line })
    }
}

impl OwingDatabase {
    /// Commits the change that completes the operation, with its line.
    pub(crate) async fn complete(&self, transaction: Transaction) -> Result<()> {
        complete(transaction, &self.line, &self.jobs).await
    }
}

/// Commits the change that completes an operation, with the line it owes.
pub(super) async fn complete(mut transaction: Transaction, line: &OwedLine, jobs: &Notify) -> Result<()> {
    if let Some(entry) = line.due() {
        // Row-level security accepts lines outside the transaction's organisation from the service only.
        as_system(&mut transaction);
        access_log::add(&mut transaction, [&entry])?;
    }
    let enqueued = transaction.enqueued;
    transaction.commit().await?;
    line.stored();
    if enqueued {
        jobs.notify_one();
    }
    Ok(())
}
