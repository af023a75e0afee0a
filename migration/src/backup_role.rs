//! The role that makes backups: it reads every row and changes nothing.
//!
//! Row-level security hides every row from the owner and the runtime role. Only a superuser can create a role that it does not
//! bind, so the operator does so with the two others. It may have PostgreSQL's own roles that only read, and no others: some write to
//! any table, or run programs.

use crate::roles::{UnfitRole, quoted};
use tokio_postgres::{Client, Error};

const FOUND: &str = "select r.rolbypassrls and not r.rolsuper
        and not exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace
            and pg_has_role(r.oid, c.relowner, 'member'))
        and not exists (select 1 from pg_roles p where pg_has_role(r.oid, p.oid, 'member') and p.oid <> r.oid
            and p.rolname not in ('pg_read_all_data', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables',
                'pg_monitor')) as fit
    from pg_roles r where r.rolname = $1";

/// Checks the role and sets its privileges, in one transaction. Returns why it cannot be used.
pub(crate) async fn grant(client: &mut Client, role: &str) -> Result<Option<UnfitRole>, Error> {
    let Some(found) = client.query_opt(FOUND, &[&role]).await? else {
        return Ok(Some(UnfitRole::NoBackup(role.to_owned())));
    };
    if !found.try_get::<_, bool>("fit")? {
        return Ok(Some(UnfitRole::UnfitBackup(role.to_owned())));
    }
    let role = quoted(role);
    let transaction = client.transaction().await?;
    for statement in [
        format!("revoke all on all tables in schema public from {role}"),
        format!("grant usage on schema public to {role}"),
        format!("grant select on all tables in schema public to {role}"),
        format!("grant select on all sequences in schema public to {role}"),
    ] {
        transaction.batch_execute(&statement).await?;
    }
    transaction.commit().await?;
    Ok(None)
}
