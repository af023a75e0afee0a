use super::Supporter;
use crate::persons::Profile;
use crate::vocabulary::SupportType;
use crate::{MapId, Page, PageRequest, PersonId, Result, SupporterId, Version};
use async_trait::async_trait;
use std::collections::HashSet;

/// Somebody new, with their place on a map.
#[derive(Debug)]
pub struct Placing {
    /// Who they will be.
    pub person: PersonId,
    /// What is known of them.
    pub profile: Profile,
    /// Their place, new at this instant, and what support there is.
    pub supporter: Supporter,
}

/// Somebody new who is on a map as soon as this is committed. Dropped, nothing of it has happened.
#[async_trait]
pub trait Placed: Send {
    /// How many supporters were on the map.
    fn supporters(&self) -> usize;
    /// How many supports, of all supporters together.
    fn supports(&self) -> usize;
    /// Makes it last.
    ///
    /// # Errors
    /// Only the general ones.
    async fn commit(self: Box<Self>) -> Result<()>;
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
