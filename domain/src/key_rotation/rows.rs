use crate::{ClientId, OrganisationId, Result};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// Rows whose keys are replaced: encrypted with a key of their organisation or client, or found by a hash.
///
/// Every statement changes a bounded number of them, and what was done is not done again.
#[async_trait]
pub trait EncryptedRows: Debug + Send + Sync {
    /// Encrypts at most `most` invitations that are under an older key of the organisation under its newest one. Returns their number.
    ///
    /// Removes those whose key is destroyed: they came with an older copy of the database, and nothing can read them.
    async fn reencrypt_invitations(&self, organisation: OrganisationId, most: usize) -> Result<usize>;
    /// Adds an index key of the organisation, unless one is being replaced already.
    async fn add_index_key(&self, organisation: OrganisationId) -> Result<()>;
    /// Hashes the identifiers of at most `most` clients after this one with the newest index key too. Returns the last of them, or
    /// `None` after the last one.
    async fn hash_clients(
        &self,
        organisation: OrganisationId,
        after: Option<ClientId>,
        most: usize,
    ) -> Result<Option<ClientId>>;
    /// Hashes the addresses of at most `most` invitations with the newest index key instead of an older one. Returns their number.
    async fn hash_invitations(&self, organisation: OrganisationId, most: usize) -> Result<usize>;
    /// Destroys the index keys of the organisation whose successor was added before this instant. Returns whether there is still one
    /// that has a successor.
    ///
    /// Everything must have a hash with the newest one.
    async fn destroy_replaced_index(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool>;
    /// Removes at most `most` hashes whose key is destroyed. Returns their number.
    async fn remove_old_hashes(&self, organisation: OrganisationId, most: usize) -> Result<usize>;
    /// Adds a generation to a client's key, which decrypts only, unless there is such a one already. Returns whether the client has
    /// a key.
    async fn add_generation(&self, organisation: OrganisationId, client: ClientId) -> Result<bool>;
    /// Encrypts with the newest generation from now on. Returns whether the client has a key.
    async fn use_generation(&self, organisation: OrganisationId, client: ClientId) -> Result<bool>;
    /// Encrypts at most `most` rows of a client with the generation that encrypts now, except cards, which never change. Returns
    /// their number; 0 also if what is left is being changed by others.
    async fn reencrypt_rows(&self, organisation: OrganisationId, client: ClientId, most: usize) -> Result<usize>;
    /// Whether such rows are left.
    async fn has_old_rows(&self, organisation: OrganisationId, client: ClientId) -> Result<bool>;
}
