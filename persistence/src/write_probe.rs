//! Finds out whether the database can be written, by a write.

use crate::engine::rows;
use crate::store::Database;
use chrono::{DateTime, Utc};
use domain::ports::TransactionKind;
use domain::{Error, Result};

/// The number of tables on which the owner or this role lacks privileges that `omringd migrate` grants. Cascades of foreign
/// keys run with the owner's privileges.
pub(crate) const LACKING: &str = "select count(*) as tables from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relowner = (select relowner from pg_class where oid = 'public.seaql_migrations'::regclass)
        and not (has_table_privilege(c.relowner, c.oid, 'select') and has_table_privilege(c.relowner, c.oid, 'insert')
            and has_table_privilege(c.relowner, c.oid, 'update') and has_table_privilege(c.relowner, c.oid, 'delete')
            and has_any_column_privilege(c.oid, 'select')
            and (c.relname = 'seaql_migrations' or has_any_column_privilege(c.oid, 'insert')))";

rows! {
    struct Lacking {
        tables: i64,
    }
}

impl Database {
    /// Writes one small row. PostgreSQL rolls it back; SQLite commits it, as it keeps uncommitted changes in memory and finds
    /// a full disk only then.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the database cannot be written.
    pub(crate) async fn probe_writes(&self, at: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        if !transaction.postgres() {
            transaction.run("update write_probe set tried_at = $1", [at.into()]).await?;
            return transaction.commit().await;
        }
        let lacking: Option<Lacking> = transaction.row(LACKING, []).await?;
        if lacking.is_none_or(|lacking| lacking.tables > 0) {
            return Err(Error::Unavailable("privileges on the tables are missing: run `omringd migrate`".into()));
        }
        // Dropped, the transaction rolls back.
        transaction.run("insert into write_probe (tried_at) values ($1)", [at.into()]).await?;
        Ok(())
    }
}
