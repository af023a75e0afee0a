//! The contract of the unit of work, below HTTP: what a store promises the domain, on both databases.

mod idempotency;

use crate::support::{Actor, App, Db, World, count, id};
use domain::access::{Action, Granted, OrgScope, Resource, TargetId};
use domain::accounts::NamedUser;
use domain::audit::{AuditEntry, AuditedOperation, Outcome, RequestOrigin};
use domain::clients::{Clients, ExternalIdentifier};
use domain::coach_notes::{CoachNote, CoachNotes};
use domain::events::Event;
use domain::maps::Maps;
use domain::persons::{Person, Persons, Profile};
use domain::ports::{Clock, Repositories, Store, StoredResponse, TransactionKind};
use domain::{
    Caller, ClientId, Conflict, Error, IdempotencyKey, LongText, MapId, PageRequest, PersonId, Result, SessionId,
    ShortText, UserId, storable,
};
use rstest::rstest;
use std::sync::Arc;
use uuid::Uuid;

/// A seeded database. Its application is not asked anything.
struct Fixture {
    store: Arc<dyn Store>,
    app: App,
    world: World,
}

/// The action that every unit of work here is authorized for: its target is a client, and a client's coach may do it.
const ADD_PERSON: Action = Action::Create(Resource::Person);

impl Fixture {
    async fn new(db: Db) -> Self {
        let (app, world) = App::with_world(db).await;
        Self { store: app.ports().await.store, app, world }
    }

    /// The client of organisation A, and of B.
    fn clients(&self) -> [ClientId; 2] {
        [self.world.a.client_id.into(), self.world.b.client_id.into()]
    }

    async fn open<T: TargetId>(
        &self,
        caller: &Caller,
        kind: TransactionKind,
        action: Action,
        on: T,
    ) -> Result<(Box<dyn Repositories>, Granted<T>)> {
        let opened = self.store.open(caller, kind, Some(on.into()), self.app.clock.now()).await?;
        let authorization = opened.principal().clone().authorize(action)?;
        let granted = authorization.on(on, opened.attributes())?;
        let scope: OrgScope = authorization.scope();
        Ok((opened.enter(scope), granted))
    }

    /// A unit of work of the coach in organisation A, on their client.
    async fn begin(&self, kind: TransactionKind) -> (Box<dyn Repositories>, Granted<ClientId>) {
        self.open(&caller(&self.world.a.coach), kind, ADD_PERSON, self.clients()[0]).await.unwrap()
    }

    async fn write(&self) -> (Box<dyn Repositories>, Granted<ClientId>) {
        self.begin(TransactionKind::Write).await
    }

    /// The coach's request with an idempotency key, as far as the store has an answer to it.
    async fn replayed(&self, caller: &Caller) -> Result<Option<Vec<u8>>> {
        let mut opened = self.store.open(caller, TransactionKind::Write, None, self.app.clock.now()).await?;
        Ok(opened.stored_response().map(|stored| stored.0))
    }

    /// The entry of the access log of a unit of work here.
    fn entry(&self) -> AuditEntry {
        let operation = AuditedOperation::Action(ADD_PERSON);
        let entry = AuditEntry::new(operation, RequestOrigin::default(), self.app.clock.now());
        AuditEntry { organisation: Some(self.world.a.id.into()), outcome: Outcome::Done, ..entry }
    }

    async fn has(&self, person: PersonId) -> bool {
        let sql = "select id from person where id = $1";
        self.app.raw.query(sql, &[person.0.into()]).await.unwrap().len() == 1
    }

    async fn events(&self) -> i64 {
        count(&self.app.raw, "event").await
    }

    fn person(&self, client: ClientId) -> Person {
        let (id, at) = (PersonId(id()), storable(self.app.clock.now()));
        let alias = ShortText::new(id.0.to_string()).unwrap();
        let profile = Profile { alias, relationship: None, life_domain: None, phone: None, email: None, note: None };
        Person { id, client_id: client, profile, past: false, version: 1, created_at: at, updated_at: at }
    }

    /// Adds a person and sends that, so that the database has it and not only the queue.
    async fn add_person(&self, work: &mut dyn Repositories, client: &Granted<ClientId>) -> PersonId {
        let person = self.person(client.id());
        Persons::add(work, client, &person).await.unwrap();
        assert_eq!(Persons::named(work, client, &[person.id]).await.unwrap().len(), 1);
        person.id
    }
}

fn caller(actor: &Actor) -> Caller {
    Caller::person(SessionId(actor.session), UserId(actor.user))
}

