use super::{NewValue, json, limit, listed, skip_locked};
use crate::dialect::for_update;
use crate::encryption::{ChangeGenerations, EncryptedKey};
use crate::engine::{Row, rows};
use crate::store::Database;
use crate::transaction::Transaction;
use domain::{ClientId, OrganisationId, Result};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Sealed {
        id: Uuid,
        sealed: Vec<u8>,
    }
}

rows! {
    struct Found {
        found: bool,
    }
}

/// The tables of what is written about a client and can change, with the column of the client.
const TABLES: [(&str, &str); 9] = [
    ("client", "id"),
    ("assignment", "client_id"),
    ("person", "client_id"),
    ("map", "client_id"),
    ("agreement", "client_id"),
    ("reflection", "client_id"),
    ("coach_note", "client_id"),
    ("erasure_request", "client_id"),
    ("legal_hold", "client_id"),
];

/// Rows of a table that another generation encrypted.
fn old(table: &str, client: &str) -> String {
    format!("{table} r where r.organisation_id = $1 and r.{client} = $2 and substr(r.sealed, 2, 1) <> $3")
}

impl Database {
    pub(super) async fn change_generations(
        &self,
        organisation: OrganisationId,
        client: ClientId,
        change: ChangeGenerations,
    ) -> Result<bool> {
        let mut transaction = self.begin_in(organisation).await?;
        let lock = for_update(transaction.backend());
        let Some(stored) = key(&mut transaction, organisation, client, lock).await? else { return Ok(false) };
        if let Some(changed) = self.keys.change_generations(organisation, &stored, change).await? {
            let sql = "update client_key set client_key = $3 where organisation_id = $1 and client_id = $2";
            transaction.run_in(organisation, sql, [client.0.into(), changed.key.into()]).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }

    /// Encrypts rows of one table with the generation that encrypts now.
    pub(super) async fn reseal_client(
        &self,
        organisation: OrganisationId,
        client: ClientId,
        most: usize,
    ) -> Result<usize> {
        let mut transaction = self.begin_in(organisation).await?;
        let Some(stored) = key(&mut transaction, organisation, client, "").await? else { return Ok(0) };
        let key = self.keys.decrypt(organisation, &stored).await?;
        for (table, column) in TABLES {
            let lock = skip_locked(&transaction);
            let sql = format!("select r.id, r.sealed from {} order by r.id limit $4 {lock}", old(table, column));
            let values = [organisation.0.into(), client.0.into(), vec![key.generation()].into(), limit(most)?];
            let rows: Vec<Sealed> = transaction.rows(sql, values).await?;
            if rows.is_empty() {
                continue;
            }
            let anew = |row: &Sealed| {
                Ok(NewValue::new(row.id, &key.seal_bytes(table, row.id, &key.open_bytes(table, row.id, &row.sealed)?)?))
            };
            let new = json(&rows.iter().map(anew).collect::<Result<Vec<_>>>()?)?;
            let list = listed(&transaction, "$2");
            let sql = format!(
                "update {table} set sealed = n.value from {list} n where {table}.organisation_id = $1 and {table}.id = n.id"
            );
            transaction.run_in(organisation, sql, [new]).await?;
            transaction.commit().await?;
            return Ok(rows.len());
        }
        transaction.end();
        Ok(0)
    }

    pub(super) async fn has_older_generation(&self, organisation: OrganisationId, client: ClientId) -> Result<bool> {
        let mut transaction = self.begin_in(organisation).await?;
        let Some(stored) = key(&mut transaction, organisation, client, "").await? else { return Ok(false) };
        let generation = self.keys.decrypt(organisation, &stored).await?.generation();
        let any = TABLES.map(|(table, column)| format!("exists (select 1 from {})", old(table, column))).join(" or ");
        let values: [Value; 3] = [organisation.0.into(), client.0.into(), vec![generation].into()];
        let found: Option<Found> = transaction.row(format!("select {any} as found"), values).await?;
        transaction.end();
        Ok(found.is_some_and(|row| row.found))
    }
}

async fn key(
    transaction: &mut Transaction,
    organisation: OrganisationId,
    client: ClientId,
    lock: &str,
) -> Result<Option<EncryptedKey>> {
    let sql = format!(
        "select k.key_version, k.client_key from client_key k where k.organisation_id = $1 and k.client_id = $2 {lock}"
    );
    let row: Option<Row> = transaction.row(sql, [organisation.0.into(), client.0.into()]).await?;
    row.map_or(Ok(None), |row| EncryptedKey::of(client, &row))
}
