use super::Agreement;
use crate::access::Granted;
use crate::vocabulary::{AgreementStatus, SupportType};
use crate::{AgreementId, MapId, Page, PageRequest, Result, SupporterId, Version};
use async_trait::async_trait;

/// The agreements of one organisation's clients.
#[async_trait]
pub trait Agreements: Send {
    /// The agreement, if there is one.
    async fn get(&mut self, id: &Granted<AgreementId>) -> Result<Option<Agreement>>;
    /// A page of the agreements on a map that stand at one of these statuses; without any, of all.
    async fn list(
        &mut self,
        map: &Granted<MapId>,
        statuses: &[AgreementStatus],
        page: PageRequest,
    ) -> Result<Page<Agreement>>;
    /// Whether the supporter is on the map, and whether the organisation has the support type. A foreign key alone
    /// could not tell which of the two is wrong.
    async fn exists(
        &mut self,
        map: &Granted<MapId>,
        supporter: Option<SupporterId>,
        support_type: Option<&SupportType>,
    ) -> Result<(bool, bool)>;
    /// Adds it to the map of this client.
    ///
    /// # Errors
    /// [`crate::Conflict::UnknownReference`].
    async fn add(&mut self, map: &Granted<MapId>, agreement: &Agreement) -> Result<()>;
    /// Replaces the agreement at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first; [`crate::Conflict::UnknownReference`].
    async fn update(&mut self, id: &Granted<AgreementId>, agreement: &Agreement, seen: Version) -> Result<()>;
    /// Removes the agreement at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: &Granted<AgreementId>, seen: Version) -> Result<()>;
}
