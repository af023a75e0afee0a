//! What an operator must know of the database, for `omringd doctor`. Reads only.

use crate::engine::Ask;
use crate::store::Database;
use crate::write_probe::LACKING;
use chrono::{DateTime, Utc};
use domain::Result;
use sea_orm::DatabaseBackend;

/// The state of a PostgreSQL database.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// The server's clock.
    pub clock: DateTime<Utc>,
    /// The role that the service connects as.
    pub role: String,
    /// The number of tables with row-level security.
    pub protected: i64,
    /// The tables with policies whose row-level security is off, or does not bind their owner.
    pub unprotected: Vec<String>,
    /// The number of tables on which a role lacks privileges that `omringd migrate` grants.
    pub lacking: i64,
}

const SERVER: &str = "select clock_timestamp() as clock, current_user::text as role";

const TABLES: &str =
    "select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and exists (select 1 from pg_policy p where p.polrelid = c.oid)
    order by c.relname";

impl Database {
    /// Inspects PostgreSQL; `None` on SQLite, which has neither roles nor row-level security nor a clock of its own.
    ///
    /// # Errors
    /// [`domain::Error::Unavailable`].
    pub async fn inspect(&self) -> Result<Option<Inspection>> {
        if self.engine.backend() == DatabaseBackend::Sqlite {
            self.engine.alone(Ask::new("select 1", [])).await?;
            return Ok(None);
        }
        let [tables, lacking, server] = [TABLES, LACKING, SERVER].map(|sql| self.engine.alone(Ask::new(sql, [])));
        let (tables, lacking, server) = (tables.await?.rows, lacking.await?.rows, server.await?.rows);
        let (Some(lacking), Some(server)) = (lacking.first(), server.first()) else {
            return Err(domain::Error::internal("an inspection returned no row"));
        };
        let mut unprotected = Vec::new();
        for table in &tables {
            if !table.get::<bool>("forced")? {
                unprotected.push(table.get("name")?);
            }
        }
        Ok(Some(Inspection {
            clock: server.get("clock")?,
            role: server.get("role")?,
            protected: i64::try_from(tables.len() - unprotected.len()).map_err(domain::Error::internal)?,
            unprotected,
            lacking: lacking.get("tables")?,
        }))
    }
}
