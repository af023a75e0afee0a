//! The keys of the clients of all organisations, for the rotation of the keys that encrypt them.

use crate::dialect::for_update;
use crate::encryption::EncryptedKey;
use crate::engine::rows;
use crate::store::Database;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use domain::ports::{ClientKeys, KeyVersion, TransactionKind};
use domain::{Error, OrganisationId, Result};
use sea_orm::Value;
use serde::Serialize;
use uuid::Uuid;

rows! {
    struct Organisation {
        id: Uuid,
    }
}

rows! {
    struct Stored {
        client_id: Uuid,
        key_version: KeyVersion,
        client_key: Vec<u8>,
    }
}

rows! {
    struct Newest {
        newest: Option<KeyVersion>,
    }
}

/// A new value as a member of a JSON array, so that one statement changes any number.
#[derive(Serialize)]
struct Changed {
    client: Uuid,
    key: String,
}

const CHANGED_POSTGRES: &str = "(select client, decode(key, 'hex') as key
    from json_to_recordset($3::text::json) as r (client uuid, key text))";
const CHANGED_SQLITE: &str =
    "(select unhex(value ->> 'client', '-') as client, unhex(value ->> 'key') as key from json_each($3))";

#[async_trait]
impl ClientKeys for Database {
    async fn organisations(&self, after: Option<OrganisationId>, most: usize) -> Result<Vec<OrganisationId>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.set("select set_config('app.operator', $1, true)", "on".to_owned());
        let sql = "select o.id from organisation o where o.id > $1 order by o.id limit $2";
        let after = after.map_or(Uuid::nil(), |id| id.0);
        let rows: Vec<Organisation> = transaction.rows(sql, [after.into(), limit(most)?]).await?;
        transaction.commit().await?;
        Ok(rows.into_iter().map(|row| row.id.into()).collect())
    }

    async fn add_key(&self, organisation: OrganisationId) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let sql = "select max(k.key_version) as newest from client_key k where k.organisation_id = $1";
        let used: Option<Newest> = transaction.row(sql, [organisation.0.into()]).await?;
        transaction.commit().await?;
        let (used, store) = (used.and_then(|row| row.newest), self.keys.store());
        if store.newest(organisation).await?.version() < used.unwrap_or_default() {
            return Err(Error::internal(
                "the key store is older than the database: a key would get a number that is used",
            ));
        }
        store.add(organisation).await
    }

    async fn reencrypt(&self, organisation: OrganisationId, most: usize) -> Result<usize> {
        let newest = self.keys.store().newest(organisation).await?;
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let lock = for_update(transaction.backend());
        let sql = format!(
            "select k.client_id, k.key_version, k.client_key from client_key k
            where k.organisation_id = $1 and k.key_version < $2 order by k.client_id limit $3 {lock}"
        );
        let values = [organisation.0.into(), newest.version().into(), limit(most)?];
        let old: Vec<Stored> = transaction.rows(sql, values).await?;
        let mut changed = Vec::with_capacity(old.len());
        for row in &old {
            let stored =
                EncryptedKey { client: row.client_id.into(), version: row.key_version, key: row.client_key.clone() };
            let key = self.keys.reencrypt(organisation, &stored, &newest).await?.key;
            changed.push(Changed { client: row.client_id, key: HEXLOWER.encode(&key) });
        }
        if !changed.is_empty() {
            let changed = serde_json::to_string(&changed).map_err(Error::internal)?;
            let list = if transaction.postgres() { CHANGED_POSTGRES } else { CHANGED_SQLITE };
            let sql = format!(
                "update client_key set key_version = $2, client_key = n.key from {list} n
                where client_key.organisation_id = $1 and client_key.client_id = n.client"
            );
            transaction.run_in(organisation, sql, [newest.version().into(), changed.into()]).await?;
        }
        transaction.commit().await?;
        Ok(old.len())
    }

    async fn export(&self, organisation: OrganisationId) -> Result<()> {
        self.export_bundle(organisation).await
    }

    async fn destroy_replaced(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool> {
        self.keys.store().destroy_replaced(organisation, before).await
    }
}

fn limit(most: usize) -> Result<Value> {
    Ok(i64::try_from(most).map_err(Error::internal)?.into())
}
