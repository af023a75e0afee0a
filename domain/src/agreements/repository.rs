use super::Agreement;
use crate::access::Granted;
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{AgreementId, MapId, Page, PageRequest, Result, SupporterId, Version};
use async_trait::async_trait;

/// The agreements of the clients of one organisation.
#[async_trait]
pub trait Agreements: Send {
    /// Returns the agreement, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<AgreementId>) -> Result<Option<Agreement>>;
    /// Returns a page of the agreements on a map with one of these statuses; an empty list means all.
    async fn list(
        &mut self,
        map: &Granted<MapId>,
        statuses: &[AgreementStatus],
        page: PageRequest,
    ) -> Result<Page<Agreement>>;
    /// Whether the supporter is on the map, and whether the organisation has the support type.
    ///
    /// A violated foreign key does not say which of the two is missing.
    async fn exists(
        &mut self,
        map: &Granted<MapId>,
        supporter: Option<SupporterId>,
        support_type: Option<&SupportType>,
    ) -> Result<(bool, bool)>;
    /// Inserts the agreement on this map.
    ///
    /// # Errors
    /// [`crate::Conflict::UnknownReference`].
    async fn add(&mut self, map: &Granted<MapId>, agreement: &Agreement) -> Result<()>;
    /// Replaces the agreement if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`; [`crate::Conflict::UnknownReference`].
    async fn update(&mut self, id: &Granted<AgreementId>, agreement: &Agreement, seen: Version) -> Result<()>;
    /// Removes the agreement if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: &Granted<AgreementId>, seen: Version) -> Result<()>;
}