fn keyed(actor: &Actor, key: &str, fingerprint: u8) -> Caller {
    let key = IdempotencyKey { key: key.to_owned(), fingerprint: [fingerprint; 32] };
    Caller { idempotency: Some(key), ..caller(actor) }
}

fn event(client: ClientId, actor: &Actor, at: chrono::DateTime<chrono::Utc>) -> Event {
    Event { action: ADD_PERSON, actor: UserId(actor.user), client: Some(client), map: None, target: None, at }
}

fn answer(text: &str) -> Option<StoredResponse> {
    Some(StoredResponse(text.as_bytes().to_vec()))
}

#[rstest]
#[tokio::test]
async fn a_commit_stores_the_change_and_its_event(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let before = fixture.events().await;
    let (mut work, client) = fixture.write().await;
    let person = fixture.add_person(&mut *work, &client).await;
    assert!(!fixture.has(person).await, "seen before the commit");
    let event = event(client.id(), &fixture.world.a.coach, fixture.app.clock.now());
    assert_eq!(work.commit(vec![event], fixture.entry(), None).await.unwrap(), []);
    assert!(fixture.has(person).await);
    assert_eq!(fixture.events().await, before + 1);
}

#[rstest]
#[tokio::test]
async fn a_unit_of_work_that_is_dropped_changes_nothing(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let before = fixture.events().await;
    let (mut work, client) = fixture.write().await;
    let sent = fixture.add_person(&mut *work, &client).await;
    let queued = fixture.person(client.id());
    Persons::add(&mut *work, &client, &queued).await.unwrap();
    drop(work);
    // The next one on the same connection finds nothing of it, and its commit stores nothing of it.
    let (mut work, client) = fixture.write().await;
    assert_eq!(Persons::named(&mut *work, &client, &[sent, queued.id]).await.unwrap(), []);
    work.commit(Vec::new(), fixture.entry(), None).await.unwrap();
    assert!(!fixture.has(sent).await && !fixture.has(queued.id).await);
    assert_eq!(fixture.events().await, before);
}

#[rstest]
#[tokio::test]
async fn a_stale_version_undoes_everything(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let before = fixture.events().await;
    for remove in [false, true] {
        let (mut work, id) = fixture.write().await;
        let person = fixture.add_person(&mut *work, &id).await;
        let client = Clients::get(&mut *work, &id).await.unwrap().unwrap();
        if remove {
            Clients::remove(&mut *work, &id, client.version + 1).await.unwrap();
        } else {
            Clients::update(&mut *work, &id, &client, client.version + 1).await.unwrap();
        }
        let event = event(id.id(), &fixture.world.a.coach, fixture.app.clock.now());
        let failed = work.commit(vec![event], fixture.entry(), None).await.unwrap_err();
        assert!(matches!(failed, Error::Stale(_)), "{failed:?}");
        assert!(!fixture.has(person).await);
        assert_eq!(fixture.events().await, before);
    }
}

#[rstest]
#[tokio::test]
async fn of_two_changes_of_one_version_one_is_made(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let change = || async {
        let (mut work, id) = fixture.write().await;
        let mut client = Clients::get(&mut *work, &id).await?.unwrap();
        // Both have read the first version.
        client.version = 2;
        Clients::update(&mut *work, &id, &client, 1).await?;
        work.commit(Vec::new(), fixture.entry(), None).await
    };
    let (one, other) = tokio::join!(change(), change());
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    let failed = one.and(other).unwrap_err();
    assert!(matches!(failed, Error::Stale(_)), "{failed:?}");
    assert_eq!(count(&fixture.app.raw, "client where version = 2").await, 1);
}

#[rstest]
#[tokio::test]
async fn a_conflict_undoes_everything_and_names_itself(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let (mut work, id) = fixture.write().await;
    let person = fixture.add_person(&mut *work, &id).await;
    let mut client = Clients::get(&mut *work, &id).await.unwrap().unwrap();
    let [system, value] = ["https://ecd.example.nl/clientnummer", &fixture.world.a.other_client_id.to_string()];
    let taken = ExternalIdentifier { system: ShortText::new(system).unwrap(), value: ShortText::new(value).unwrap() };
    client.external_identifiers.push(taken);
    Clients::update(&mut *work, &id, &client, client.version).await.unwrap();
    let failed = work.commit(Vec::new(), fixture.entry(), None).await.unwrap_err();
    assert!(matches!(failed, Error::Conflict(Conflict::ExternalIdentifierTaken)), "{failed:?}");
    assert!(!fixture.has(person).await);

    let (mut work, id) = fixture.write().await;
    let person = fixture.person(id.id());
    let same = Person { id: fixture.world.a.open.person.into(), ..fixture.person(id.id()) };
    Persons::add_all(&mut *work, &id, &[person.clone(), same]).await.unwrap();
    let failed = work.commit(Vec::new(), fixture.entry(), None).await.unwrap_err();
    let Error::ConflictIn(Conflict::IdTaken, fields) = failed else { panic!("{failed:?}") };
    assert_eq!(fields.iter().map(|field| field.pointer.as_str()).collect::<Vec<_>>(), ["/persons"]);
    assert!(!fixture.has(person.id).await);
}

