use crate::ClientId;
use crate::Result;
use crate::cards::SealedCard;
use crate::maps::WholeMap;
use crate::persons::Person;
use crate::reflections::Reflection;
use async_trait::async_trait;

/// Reads all of one kind that a client has, in one statement each.
#[async_trait]
pub trait Exports: Send {
    /// Every map with everything on it, in order of id; the statement sees one moment.
    async fn maps_of(&mut self, client: ClientId) -> Result<Vec<WholeMap>>;
    /// Every person, in order of id; those who are on private maps only, if asked for.
    async fn persons_of(&mut self, client: ClientId, private_too: bool) -> Result<Vec<Person>>;
    /// Every reflection, in order of id.
    async fn reflections_of(&mut self, client: ClientId) -> Result<Vec<Reflection>>;
    /// Every card, in order of map and number.
    async fn cards_of(&mut self, client: ClientId) -> Result<Vec<SealedCard>>;
}
