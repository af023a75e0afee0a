//! Who follows which map in this process.

use crate::store::Database;
use async_trait::async_trait;
use domain::access::OrgScope;
use domain::{Following, MapId, Notifications, OrganisationId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, watch};
use uuid::Uuid;

/// A map of an organisation.
pub(crate) type Followed = (Uuid, Uuid);

/// Who follows which map in this process. A map without followers takes no room.
#[derive(Clone, Debug, Default)]
pub(crate) struct Followers(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    maps: Mutex<HashMap<Followed, watch::Sender<()>>>,
    /// Wakes the task that notifies other processes.
    others: Notify,
}

impl Followers {
    /// Notifies the followers of the map in this process, after a commit.
    pub(crate) fn notify(&self, organisation: OrganisationId, map: MapId) {
        self.wake((organisation.0, map.0));
    }

    /// Notifies other processes in a while that maps changed.
    pub(crate) fn notify_others(&self) {
        self.0.others.notify_one();
    }

    /// Waits until other processes are to be notified.
    pub(crate) async fn for_others(&self) {
        self.0.others.notified().await;
    }

    fn maps(&self) -> MutexGuard<'_, HashMap<Followed, watch::Sender<()>>> {
        self.0.maps.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn wake(&self, followed: Followed) {
        if let Some(sender) = self.maps().get(&followed) {
            sender.send_replace(());
        }
    }

    fn follow(&self, followed: Followed) -> Follower {
        let receiver = self.maps().entry(followed).or_default().subscribe();
        Follower { followers: self.clone(), followed, receiver }
    }
}

struct Follower {
    followers: Followers,
    followed: Followed,
    receiver: watch::Receiver<()>,
}

#[async_trait]
impl Following for Follower {
    async fn changed(&mut self) {
        if self.receiver.changed().await.is_err() {
            // Cannot be: the sender is kept while there are followers.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let mut maps = self.followers.maps();
        if maps.get(&self.followed).is_some_and(|sender| sender.receiver_count() <= 1) {
            maps.remove(&self.followed);
        }
    }
}

impl Notifications for Database {
    fn follow(&self, scope: OrgScope, map: MapId) -> Box<dyn Following> {
        Box::new(self.followers.follow((scope.organisation().0, map.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn a_map_takes_room_only_while_it_is_followed() {
        let followers = Followers::default();
        let (map, other) = ((Uuid::from_u128(1), Uuid::from_u128(2)), (Uuid::from_u128(3), Uuid::from_u128(2)));
        followers.wake(map);
        assert!(followers.maps().is_empty());
        let (mut first, second) = (followers.follow(map), followers.follow(map));
        drop(second);
        // The same map in another organisation is another map.
        followers.wake(other);
        let heard = tokio::time::timeout(Duration::from_millis(20), first.changed()).await;
        assert!(heard.is_err());
        followers.wake(map);
        followers.wake(map);
        first.changed().await;
        assert!(tokio::time::timeout(Duration::from_millis(20), first.changed()).await.is_err());
        drop(first);
        assert!(followers.maps().is_empty());
    }
}
