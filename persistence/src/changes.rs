//! Who follows which map in this process; and across processes on PostgreSQL, by LISTEN and NOTIFY.
//!
//! A map is told of after the COMMIT and not by `pg_notify` within the transaction: that takes a lock of the whole server
//! until the commit is on disk, so that no two changes of any map could be committed together (docs/adr/0014).

use crate::connect::ConnectError;
use crate::engine::{Address, Heard, Listener};
use crate::store::Database;
use async_trait::async_trait;
use domain::access::OrgScope;
use domain::{Changes, Following, MapId, OrganisationId};
use sea_orm::DatabaseBackend;
use secrecy::{ExposeSecret, SecretString};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use uuid::Uuid;

const CHANNEL: &str = "omringd_map";
/// How many changes may wait to be told to other processes; beyond that they are left to whoever looks now and then.
const WAITING: usize = 1024;
/// How long after a failure the next attempt is made.
const PAUSE: Duration = Duration::from_secs(1);
/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long changes are gathered after some were told: a commit of its own for each would cost as much as the change.
const GATHER: Duration = Duration::from_millis(25);

/// A map of an organisation.
type Followed = (Uuid, Uuid);

/// Who follows which map in this process. A map nobody follows takes no room.
#[derive(Clone, Debug, Default)]
pub(crate) struct Followers(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    maps: Mutex<HashMap<Followed, watch::Sender<()>>>,
    others: OnceLock<mpsc::Sender<Followed>>,
}

impl Followers {
    /// After a commit that touched the map: tells this process, and the others in a while.
    pub(crate) fn tell(&self, organisation: OrganisationId, map: MapId) {
        let followed = (organisation.0, map.0);
        self.wake(followed);
        if let Some(others) = self.0.others.get() {
            // Full, it is left to whoever looks now and then.
            let _ = others.try_send(followed);
        }
    }

    fn maps(&self) -> MutexGuard<'_, HashMap<Followed, watch::Sender<()>>> {
        self.0.maps.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake(&self, followed: Followed) {
        if let Some(door) = self.maps().get(&followed) {
            door.send_replace(());
        }
    }

    /// Something may have been missed.
    fn wake_all(&self) {
        self.maps().values().for_each(|door| door.send_replace(()));
    }

    fn follow(&self, followed: Followed) -> Follower {
        let door = self.maps().entry(followed).or_default().subscribe();
        Follower { followers: self.clone(), followed, door }
    }
}

struct Follower {
    followers: Followers,
    followed: Followed,
    door: watch::Receiver<()>,
}

#[async_trait]
impl Following for Follower {
    async fn changed(&mut self) {
        if self.door.changed().await.is_err() {
            // Cannot be: the door is kept while somebody follows.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let mut maps = self.followers.maps();
        if maps.get(&self.followed).is_some_and(|door| door.receiver_count() <= 1) {
            maps.remove(&self.followed);
        }
    }
}

impl Changes for Database {
    fn follow(&self, scope: OrgScope, map: MapId) -> Box<dyn Following> {
        Box::new(self.followers.follow((scope.organisation().0, map.0)))
    }
}

/// Keeps this process and the others telling each other of changes, until it is dropped.
#[derive(Debug)]
pub struct Exchange(Vec<JoinHandle<()>>);

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

impl Database {
    /// Begins to exchange changes with other processes, on two connections of their own: one listens, which needs a
    /// session of its own on the server, and one tells. On SQLite there is nobody to exchange with.
    ///
    /// # Errors
    /// [`ConnectError`] for an address that is none; a server that cannot be reached is tried again and again.
    pub fn exchange(&self, url: &SecretString) -> Result<Exchange, ConnectError> {
        if self.engine.backend() != DatabaseBackend::Postgres {
            return Ok(Exchange(Vec::new()));
        }
        let mut address = Address::parse(url.expose_secret())?;
        address.config.application_name("omringd changes").connect_timeout(PATIENCE).tcp_user_timeout(PATIENCE);
        let process = process();
        let (tell, told) = mpsc::channel(WAITING);
        // A second exchange would tell nothing: one is what a process needs.
        drop(self.followers.0.others.set(tell));
        let hear = tokio::spawn(hear(address.clone(), self.followers.clone(), process.clone()));
        Ok(Exchange(vec![hear, tokio::spawn(send(address, told, process))]))
    }
}

/// Something no other process has: what it told itself it need not hear.
fn process() -> String {
    use std::hash::{BuildHasher, Hasher};
    format!("{:016x}{:08x}", std::hash::RandomState::new().build_hasher().finish(), std::process::id())
}

/// Tells other processes, all that has come up meanwhile in one statement.
async fn send(mut address: Address, mut told: mpsc::Receiver<Followed>, process: String) {
    // What is told is on no disk: a commit that tells need not wait for one.
    address.config.options("-c synchronous_commit=off");
    let (mut batch, mut connection) = (Vec::new(), None);
    while told.recv_many(&mut batch, WAITING).await > 0 {
        batch.sort_unstable();
        batch.dedup();
        let notes: Vec<_> =
            batch.drain(..).map(|(organisation, map)| format!("{process} {organisation} {map}")).collect();
        if let Err(error) = notify(&address, &mut connection, &notes).await {
            tracing::warn!(%error, "other processes were not told of changes; they will look in a while");
        }
        tokio::time::sleep(GATHER).await;
    }
}

/// Tells these, on the connection there is, or on a new one.
async fn notify(
    address: &Address,
    connection: &mut Option<tokio_postgres::Client>,
    notes: &[String],
) -> Result<(), tokio_postgres::Error> {
    let open = connection.take().filter(|open| !open.is_closed());
    let client = match open {
        Some(open) => open,
        None => address.connect().await?,
    };
    let sql = "select pg_notify($1, note) from unnest($2::text[]) note";
    // Given back only if it answered.
    client.execute(sql, &[&CHANNEL, &notes]).await?;
    *connection = Some(client);
    Ok(())
}

/// Hears what other processes tell, for as long as it takes.
async fn hear(address: Address, followers: Followers, process: String) {
    loop {
        let ended = listen(&address, &followers, &process).await;
        let error = ended.err().map_or_else(|| "the connection ended".to_owned(), |error| error.to_string());
        tracing::warn!(error, "cannot listen for changes by other processes; trying again");
        tokio::time::sleep(PAUSE).await;
    }
}

async fn listen(address: &Address, followers: &Followers, process: &str) -> Result<(), tokio_postgres::Error> {
    let mut listener = Listener::open(address, CHANNEL).await?;
    tracing::debug!("listening for changes by other processes");
    // What was told while nobody listened is gone: everybody looks.
    followers.wake_all();
    while let Heard::Note(note) = listener.next().await {
        note_of(&note, process).into_iter().for_each(|followed| followers.wake(followed));
    }
    Ok(())
}

/// The map another process tells of.
fn note_of(note: &str, process: &str) -> Option<Followed> {
    let mut words = note.split(' ');
    let (from, organisation, map) = (words.next()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    (from != process).then_some((organisation, map))
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_process_does_not_hear_itself_and_no_other_words() {
        let (organisation, map) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let note = format!("other {organisation} {map}");
        assert_eq!(note_of(&note, "me"), Some((organisation, map)));
        assert_eq!(note_of(&note, "other"), None);
        for note in ["", "other", "other x y"] {
            assert_eq!(note_of(note, "me"), None);
        }
    }
}
