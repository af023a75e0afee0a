//! The limits of what is stored for one client (docs/adr/0026).
//!
//! Triggers of the tables count on both databases. On PostgreSQL they also refuse what exceeds a limit; on SQLite temporary
//! triggers of the service's own connections do.

use domain::clients::Full;
use rusqlite::Connection;

/// The name of the limit in the database.
pub(crate) fn constraint(full: Full) -> &'static str {
    match full {
        Full::Persons => "ck_client_usage__persons",
        Full::Maps => "ck_client_usage__maps",
        Full::Cards => "ck_client_usage__cards",
        Full::Bytes => "ck_client_usage__bytes",
    }
}

fn column(full: Full) -> &'static str {
    match full {
        Full::Persons => "persons",
        Full::Maps => "maps",
        Full::Cards => "cards",
        Full::Bytes => "bytes",
    }
}

/// Makes this connection refuse to exceed a limit. A count that exceeds it already may still decrease.
pub(crate) fn limit(connection: &Connection) -> rusqlite::Result<()> {
    let sql = "select exists (select 1 from sqlite_master where name = 'client_usage')";
    if !connection.query_row(sql, [], |row| row.get(0))? {
        // The database is not migrated yet.
        return Ok(());
    }
    for full in Full::ALL {
        let (name, column, max) = (constraint(full), column(full), full.max());
        let refuse = format!("begin select raise(abort, '{name}'); end");
        connection.execute_batch(&format!(
            "create temp trigger {name}_update before update of {column} on main.client_usage
                when new.{column} > {max} and new.{column} > old.{column} {refuse};
            create temp trigger {name}_insert before insert on main.client_usage when new.{column} > {max} {refuse}"
        ))?;
    }
    Ok(())
}
