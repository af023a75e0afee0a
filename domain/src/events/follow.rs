use super::visible::{Rights, Visible};
use super::{Bookmark, ClientEvent, EventKind, KEPT, Reading};
use crate::access::Action;
use crate::accounts::NamedUser;
use crate::maps::LastChange;
use crate::ports::Following;
use crate::{Caller, ClientId, MapId, Ports, Result, Topic, Version};
use chrono::{DateTime, Duration, Utc};
use std::fmt;

/// How long before its events are removed a bookmark is too old, whatever the clocks say.
const MARGIN: Duration = Duration::days(1);
/// How many changes are told at once; a reader of more reads anew.
const MOST: usize = 200;

/// A change of something the user may see. It has no name and no words but who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind.
    pub kind: EventKind,
    /// Of which client.
    pub client: ClientId,
    /// On which map.
    pub map: Option<MapId>,
    /// The version of the map, where that is what changed.
    pub version: Option<Version>,
    /// Who made it, of what is on a map.
    pub by: Option<NamedUser>,
    /// The name of the request that made it.
    pub request: Option<String>,
}

impl Change {
    pub(super) fn of(kind: EventKind, client: ClientId, map: Option<MapId>) -> Self {
        Self { kind, client, map, version: None, by: None, request: None }
    }

    /// The same with the last change of the map.
    fn last(self, change: &LastChange) -> Self {
        Self { version: Some(change.version), by: change.by.clone(), request: change.request.clone(), ..self }
    }
}

/// What there is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    None,
    /// These changes.
    Changes(Vec<Change>),
    /// Some changes are not known: the reader reads everything anew.
    Reset,
}

/// When to look again, unless woken before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// When woken.
    Woken,
    /// At once: there is more.
    Now,
    /// In a moment: a transaction under way holds up events that are there.
    Soon,
}

/// One user's changes of all clients and maps they may see, from wherever they left off.
pub struct Feed {
    bookmark: Option<Bookmark>,
    visible: Option<Visible>,
    following: Box<dyn Following>,
}

impl fmt::Debug for Feed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Feed").field("bookmark", &self.bookmark).finish_non_exhaustive()
    }
}

impl Feed {
    /// Begins to follow, from this bookmark or from now.
    ///
    /// # Errors
    /// [`crate::Error::Forbidden`] to who is neither coach nor client.
    pub async fn open(ports: &Ports, caller: &Caller, bookmark: Option<Bookmark>) -> Result<Self> {
        let work = ports.begin(caller, Action::FollowChanges).await?;
        let following = ports.notifications.follow(work.authorization().scope(), &[Topic::Organisation]);
        work.end(Self { bookmark, visible: None, following }).await
    }

    /// Where the reader is.
    #[must_use]
    pub fn bookmark(&self) -> Option<Bookmark> {
        self.bookmark
    }

    /// Waits until there may be something to tell.
    pub async fn changed(&mut self) {
        self.following.changed().await;
    }

    /// What happened since the last look, as far as the user may see it now: the session, the membership, the assignments and the
    /// maps' privacy are read anew, after the events.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`], [`crate::Error::Forbidden`].
    pub async fn look(mut self, ports: &Ports, caller: &Caller) -> Result<(Self, News, Again)> {
        let mut work = ports.begin(caller, Action::FollowChanges).await?;
        let (user, now) = (work.user(), work.now());
        let reading = work.changes().since(self.bookmark.map(|bookmark| bookmark.cursor), user, now).await?;
        let rights = Rights::new(work.authorization(), &reading.candidates);
        let (before, mut visible) = (self.visible.take(), rights.visible());
        let again = if before.as_ref().is_none_or(|before| before.clients != visible.clients) {
            // What changed between the reading and this is read once more.
            let topics: Vec<_> = visible.clients.iter().map(|client| Topic::Client(*client)).collect();
            let topics = [&topics[..], &[Topic::Organisation]].concat();
            self.following = ports.notifications.follow(work.authorization().scope(), &topics);
            Again::Now
        } else {
            reading.again()
        };
        let news = match self.known(before, &visible, &reading, now) {
            Some(before) => news(&reading, &rights, &before, &mut visible),
            None => News::Reset,
        };
        self.bookmark = Some(Bookmark::new(reading.reached, visible.digest(), now));
        self.visible = Some(visible);
        work.end((self, news, again)).await
    }

    /// What the reader could see at the bookmark; `None` if that or what happened since is not known.
    fn known(
        &self,
        before: Option<Visible>,
        visible: &Visible,
        reading: &Reading,
        now: DateTime<Utc>,
    ) -> Option<Visible> {
        let bookmark = self.bookmark.filter(|_| !reading.lost)?;
        before.or_else(|| {
            let recent = now.timestamp() - bookmark.at < (KEPT - MARGIN).num_seconds();
            (recent && bookmark.visible == visible.digest()).then(|| visible.clone().untold())
        })
    }
}

impl Reading {
    fn again(&self) -> Again {
        match (self.more, self.pending) {
            (true, _) => Again::Now,
            (false, true) => Again::Soon,
            (false, false) => Again::Woken,
        }
    }
}

/// What to tell of a reading. Notes in `visible` which version of each map is told with it.
fn news(reading: &Reading, rights: &Rights<'_>, before: &Visible, visible: &mut Visible) -> News {
    let mut changes = visible.differences(before);
    let anew = visible.clone();
    visible.told_before(before);
    for change in changes.iter_mut().filter(|change| change.kind == EventKind::MapAdded) {
        if let Some(last) = change.map.and_then(|map| rights.last_change(map)) {
            *change = change.clone().last(last);
        }
    }
    changes.extend(reading.events.iter().filter_map(|event| event.change(rights, visible)));
    match changes.len() {
        0 => News::None,
        some if some <= MOST => News::Changes(changes),
        _ => {
            *visible = anew;
            News::Reset
        }
    }
}

impl ClientEvent {
    /// The change to tell, if the user may know of it and was not told of it yet: many changes of a map are told as the last.
    fn change(&self, rights: &Rights<'_>, visible: &mut Visible) -> Option<Change> {
        let kind = EventKind::of(self.action?, self.map.is_some())?;
        if !rights.allow(kind, self.client, self.map) {
            return None;
        }
        let change = Change::of(kind, self.client, self.map);
        match kind {
            EventKind::MapChanged => {
                let (last, map) = (rights.last_change(self.map?)?, visible.maps.get_mut(&self.map?)?);
                if map.told >= last.version {
                    return None;
                }
                map.told = last.version;
                Some(change.last(last))
            }
            EventKind::CardMade | EventKind::ReflectionsChanged => {
                Some(Change { by: self.by.clone(), request: self.request.clone(), ..change })
            }
            // Whoever looks after the organisation is not named to everybody.
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
