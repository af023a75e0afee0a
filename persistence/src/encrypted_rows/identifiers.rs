use super::{NewValue, json, limit, listed};
use crate::encryption::EncryptedKey;
use crate::engine::rows;
use crate::repository::identifiers;
use crate::store::Database;
use domain::ports::KeyVersion;
use domain::{ClientId, Error, OrganisationId, Result};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Identified {
        id: Uuid,
        sealed: Vec<u8>,
        key_version: Option<KeyVersion>,
        client_key: Option<Vec<u8>>,
    }
}

/// Clients who have identifiers and no hash with the newest key, each with their key.
const CLIENTS: &str = "select c.id, c.sealed, k.key_version, k.client_key from client c
    left join client_key k on k.organisation_id = c.organisation_id and k.client_id = c.id
    where c.organisation_id = $1 and c.id > $2
        and exists (select 1 from client_identifier i
            where i.organisation_id = c.organisation_id and i.client_id = c.id and i.key_version < $3)
        and not exists (select 1 from client_identifier i
            where i.organisation_id = c.organisation_id and i.client_id = c.id and i.key_version = $3)
    order by c.id limit $4";

impl Database {
    /// Adds hashes with the newest index key. A request that changes these clients waits, and writes hashes with both keys.
    pub(super) async fn hash_identifiers(
        &self,
        organisation: OrganisationId,
        after: Option<ClientId>,
        most: usize,
    ) -> Result<Option<ClientId>> {
        let indexes = self.keys.indexes(organisation).await?;
        let newest = indexes.last().ok_or_else(|| Error::internal("an organisation without an index key"))?;
        let mut transaction = self.begin_in(organisation).await?;
        let lock = if transaction.postgres() { "for no key update of c" } else { "" };
        let after = after.map_or(Uuid::nil(), |id| id.0);
        let values = [organisation.0.into(), after.into(), newest.version().into(), limit(most)?];
        let clients: Vec<Identified> = transaction.rows(format!("{CLIENTS} {lock}"), values).await?;
        let mut new = Vec::new();
        for client in &clients {
            let stored = client.key_version.zip(client.client_key.clone());
            let unreadable = || Error::internal(format!("client {} has identifiers and no key", client.id));
            let (version, key) = stored.ok_or_else(unreadable)?;
            let key = self.keys.decrypt(organisation, &EncryptedKey { client: client.id.into(), version, key }).await?;
            let theirs = identifiers(&key, client.id, &client.sealed)?;
            new.extend(theirs.iter().map(|identifier| NewValue::new(client.id, &newest.hash(identifier))));
        }
        if !new.is_empty() {
            let list = listed(&transaction, "$3");
            let sql = format!(
                "insert into client_identifier (organisation_id, value_hash, key_version, client_id)
                select $1, n.value, $2, n.id from {list} n where true
                on conflict (organisation_id, value_hash) do nothing"
            );
            let values: [Value; 2] = [newest.version().into(), json(&new)?];
            transaction.run_in(organisation, sql, values).await?;
        }
        transaction.commit().await?;
        Ok(clients.last().map(|client| client.id.into()))
    }

    /// Removes hashes with a key that is destroyed.
    pub(super) async fn remove_hashes(&self, organisation: OrganisationId, most: usize) -> Result<usize> {
        let versions = self.keys.store().index_versions(organisation).await?;
        let oldest = versions.first().copied().unwrap_or_default();
        let mut transaction = self.begin_in(organisation).await?;
        let sql = "delete from client_identifier where organisation_id = $1 and value_hash in
            (select i.value_hash from client_identifier i where i.organisation_id = $1 and i.key_version < $2 limit $3)";
        let removed = transaction.run_in(organisation, sql, [oldest.into(), limit(most)?]).await?;
        transaction.commit().await?;
        usize::try_from(removed).map_err(Error::internal)
    }
}
