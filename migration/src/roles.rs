//! The two roles on PostgreSQL: the owner of the tables migrates, the runtime role serves.
//!
//! Both are checked before any change; every run of `omringd migrate` sets their privileges.

use std::fmt;
use tokio_postgres::{Client, Error, Row};

/// Reason why a role cannot be used. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnfitRole {
    /// No such role exists.
    Missing(String),
    /// The runtime role owns the tables, or is a member of their owner.
    Owner(String),
    /// Row-level security does not apply to the runtime role: it is a superuser, has BYPASSRLS, or is a member of such a role.
    Unbound(String),
    /// This role owns the tables, and the migrating role is not a member of it.
    NotTheOwner(String),
    /// The role for backups does not exist.
    NoBackup(String),
    /// The role for backups is subject to row-level security, is a superuser, or is a member of another role of the service.
    UnfitBackup(String),
}

impl fmt::Display for UnfitRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(role) => write!(f, "OMRINGD_DATABASE_URL: the role {role:?} does not exist; create it first"),
            Self::Owner(role) => write!(
                f,
                "OMRINGD_DATABASE_URL: the role {role:?} owns the tables; use another role than in \
                 OMRINGD_OWNER_DATABASE_URL"
            ),
            Self::Unbound(role) => write!(
                f,
                "OMRINGD_DATABASE_URL: the role {role:?} is a superuser or bypasses row-level security; use a role \
                 without these privileges"
            ),
            Self::NotTheOwner(owner) => {
                write!(f, "OMRINGD_OWNER_DATABASE_URL: the tables belong to the role {owner:?}; connect as that role")
            }
            Self::NoBackup(role) => write!(
                f,
                "OMRINGD_BACKUP_DATABASE_URL: the role {role:?} does not exist; create it as a superuser: create role … login \
                 bypassrls"
            ),
            Self::UnfitBackup(role) => write!(
                f,
                "OMRINGD_BACKUP_DATABASE_URL: the role {role:?} must have BYPASSRLS, be no superuser, and be a member of no other \
                 role than those of PostgreSQL that only read"
            ),
        }
    }
}

impl std::error::Error for UnfitRole {}

struct Found {
    migrates: String,
    tables_of: Option<String>,
    owns: bool,
    present: bool,
    unbound: bool,
    same: bool,
}

const FOUND: &str = "
with t as (select c.oid, c.relowner from pg_class c
        where c.relnamespace = to_regnamespace('public') and c.relname = 'seaql_migrations'),
    r as (select oid, rolsuper from pg_roles where rolname = $1)
select current_user::text as migrates, (select pg_get_userbyid(relowner)::text from t) as tables_of,
    coalesce((select pg_has_role(current_user, relowner, 'member') from t), true) as owns,
    exists (select 1 from r) as present,
    exists (select 1 from r join pg_roles p on pg_has_role(r.oid, p.oid, 'member')
        where p.rolsuper or p.rolbypassrls) as unbound,
    exists (select 1 from r join pg_roles p on pg_has_role(r.oid, p.oid, 'member')
        where p.rolname = current_user or p.oid = (select relowner from t)) as same";

/// Checks both roles, on a connection of the migrating role.
pub(crate) async fn check(client: &Client, runtime: &str) -> Result<Option<UnfitRole>, Error> {
    let found = Found::from_row(&client.query_one(FOUND, &[&runtime]).await?)?;
    let role = runtime.to_owned();
    Ok(if !found.owns {
        Some(UnfitRole::NotTheOwner(found.tables_of.unwrap_or(found.migrates)))
    } else if !found.present {
        Some(UnfitRole::Missing(role))
    } else if found.same && !found.superuser_by_accident(runtime) {
        Some(UnfitRole::Owner(role))
    } else if found.unbound {
        Some(UnfitRole::Unbound(role))
    } else {
        None
    })
}

impl Found {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            migrates: row.try_get("migrates")?,
            tables_of: row.try_get("tables_of")?,
            owns: row.try_get("owns")?,
            present: row.try_get("present")?,
            unbound: row.try_get("unbound")?,
            same: row.try_get("same")?,
        })
    }

    /// A superuser is a member of every role, including the owner. The error then reports the superuser, not the membership.
    fn superuser_by_accident(&self, runtime: &str) -> bool {
        self.unbound && self.migrates != runtime && self.tables_of.as_deref() != Some(runtime)
    }
}

