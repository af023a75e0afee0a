//! Whether the database takes changes: tried out, not guessed from the last one.

use crate::engine::rows;
use crate::store::Database;
use chrono::{DateTime, Utc};
use domain::ports::TransactionKind;
use domain::{Error, Result};

/// How many tables the owner or this role may not use as `omringd migrate` left them. Without the owner's rights nothing
/// can be deleted that a foreign key deletes more with.
const LACKING: &str = "select count(*) as tables from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relowner = (select relowner from pg_class where oid = 'public.seaql_migrations'::regclass)
        and not (has_table_privilege(c.relowner, c.oid, 'select') and has_table_privilege(c.relowner, c.oid, 'insert')
            and has_table_privilege(c.relowner, c.oid, 'update') and has_table_privilege(c.relowner, c.oid, 'delete')
            and has_table_privilege(c.oid, 'select')
            and (c.relname = 'seaql_migrations' or has_table_privilege(c.oid, 'insert')))";

rows! {
    struct Lacking {
        tables: i64,
    }
}

impl Database {
    /// Writes one small row. PostgreSQL rolls it back. SQLite keeps what is not committed in memory, so only a commit
    /// finds that the disk is full.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if nothing can be stored.
    pub(crate) async fn probe_writes(&self, at: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        if !transaction.postgres() {
            transaction.run("update write_probe set tried_at = $1", [at.into()]).await?;
            return transaction.commit().await;
        }
        let lacking: Option<Lacking> = transaction.row(LACKING, []).await?;
        if lacking.is_none_or(|lacking| lacking.tables > 0) {
            return Err(Error::Unavailable("rights on the tables are lacking: run `omringd migrate`".into()));
        }
        // Dropped, the transaction rolls back.
        transaction.run("insert into write_probe (tried_at) values ($1)", [at.into()]).await?;
        Ok(())
    }
}
