//! Backups of PostgreSQL.

use super::{BackupError, Contents, ENDED, MIGRATIONS, WITHDRAWABLE};
use crate::engine::open_postgres;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use tokio_postgres::{Client, GenericClient};

/// The table that is there while a restore is unfinished.
const MARKER: &str = "restore_unfinished";

const TABLES: &str = "select c.relname::text as name, c.relforcerowsecurity as forced from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'restore_unfinished'
    order by c.relname";

const EMPTY: &str = "select not exists (select from pg_class c where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relname <> 'restore_unfinished')";

/// Events are in no backup: their order is that of the transactions of one server.
const LEFT_OUT: &str = "event";

/// What one transaction of the backup role sees. `pg_dump` uses it while this exists.
#[derive(Debug)]
pub struct PostgresSnapshot {
    /// What it contains.
    pub contents: Contents,
    /// The name by which `pg_dump` uses it.
    pub name: String,
    /// The major version of the server.
    pub server: u32,
    _client: Client,
}

impl PostgresSnapshot {
    /// Begins a transaction as the role of this URL and counts what it sees.
    ///
    /// # Errors
    /// [`BackupError`], also if row-level security applies to the role.
    pub async fn take(url: &str) -> Result<Self, BackupError> {
        let client = open_postgres(url).await?;
        let role = "select rolname::text, rolbypassrls or rolsuper from pg_roles where rolname = current_user";
        let role = client.query_one(role, &[]).await?;
        if !role.try_get::<_, bool>(1)? {
            return Err(BackupError::Bound(role.try_get(0)?));
        }
        let server = version(&client).await?;
        client.batch_execute("begin isolation level repeatable read read only").await?;
        let name = client.query_one("select pg_export_snapshot()", &[]).await?.try_get(0)?;
        // Read after the snapshot was taken: all that it sees was committed before.
        let taken_at: DateTime<Utc> = client.query_one("select clock_timestamp()", &[]).await?.try_get(0)?;
        let migrations = client.query(MIGRATIONS, &[]).await?;
        let migrations = migrations.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
        let mut rows = BTreeMap::new();
        for table in client.query(TABLES, &[]).await? {
            count(&client, table.try_get("name")?, &mut rows).await?;
        }
        Ok(Self { contents: Contents { taken_at, migrations, rows }, name, server, _client: client })
    }
}

/// A restore as the owner of the tables. Until it is finished, no process serves from the database.
#[derive(Debug)]
pub struct PostgresRestore {
    client: Client,
    /// The major version of the server.
    pub server: u32,
}

impl PostgresRestore {
    /// Marks an empty database.
    ///
    /// # Errors
    /// [`BackupError::NotEmpty`] if there is a table, or the database cannot be used.
    pub async fn begin(url: &str) -> Result<Self, BackupError> {
        let client = open_postgres(url).await?;
        if !client.query_one(EMPTY, &[]).await?.try_get::<_, bool>(0)? {
            return Err(BackupError::NotEmpty);
        }
        client.batch_execute(&format!("create table if not exists {MARKER} ()")).await?;
        Ok(Self { server: version(&client).await?, client })
    }

    /// The number of rows of each table, with those that row-level security hides from the owner.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn rows(&mut self) -> Result<BTreeMap<String, i64>, BackupError> {
        let transaction = self.client.transaction().await?;
        let mut rows = BTreeMap::new();
        for table in transaction.query(TABLES, &[]).await? {
            let name: &str = table.try_get("name")?;
            if table.try_get("forced")? {
                transaction.batch_execute(&format!("alter table {name} no force row level security")).await?;
            }
            count(&transaction, name, &mut rows).await?;
        }
        // Changes nothing.
        transaction.rollback().await?;
        Ok(rows)
    }

    /// Ends what an older backup must not bring back.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn end_sessions(&mut self) -> Result<(), BackupError> {
        let transaction = self.client.transaction().await?;
        let tables = transaction.query(TABLES, &[]).await?;
        let force = async |force: &str| {
            for table in &tables {
                if table.try_get("forced")? {
                    let name: &str = table.try_get("name")?;
                    transaction.batch_execute(&format!("alter table {name} {force} row level security")).await?;
                }
            }
            Ok::<_, BackupError>(())
        };
        force("no force").await?;
        for statement in ENDED {
            let later = format!("now() + interval '{} days'", WITHDRAWABLE.num_days());
            transaction.batch_execute(&statement.replace("{now}", "now()").replace("{later}", &later)).await?;
        }
        force("force").await?;
        Ok(transaction.commit().await?)
    }

    /// Removes the mark: the database can be served.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn finish(self) -> Result<(), BackupError> {
        Ok(self.client.batch_execute(&format!("drop table {MARKER}")).await?)
    }
}

pub(super) async fn is_unfinished(url: &str) -> Result<bool, BackupError> {
    let client = open_postgres(url).await?;
    // The catalogue, which every role can read.
    let marker = format!(
        "select exists (select from pg_class where relname = '{MARKER}' and relnamespace = 'public'::regnamespace)"
    );
    Ok(client.query_one(&marker, &[]).await?.try_get(0)?)
}

async fn version(client: &Client) -> Result<u32, BackupError> {
    let sql = "select current_setting('server_version_num')::integer / 10000";
    let major: i32 = client.query_one(sql, &[]).await?.try_get(0)?;
    Ok(major.unsigned_abs())
}

async fn count(client: &impl GenericClient, table: &str, rows: &mut BTreeMap<String, i64>) -> Result<(), BackupError> {
    if table != LEFT_OUT {
        let number = client.query_one(&format!("select count(*) from \"{table}\""), &[]).await?.try_get(0)?;
        rows.insert(table.to_owned(), number);
    }
    Ok(())
}
