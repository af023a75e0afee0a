use super::visible::{Rights, Visible};
use super::{Bookmark, ClientEvent, EventKind, KEPT, Reading};
use crate::access::Action;
use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::maps::LastChange;
use crate::ports::Following;
use crate::{Caller, ClientId, MapId, Ports, Result, Topic, Version};
use chrono::{DateTime, Duration, Utc};
use std::fmt;

/// How long before the deletion of its events a bookmark expires; allows for clock differences.
const MARGIN: Duration = Duration::days(1);
/// Maximum number of changes in one update; larger updates are replaced by a reset.
const MAX_CHANGES: usize = 200;

/// A change visible to the user. Contains no names or texts except the name of the user who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind of change.
    pub kind: EventKind,
    /// The client concerned.
    pub client: ClientId,
    /// The map concerned, if any.
    pub map: Option<MapId>,
    /// The new version of the map, if the map changed.
    pub version: Option<Version>,
    /// The user who made the change, for changes on a map.
    pub by: Option<NamedUser>,
    /// The request id of the change, if recorded.
    pub request: Option<String>,
}

impl Change {
    pub(super) fn of(kind: EventKind, client: ClientId, map: Option<MapId>) -> Self {
        Self { kind, client, map, version: None, by: None, request: None }
    }

    /// Adds the version, user and request of the map's last change.
    fn last(self, change: &LastChange) -> Self {
        Self { version: Some(change.version), by: change.by.clone(), request: change.request.clone(), ..self }
    }
}

/// The result of polling for changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedUpdate {
    /// No changes.
    None,
    /// Changes since the last poll.
    Changes(Vec<Change>),
    /// Changes may be missing: the subscriber must read everything next_poll.
    Reset,
}

/// When to poll next, unless notified earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextPoll {
    /// When notified.
    WhenNotified,
    /// Immediately: more events are available.
    Immediately,
    /// Shortly: an open transaction delays existing events.
    Shortly,
}

/// A subscription of one user to the changes of all clients and maps visible to them.
pub struct Feed {
    bookmark: Option<Bookmark>,
    visible: Option<Visible>,
    following: Box<dyn Following>,
}

impl Disclosure for Feed {}

impl fmt::Debug for Feed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Feed").field("bookmark", &self.bookmark).finish_non_exhaustive()
    }
}

impl Feed {
    /// Subscribes, from this bookmark or from now.
    ///
    /// # Errors
    /// [`crate::Error::Forbidden`] for everyone except coaches, clients and integrations that may read cards.
    pub async fn open(ports: &Ports, caller: &Caller, bookmark: Option<Bookmark>) -> Result<Self> {
        let work = ports.begin(caller, Action::FollowChanges).await?;
        let following = ports.notifications.follow(work.authorization().scope(), &[Topic::Organisation]);
        work.end(Self { bookmark, visible: None, following }).await
    }

    /// The current position of the subscriber.
    #[must_use]
    pub fn bookmark(&self) -> Option<Bookmark> {
        self.bookmark
    }

    /// Waits for a notification.
    pub async fn changed(&mut self) {
        self.following.changed().await;
    }

    /// Returns the changes since the last poll that are visible to the user now.
    ///
    /// Session, membership, assignments and the privacy of maps are read next_poll, after the events.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`], [`crate::Error::Forbidden`].
    pub async fn poll(mut self, ports: &Ports, caller: &Caller) -> Result<(Self, FeedUpdate, NextPoll)> {
        let mut work = ports.begin(caller, Action::FollowChanges).await?;
        let (user, now) = (work.user(), work.now());
        let reading = work.changes().since(self.bookmark.map(|bookmark| bookmark.cursor), user, now).await?;
        let rights = Rights::new(work.authorization(), &reading.candidates);
        let (before, mut visible) = (self.visible.take(), rights.visible());
        let next_poll = if before.as_ref().is_none_or(|before| before.clients != visible.clients) {
            // Polls again to include changes between the read and this subscription.
            let topics: Vec<_> = visible.clients.iter().map(|client| Topic::Client(*client)).collect();
            let topics = [&topics[..], &[Topic::Organisation]].concat();
            self.following = ports.notifications.follow(work.authorization().scope(), &topics);
            NextPoll::Immediately
        } else {
            reading.next_poll()
        };
        let update = match self.baseline(before, &visible, &reading, now) {
            Some(before) => update(&reading, &rights, &before, &mut visible),
            None => FeedUpdate::Reset,
        };
        self.bookmark = Some(Bookmark::new(reading.reached, visible.digest(), now));
        self.visible = Some(visible);
        Ok(work.end_poll((self, update, next_poll)))
    }

    /// What the subscriber could see at the bookmark.
    ///
    /// `None` if that, or the events since, cannot be determined.
    fn baseline(
        &self,
        before: Option<Visible>,
        visible: &Visible,
        reading: &Reading,
        now: DateTime<Utc>,
    ) -> Option<Visible> {
        let bookmark = self.bookmark.filter(|_| !reading.lost)?;
        before.or_else(|| {
            let recent = now.timestamp() - bookmark.at < (KEPT - MARGIN).num_seconds();
            (recent && bookmark.visible == visible.digest()).then(|| visible.clone().reset_sent_versions())
        })
    }
}

impl Reading {
    fn next_poll(&self) -> NextPoll {
        match (self.more, self.pending) {
            (true, _) => NextPoll::Immediately,
            (false, true) => NextPoll::Shortly,
            (false, false) => NextPoll::WhenNotified,
        }
    }
}

/// The update for a reading. Records in `visible` the version of each map in the update.
fn update(reading: &Reading, rights: &Rights<'_>, before: &Visible, visible: &mut Visible) -> FeedUpdate {
    let mut changes = visible.differences(before);
    let all_unsent = visible.clone();
    visible.copy_sent_versions(before);
    for change in changes.iter_mut().filter(|change| change.kind == EventKind::MapAdded) {
        if let Some(last) = change.map.and_then(|map| rights.last_change(map)) {
            *change = change.clone().last(last);
        }
    }
    changes.extend(reading.events.iter().filter_map(|event| event.change(rights, visible)));
    match changes.len() {
        0 => FeedUpdate::None,
        some if some <= MAX_CHANGES => FeedUpdate::Changes(changes),
        _ => {
            *visible = all_unsent;
            FeedUpdate::Reset
        }
    }
}

impl ClientEvent {
    /// The visible change for this event, unless already reported.
    ///
    /// Several changes of a map are reported as the last.
    fn change(&self, rights: &Rights<'_>, visible: &mut Visible) -> Option<Change> {
        let kind = EventKind::of(self.action?, self.map.is_some())?;
        if !rights.allow(kind, self.client, self.map) {
            return None;
        }
        let change = Change::of(kind, self.client, self.map);
        match kind {
            EventKind::MapChanged => {
                let (last, map) = (rights.last_change(self.map?)?, visible.maps.get_mut(&self.map?)?);
                if map.sent >= last.version {
                    return None;
                }
                map.sent = last.version;
                Some(change.last(last))
            }
            EventKind::CardMade | EventKind::ReflectionsChanged => {
                Some(Change { by: self.by.clone(), request: self.request.clone(), ..change })
            }
            // The names of administrators are not disclosed to all subscribers.
            EventKind::ClientAdded
            | EventKind::ClientRemoved
            | EventKind::ClientChanged
            | EventKind::CoachesChanged
            | EventKind::PersonsChanged
            | EventKind::MapAdded
            | EventKind::MapRemoved => Some(Change { request: self.request.clone(), ..change }),
        }
    }
}
