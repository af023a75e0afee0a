use super::{NewValue, json, limit, listed};
use crate::dialect::for_update;
use crate::engine::rows;
use crate::repository::{AddressKeys, open_address};
use crate::store::Database;
use data_encoding::HEXLOWER;
use domain::ports::KeyVersion;
use domain::{Error, OrganisationId, Result};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Stored {
        id: Uuid,
        key_version: KeyVersion,
        sealed: Vec<u8>,
    }
}

impl Database {
    /// Encrypts invitations that are under an older key under the newest one.
    pub(super) async fn reseal_invitations(&self, organisation: OrganisationId, most: usize) -> Result<usize> {
        let newest = AddressKeys::newest(&self.keys, organisation).await?;
        self.rewrite(organisation, &newest, ("key_version", newest.key_version()), most).await
    }

    /// Hashes addresses that have a hash with an older index key with the newest one.
    pub(super) async fn hash_addresses(&self, organisation: OrganisationId, most: usize) -> Result<usize> {
        let newest = AddressKeys::newest(&self.keys, organisation).await?;
        self.rewrite(organisation, &newest, ("index_version", newest.index_version()), most).await
    }

    /// Writes the addresses anew of which this version is older.
    async fn rewrite(
        &self,
        organisation: OrganisationId,
        newest: &AddressKeys,
        (column, version): (&str, KeyVersion),
        most: usize,
    ) -> Result<usize> {
        let mut transaction = self.begin_in(organisation).await?;
        let lock = for_update(transaction.backend());
        let sql = format!(
            "select i.id, i.key_version, i.sealed from invitation i
            where i.organisation_id = $1 and i.{column} < $2 order by i.id limit $3 {lock}"
        );
        let values = [organisation.0.into(), version.into(), limit(most)?];
        let old: Vec<Stored> = transaction.rows(sql, values).await?;
        let mut new = Vec::with_capacity(old.len());
        for Stored { id, key_version, sealed } in &old {
            let address = open_address(&self.keys, organisation, *id, (Some(*key_version), Some(sealed))).await?;
            let address = address.ok_or_else(|| Error::internal("an encrypted address without an address"))?;
            let sealed = newest.seal(*id, &address)?;
            let hash = Some(HEXLOWER.encode(&sealed.address_hash));
            new.push(NewValue { hash, ..NewValue::new(*id, &sealed.sealed) });
        }
        if !new.is_empty() {
            let list = listed(&transaction, "$4");
            let sql = format!(
                "update invitation set key_version = $2, sealed = n.value, index_version = $3, address_hash = n.hash
                from {list} n where invitation.organisation_id = $1 and invitation.id = n.id"
            );
            let values: [Value; 3] = [newest.key_version().into(), newest.index_version().into(), json(&new)?];
            transaction.run_in(organisation, sql, values).await?;
        }
        transaction.commit().await?;
        Ok(old.len())
    }

    /// Removes invitations whose key is destroyed.
    pub(super) async fn remove_unreadable_invitations(&self, organisation: OrganisationId, most: usize) -> Result<()> {
        let oldest = self.keys.store().oldest(organisation).await?;
        let sql = "delete from invitation where organisation_id = $1 and id in
            (select i.id from invitation i where i.organisation_id = $1 and i.key_version < $2 order by i.id limit $3)";
        loop {
            let mut transaction = self.begin_in(organisation).await?;
            let removed = transaction.run_in(organisation, sql, [oldest.into(), limit(most)?]).await?;
            transaction.commit().await?;
            if usize::try_from(removed).map_err(Error::internal)? < most {
                return Ok(());
            }
        }
    }
}