#[rstest]
#[tokio::test]
async fn a_commit_without_an_event_stores_the_change_alone(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let before = fixture.events().await;
    let (mut work, client) = fixture.write().await;
    let person = fixture.add_person(&mut *work, &client).await;
    work.commit(Vec::new(), fixture.entry(), None).await.unwrap();
    assert!(fixture.has(person).await);
    assert_eq!(fixture.events().await, before);
}

#[rstest]
#[tokio::test]
async fn a_map_that_changes_twice_in_one_commit_gets_one_event(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let (coach, map) = (&fixture.world.a.coach, MapId(fixture.world.a.open.map));
    let update = Action::Update(Resource::Map);
    let (mut work, granted) = fixture.open(&caller(coach), TransactionKind::Write, update, map).await.unwrap();
    let version = granted.revision().unwrap().version;
    for _ in 0..2 {
        Maps::bump_version(&mut *work, &granted, fixture.app.clock.now()).await.unwrap();
    }
    let event = event(granted.client().id(), coach, fixture.app.clock.now());
    let versions = work.commit(vec![event], fixture.entry(), None).await.unwrap();
    assert_eq!(versions.iter().map(|(_, version)| *version).max(), Some(version + 2));
    assert!(versions.iter().all(|(touched, _)| *touched == map));
    assert_eq!(count(&fixture.app.raw, "event where map_id is not null").await, 1);
}

/// The items of each page from the first to the last.
async fn pages(fixture: &Fixture, limit: u16, mut after: Option<Uuid>, by_hand: bool) -> Vec<Vec<Uuid>> {
    let (mut work, client) = fixture.begin(TransactionKind::Read).await;
    let author = UserId(fixture.world.a.coach.user);
    let mut pages = Vec::new();
    loop {
        let page = PageRequest::new(limit, after);
        let page = if by_hand {
            CoachNotes::list(&mut *work, &client, author, page).await.unwrap().map(|note| note.id.0)
        } else {
            Persons::list(&mut *work, &client, true, false, page).await.unwrap().map(|person| person.id.0)
        };
        pages.push(page.items);
        after = page.next;
        if after.is_none() {
            work.end();
            return pages;
        }
    }
}

/// Lists are made of built queries or of statements written by hand: persons and coach notes.
#[rstest]
#[tokio::test]
async fn pages_follow_each_other_without_gaps(
    #[values(Db::Sqlite, Db::Postgres)] db: Db,
    #[values(false, true)] by_hand: bool,
) {
    let fixture = Fixture::new(db).await;
    let table = if by_hand { "coach_note" } else { "person" };
    fixture.app.bare().await;
    fixture.app.raw.run("delete from coach_note").await.unwrap();
    assert_eq!(pages(&fixture, 2, None, by_hand).await, [Vec::<Uuid>::new()]);
    let (mut work, client) = fixture.write().await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        let person = fixture.person(client.id());
        ids.push(person.id.0);
        if by_hand {
            let author = NamedUser { id: UserId(fixture.world.a.coach.user), name: None };
            let (text, at) = (LongText::new("A note").unwrap(), person.created_at);
            let note = CoachNote {
                id: person.id.0.into(),
                client_id: client.id(),
                author,
                text,
                version: 1,
                created_at: at,
                updated_at: at,
            };
            CoachNotes::add(&mut *work, &client, &note).await.unwrap();
        } else {
            Persons::add(&mut *work, &client, &person).await.unwrap();
        }
    }
    work.commit(Vec::new(), fixture.entry(), None).await.unwrap();
    assert_eq!(pages(&fixture, 2, None, by_hand).await, [&ids[0..2], &ids[2..4], &ids[4..5]]);
    assert_eq!(pages(&fixture, 4, None, by_hand).await, [&ids[0..4], &ids[4..5]]);
    // Exactly full: nothing comes after it.
    assert_eq!(pages(&fixture, 5, None, by_hand).await, [&ids[..]]);
    assert_eq!(pages(&fixture, 2, Some(ids[4]), by_hand).await, [Vec::<Uuid>::new()]);
    // The row of the cursor may be gone.
    let hex = ids[1].simple();
    let gone = if db == Db::Sqlite { format!("x'{hex}'") } else { format!("'{hex}'") };
    fixture.app.raw.run(&format!("delete from {table} where id = {gone}")).await.unwrap();
    assert_eq!(pages(&fixture, 2, Some(ids[1]), by_hand).await, [&ids[2..4], &ids[4..5]]);
}

