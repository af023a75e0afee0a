//! The followers of topics in this process.

use crate::store::Database;
use async_trait::async_trait;
use domain::access::OrgScope;
use domain::ports::{Following, Notifications};
use domain::{OrganisationId, Topic};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// A topic in an organisation.
type Followed = (OrganisationId, Topic);

/// The followers of each topic. A topic without followers takes no memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Followers(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    followed: Mutex<HashMap<Followed, Vec<Arc<Notify>>>>,
    /// Wakes the task that notifies other processes.
    others: Notify,
}

impl Followers {
    /// Lets the relay notify other processes.
    pub(crate) fn notify_others(&self) {
        self.0.others.notify_one();
    }

    /// Waits until there is something to notify other processes of.
    pub(crate) async fn for_others(&self) {
        self.0.others.notified().await;
    }

    /// Wakes the followers of this topic, after a commit.
    pub(crate) fn wake(&self, organisation: OrganisationId, topic: Topic) {
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

impl Notifications for Database {
    fn follow(&self, scope: OrgScope, topics: &[Topic]) -> Box<dyn Following> {
        Box::new(self.followers.follow(scope.organisation(), topics))
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
