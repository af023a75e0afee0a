//! How much fits for one client. The tables' triggers count it, on both databases; what goes beyond a limit is refused on
//! PostgreSQL by them too, and on SQLite by triggers of the service's own connections (docs/adr/0026).

use domain::clients::Full;
use rusqlite::Connection;

/// What the database calls the limit.
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

/// Makes this connection refuse what goes beyond a limit. What is beyond it already may still become less.
pub(crate) fn limit(connection: &Connection) -> rusqlite::Result<()> {
    let sql = "select exists (select 1 from sqlite_master where name = 'client_usage')";
    if !connection.query_row(sql, [], |row| row.get(0))? {
        // Nothing is stored yet: the migrations come first.
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
