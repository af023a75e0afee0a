use super::Supporter;
use crate::access::Admission;
use crate::persons::Profile;
use crate::vocabulary::SupportType;
use crate::{MapId, Page, PageRequest, PersonId, Result, SupporterId, Version};
use async_trait::async_trait;
use std::collections::HashSet;

/// Somebody new, with their place on a map.
#[derive(Debug)]
pub struct Placing {
    /// Who may do it.
    pub admission: Admission,
    /// Who they will be.
    pub person: PersonId,
    /// What is known of them.
    pub profile: Profile,
    /// Their place, new at this instant, and what support there is.
    pub supporter: Supporter,
}

/// The supporters on the maps of one organisation's clients.
#[async_trait]
pub trait Supporters: Send {
    /// The supporter, if there is one.
    async fn get(&mut self, id: SupporterId) -> Result<Option<Supporter>>;
    /// A page of the map's supporters.
    async fn list(&mut self, map: MapId, page: PageRequest) -> Result<Page<Supporter>>;
    /// Adds it, with its supports.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyOnMap`]; [`crate::Conflict::UnknownReference`] if there is no such person of the client's.
    async fn add(&mut self, supporter: &Supporter, client: crate::ClientId) -> Result<()>;
    /// Replaces the supporter at version `seen`, and its supports if asked to.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, supporter: &Supporter, seen: Version, with_supports: bool) -> Result<()>;
    /// Takes the supporter at version `seen` off the map, with its supports, ties and agreements.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: SupporterId, seen: Version) -> Result<()>;
    /// Which of these support types the organisation has.
    async fn known_types(&mut self, of: &[&SupportType]) -> Result<HashSet<SupportType>>;
}
