//! The epoch of the access log: a logical restore begins the numbers of transactions anew, so new lines need a new epoch.

use tokio_postgres::{Client, Error};

/// Whether lines or heads are of transactions that this server has not begun yet.
const RESTORED: &str = "select t.epoch from log_tick t
    where exists (select 1 from access_log l
            where l.epoch = t.epoch and l.xid >= pg_snapshot_xmax(pg_current_snapshot()))
        or exists (select 1 from log_head h
            where h.last_epoch = t.epoch and h.last_commit >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)";

/// Begins a new epoch if the database was restored from a dump. Before the service runs on it.
pub(crate) async fn renew(client: &mut Client) -> Result<(), Error> {
    let transaction = client.transaction().await?;
    transaction.batch_execute("select set_config('app.sealer', 'on', true)").await?;
    if let Some(row) = transaction.query_opt(RESTORED, &[]).await? {
        let epoch = row.try_get::<_, i16>("epoch")?.saturating_add(1);
        tracing::info!(epoch, "the database was restored; a new epoch of the access log begins");
        transaction.batch_execute(&format!("alter table access_log alter column epoch set default {epoch}")).await?;
        transaction.execute("update log_tick set epoch = $1", &[&epoch]).await?;
    }
    transaction.commit().await
}
