//! The followers of topics in this process.

use crate::store::Database;
use async_trait::async_trait;
use domain::access::{Action, OrgScope, Resource};
use domain::ports::{ErasedClients, Following, Notifications};
use domain::{ClientId, MapId, OrganisationId, Topic};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Notify, broadcast};

/// A topic in an organisation.
type Followed = (OrganisationId, Topic);

/// The followers of each topic. A topic without followers takes no memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Followers(Arc<Inner>);

/// How many erased clients are kept for a follower that is slow.
const ERASED: usize = 1_024;

#[derive(Debug)]
struct Inner {
    erased: broadcast::Sender<ClientId>,
    followed: Mutex<HashMap<Followed, Vec<Arc<Notify>>>>,
    /// Wakes the task that notifies other processes.
    others: Notify,
}

impl Default for Inner {
    fn default() -> Self {
        Self { erased: broadcast::Sender::new(ERASED), followed: Mutex::default(), others: Notify::new() }
    }
}

impl Followers {
    /// Tells this process of a committed event: wakes the followers of its topics, and reports an erased client.
    pub(crate) fn tell(
        &self,
        organisation: OrganisationId,
        action: Option<Action>,
        client: Option<ClientId>,
        map: Option<MapId>,
    ) {
        if let (Some(Action::Delete(Resource::Client)), Some(client), None) = (action, client, map) {
            // Without receivers nothing is in memory.
            let _ = self.0.erased.send(client);
        }
        for topic in Topic::of(action, client, map) {
            self.wake(organisation, topic);
        }
    }

    /// Lets the relay notify other processes.
    pub(crate) fn notify_others(&self) {
        self.0.others.notify_one();
    }

    /// Waits until there is something to notify other processes of.
    pub(crate) async fn for_others(&self) {
        self.0.others.notified().await;
    }

    /// Wakes the followers of this topic, after a commit.
    fn wake(&self, organisation: OrganisationId, topic: Topic) {
        for follower in self.followed().get(&(organisation, topic)).into_iter().flatten() {
            follower.notify_one();
        }
    }

    fn followed(&self) -> MutexGuard<'_, HashMap<Followed, Vec<Arc<Notify>>>> {
        self.0.followed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn follow(&self, organisation: OrganisationId, topics: &[Topic]) -> Follower {
        let followed: Vec<_> = topics.iter().map(|topic| (organisation, *topic)).collect();
        let woken = Arc::new(Notify::new());
        let mut all = self.followed();
        for topic in &followed {
            all.entry(*topic).or_default().push(woken.clone());
        }
        drop(all);
        Follower { followers: self.clone(), followed, woken }
    }
}

struct Follower {
    followers: Followers,
    followed: Vec<Followed>,
    /// Stores one notification until the follower waits for it.
    woken: Arc<Notify>,
}

#[async_trait]
impl Following for Follower {
    async fn changed(&mut self) {
        self.woken.notified().await;
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let mut all = self.followers.followed();
        for topic in &self.followed {
            let Some(followers) = all.get_mut(topic) else { continue };
            followers.retain(|follower| !Arc::ptr_eq(follower, &self.woken));
            if followers.is_empty() {
                all.remove(topic);
            }
        }
    }
}

struct Erased(broadcast::Receiver<ClientId>);

#[async_trait]
impl ErasedClients for Erased {
    async fn next(&mut self) -> Option<ClientId> {
        match self.0.recv().await {
            Ok(client) => Some(client),
            Err(RecvError::Lagged(_)) => None,
            // The database is gone, and nothing is erased any more.
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

impl Notifications for Database {
    fn follow(&self, scope: OrgScope, topics: &[Topic]) -> Box<dyn Following> {
        Box::new(self.followers.follow(scope.organisation(), topics))
    }

    fn erased(&self) -> Box<dyn ErasedClients> {
        Box::new(Erased(self.followers.0.erased.subscribe()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ClientId, MapId};
    use std::time::Duration;
    use uuid::Uuid;

    async fn is_woken(follower: &mut Follower) -> bool {
        tokio::time::timeout(Duration::from_millis(20), follower.changed()).await.is_ok()
    }

    #[tokio::test]
    async fn a_topic_takes_room_only_while_it_is_followed() {
        let followers = Followers::default();
        let (here, there) = (OrganisationId(Uuid::from_u128(1)), OrganisationId(Uuid::from_u128(3)));
        let (map, client) = (Topic::Map(MapId(Uuid::from_u128(2))), Topic::Client(ClientId(Uuid::from_u128(2))));
        followers.wake(here, map);
        assert!(followers.followed().is_empty());
        let (mut first, second) = (followers.follow(here, &[map, Topic::Organisation]), followers.follow(here, &[map]));
        drop(second);
        // The same map in another organisation is another map, and a client of the same id is no map.
        followers.wake(there, map);
        followers.wake(here, client);
        assert!(!is_woken(&mut first).await);
        for topic in [map, Topic::Organisation] {
            followers.wake(here, topic);
            followers.wake(here, map);
            assert!(is_woken(&mut first).await);
            assert!(!is_woken(&mut first).await);
        }
        drop(first);
        assert!(followers.followed().is_empty());
    }
}
