//! Encrypted and hashed rows, for the rotation of their keys (docs/adr/0056, 0058).

mod client;
mod identifiers;
mod invitations;

use crate::encryption::ClientKey;
use crate::store::Database;
use crate::transaction::Transaction;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use domain::ports::{EncryptedRows, TransactionKind};
use domain::{ClientId, Error, OrganisationId, Result};
use sea_orm::Value;
use serde::Serialize;
use uuid::Uuid;

#[async_trait]
impl EncryptedRows for Database {
    async fn reencrypt_invitations(&self, organisation: OrganisationId, most: usize) -> Result<usize> {
        self.remove_unreadable_invitations(organisation, most).await?;
        self.reseal_invitations(organisation, most).await
    }

    async fn add_index_key(&self, organisation: OrganisationId) -> Result<()> {
        match self.keys.store().index_versions(organisation).await?.as_slice() {
            [_] => self.keys.store().add_index(organisation).await,
            _ => Ok(()),
        }
    }

    async fn hash_clients(
        &self,
        organisation: OrganisationId,
        after: Option<ClientId>,
        most: usize,
    ) -> Result<Option<ClientId>> {
        self.hash_identifiers(organisation, after, most).await
    }

    async fn hash_invitations(&self, organisation: OrganisationId, most: usize) -> Result<usize> {
        self.remove_unreadable_invitations(organisation, most).await?;
        self.hash_addresses(organisation, most).await
    }

    async fn destroy_replaced_index(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool> {
        self.keys.store().destroy_replaced_index(organisation, before).await
    }

    async fn remove_old_hashes(&self, organisation: OrganisationId, most: usize) -> Result<usize> {
        self.remove_hashes(organisation, most).await
    }

    async fn add_generation(&self, organisation: OrganisationId, client: ClientId) -> Result<bool> {
        self.change_generations(organisation, client, ClientKey::add_generation).await
    }

    async fn use_generation(&self, organisation: OrganisationId, client: ClientId) -> Result<bool> {
        self.change_generations(organisation, client, ClientKey::use_generation).await
    }

    async fn reencrypt_rows(&self, organisation: OrganisationId, client: ClientId, most: usize) -> Result<usize> {
        self.reseal_client(organisation, client, most).await
    }

    async fn has_old_rows(&self, organisation: OrganisationId, client: ClientId) -> Result<bool> {
        self.has_older_generation(organisation, client).await
    }
}

impl Database {
    /// A transaction that sees the rows of an organisation.
    async fn begin_in(&self, organisation: OrganisationId) -> Result<Transaction> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        Ok(transaction)
    }
}

/// A new value as a member of a JSON array, so that one statement writes any number.
#[derive(Serialize)]
struct NewValue {
    id: Uuid,
    /// In hexadecimal digits.
    value: String,
    hash: Option<String>,
}

impl NewValue {
    fn new(id: Uuid, value: &[u8]) -> Self {
        Self { id, value: HEXLOWER.encode(value), hash: None }
    }
}

/// The rows of a parameter with an array of [`NewValue`].
fn listed(transaction: &Transaction, parameter: &str) -> String {
    if transaction.postgres() {
        format!(
            "(select id, decode(value, 'hex') as value, decode(hash, 'hex') as hash
            from json_to_recordset({parameter}::text::json) as r (id uuid, value text, hash text))"
        )
    } else {
        format!(
            "(select unhex(value ->> 'id', '-') as id, unhex(value ->> 'value') as value, unhex(value ->> 'hash') as hash
            from json_each({parameter}))"
        )
    }
}

fn json(rows: &[NewValue]) -> Result<Value> {
    Ok(serde_json::to_string(rows).map_err(Error::internal)?.into())
}

fn limit(most: usize) -> Result<Value> {
    Ok(i64::try_from(most).map_err(Error::internal)?.into())
}

/// Locks what nobody else holds: no request waits for the rotation, and the rotation waits for none.
fn skip_locked(transaction: &Transaction) -> &'static str {
    if transaction.postgres() { "for update skip locked" } else { "" }
}