#[rstest]
#[tokio::test]
async fn a_snapshot_sees_one_moment(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let all = PageRequest::new(200, None);
    let (mut snapshot, client) = fixture.begin(TransactionKind::Snapshot).await;
    let before = Persons::list(&mut *snapshot, &client, true, false, all).await.unwrap();
    let (mut work, granted) = fixture.write().await;
    let person = fixture.add_person(&mut *work, &granted).await;
    work.commit(Vec::new(), fixture.entry(), None).await.unwrap();
    assert_eq!(Persons::list(&mut *snapshot, &client, true, false, all).await.unwrap(), before);
    assert_eq!(Persons::named(&mut *snapshot, &client, &[person]).await.unwrap(), []);
    snapshot.end();
    let (mut later, client) = fixture.begin(TransactionKind::Snapshot).await;
    assert_eq!(
        Persons::list(&mut *later, &client, true, false, all).await.unwrap().items.len(),
        before.items.len() + 1
    );
}

#[rstest]
#[tokio::test]
async fn a_proof_from_another_organisation_finds_nothing(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let [_, of_b] = fixture.clients();
    let (mut work, of_a) = fixture.begin(TransactionKind::Read).await;
    assert!(Clients::get(&mut *work, &of_a).await.unwrap().is_some());
    work.end();
    let in_b = async || {
        let by = caller(&fixture.world.b.coach);
        fixture.open(&by, TransactionKind::Write, ADD_PERSON, of_b).await.unwrap().0
    };
    let mut work = in_b().await;
    assert_eq!(Clients::get(&mut *work, &of_a).await.unwrap(), None);
    let person = PersonId(fixture.world.a.open.person);
    assert_eq!(Persons::named(&mut *work, &of_a, &[person]).await.unwrap(), []);
    let page = Persons::list(&mut *work, &of_a, true, false, PageRequest::new(200, None)).await.unwrap();
    assert_eq!(page.items, []);
    Clients::remove(&mut *work, &of_a, 1).await.unwrap();
    let failed = work.commit(Vec::new(), fixture.entry(), None).await.unwrap_err();
    assert!(matches!(failed, Error::Stale(_)), "{failed:?}");
    let mut work = in_b().await;
    let person = fixture.person(of_a.id());
    // It has no key of that client either.
    let failed = Persons::add(&mut *work, &of_a, &person).await.unwrap_err();
    assert!(matches!(failed, Error::Internal(_)), "{failed:?}");
    drop(work);
    assert!(!fixture.has(person.id).await);
    // Nor is it given one for another organisation's client in the first place.
    let by = caller(&fixture.world.b.coach);
    let refused = fixture.open(&by, TransactionKind::Read, ADD_PERSON, of_a.id()).await.map(drop).unwrap_err();
    assert!(matches!(refused, Error::NotFound), "{refused:?}");
}

#[rstest]
#[tokio::test]
async fn only_a_live_session_of_this_user_opens_a_transaction(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let (coach, other) = (caller(&fixture.world.a.coach), caller(&fixture.world.a.other_coach));
    let unknown = Caller { session: SessionId(id()), ..coach.clone() };
    let of_another = Caller { user: other.user, ..coach.clone() };
    let now = fixture.app.clock.now();
    for kind in [TransactionKind::Read, TransactionKind::Write] {
        for (caller, at) in [(&unknown, now), (&of_another, now), (&coach, now + chrono::TimeDelta::hours(13))] {
            let refused = fixture.store.open(caller, kind, None, at).await.map(drop).unwrap_err();
            assert!(matches!(refused, Error::Unauthenticated), "{refused:?}");
        }
    }
    let opened = fixture.store.open(&coach, TransactionKind::Read, None, now).await.unwrap();
    assert_eq!(opened.principal().organisation().map(|id| id.0), Some(fixture.world.a.id));
    fixture.app.raw.run("update organisation set status = 'suspended'").await.unwrap();
    let opened = fixture.store.open(&coach, TransactionKind::Read, None, now).await.unwrap();
    assert_eq!(opened.principal().organisation(), None);
}