/// Tables on which the runtime role has fewer privileges than [`USUAL`]. It does not write the schema history; a
/// card never changes and is deleted only with its map, by the foreign key; persons can be removed from a card. The access log
/// and its seals only grow; the update of the tick locks its row.
const LIMITED: &[(&str, &str)] = &[
    ("seaql_migrations", "select"),
    ("own_membership", "select"),
    // The update locks the row: a password is not changed while a log-in with it begins.
    ("own_password", "select, update (password_hash)"),
    ("access_log", "select, insert"),
    ("log_seal", "select, insert"),
    ("log_head", "select, insert"),
    ("log_tick", "select, insert, update (id)"),
    ("card", "select, insert"),
    ("card_person", "select, insert, delete"),
];

/// Privileges of the runtime role on all other tables.
const USUAL: &str = "select, insert, update, delete";

/// The table of accounts. Only the owner of the tables makes a user an operator. Passwords are written here, and read from the
/// view `own_password`, which shows that of one user.
const ACCOUNTS: &str = "user_account";
const NEVER_WRITTEN: &str = "operator";
const NEVER_READ: &str = "password_hash";

/// The tables and views of the service, with their columns: those of the role that owns the schema history.
const TABLES: &str = "select c.relname::text as name, pg_get_userbyid(c.relowner)::text as owner,
        array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
            as columns
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and c.relowner = (select relowner from pg_class where oid = 'public.seaql_migrations'::regclass)
    order by c.relname";

/// Superusers with unneeded privileges on a table, granted when the service was once started as one of them.
const STRAYS: &str = "select distinct c.relname::text as name, g.rolname::text as grantee
    from pg_class c cross join lateral aclexplode(c.relacl) a join pg_roles g on g.oid = a.grantee
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and c.relowner = (select relowner from pg_class where oid = 'public.seaql_migrations'::regclass)
        and g.rolsuper and g.oid <> c.relowner";

/// Sets the privileges on every table: all for the owner, the required ones for the runtime role, none for superusers and `public`.
///
/// Uses one transaction, so that requests of running processes never see a table without privileges.
pub(crate) async fn set_privileges(client: &mut Client, runtime: &str) -> Result<(), Error> {
    let transaction = client.transaction().await?;
    let runtime = quoted(runtime);
    transaction.batch_execute(&format!("grant usage on schema public to {runtime}")).await?;
    for stray in transaction.query(STRAYS, &[]).await? {
        let (table, grantee) = (quoted(stray.try_get("name")?), quoted(stray.try_get("grantee")?));
        transaction.batch_execute(&format!("revoke all on {table} from {grantee}")).await?;
    }
    for row in transaction.query(TABLES, &[]).await? {
        let name: &str = row.try_get("name")?;
        let rights = match LIMITED.iter().find(|(limited, _)| *limited == name) {
            Some((_, rights)) => (*rights).to_owned(),
            None if name == ACCOUNTS => of_accounts(&row.try_get::<_, Vec<String>>("columns")?),
            None => USUAL.to_owned(),
        };
        let (table, owner) = (quoted(name), quoted(row.try_get("owner")?));
        for statement in [
            format!("grant all on {table} to {owner}"),
            format!("revoke all on {table} from public, {runtime}"),
            format!("grant {rights} on {table} to {runtime}"),
        ] {
            transaction.batch_execute(&statement).await?;
        }
    }
    transaction.commit().await
}

/// The usual privileges on the table of accounts with these columns, but for what is never read or written.
fn of_accounts(columns: &[String]) -> String {
    let but = |one: &str| {
        let others: Vec<_> = columns.iter().filter(|name| *name != one).map(|name| quoted(name)).collect();
        others.join(", ")
    };
    let (read, written) = (but(NEVER_READ), but(NEVER_WRITTEN));
    format!("select ({read}), insert ({written}), update ({written}), delete")
}

pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
