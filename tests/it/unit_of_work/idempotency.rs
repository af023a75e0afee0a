//! Stored responses: found again by the same user, key, request and organisation, and by nobody else.

use super::{ADD_PERSON, Fixture, answer, keyed};
use crate::support::{Db, count, insert};
use chrono::TimeDelta;
use domain::ports::{Clock, TransactionKind};
use domain::{Error, SessionId};
use rstest::rstest;

impl Fixture {
    /// Commits the coach's request of this key with this answer.
    async fn answered(&self, key: &str, text: &str) {
        let caller = keyed(&self.world.a.coach, key, 1);
        let opened = self.open(&caller, TransactionKind::Write, ADD_PERSON, self.clients()[0]).await;
        let (mut work, client) = opened.unwrap();
        self.add_person(&mut *work, &client).await;
        work.commit(Vec::new(), self.entry(), answer(text)).await.unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn a_stored_response_is_for_the_same_request_only(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let (coach, other) = (&fixture.world.a.coach, &fixture.world.a.other_coach);
    assert_eq!(fixture.replayed(&keyed(coach, "key", 1)).await.unwrap(), None);
    fixture.answered("key", "the answer").await;
    assert_eq!(fixture.replayed(&keyed(coach, "key", 1)).await.unwrap().unwrap(), b"the answer");
    assert_eq!(fixture.replayed(&keyed(coach, "another key", 1)).await.unwrap(), None);
    assert_eq!(fixture.replayed(&keyed(other, "key", 1)).await.unwrap(), None);
    let refused = fixture.replayed(&keyed(coach, "key", 2)).await.unwrap_err();
    assert!(matches!(refused, Error::IdempotencyKeyReused), "{refused:?}");
}

#[rstest]
#[tokio::test]
async fn a_stored_response_of_one_organisation_is_not_given_in_another(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let (user, b, at) = (fixture.world.a.coach.user, fixture.world.b.id, fixture.app.clock.now());
    fixture.answered("key", "of A").await;
    let member = vec![
        ("organisation_id", b.into()),
        ("id", crate::support::id().into()),
        ("user_id", user.into()),
        ("admin", false.into()),
        ("coach", true.into()),
        ("client", false.into()),
        ("version", 1_i64.into()),
        ("created_at", at.into()),
        ("updated_at", at.into()),
    ];
    insert(&fixture.app.raw, "member", member).await.unwrap();
    let session = crate::support::id();
    let row = vec![
        ("id", session.into()),
        ("user_id", user.into()),
        ("organisation_id", b.into()),
        ("refresh_generation", 1_i64.into()),
        ("created_at", at.into()),
        ("used_at", at.into()),
        ("expires_at", (at + TimeDelta::hours(12)).into()),
    ];
    insert(&fixture.app.raw, "session", row).await.unwrap();
    let mut in_b = keyed(&fixture.world.a.coach, "key", 1);
    in_b.session = SessionId(session);
    let refused = fixture.replayed(&in_b).await.unwrap_err();
    assert!(matches!(refused, Error::IdempotencyKeyReused), "{refused:?}");
}

#[rstest]
#[tokio::test]
async fn a_response_is_stored_with_the_commit_and_for_a_day(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let caller = keyed(&fixture.world.a.coach, "key", 1);
    let opened = fixture.open(&caller, TransactionKind::Write, ADD_PERSON, fixture.clients()[0]).await;
    let (mut work, client) = opened.unwrap();
    fixture.add_person(&mut *work, &client).await;
    drop(work);
    assert_eq!(fixture.replayed(&caller).await.unwrap(), None);
    fixture.answered("key", "the answer").await;
    fixture.app.raw.run("update session set expires_at = '2999-01-01T00:00:00+00:00'").await.unwrap();
    fixture.app.clock.advance(TimeDelta::hours(23));
    assert!(fixture.replayed(&caller).await.unwrap().is_some());
    fixture.app.clock.advance(TimeDelta::hours(2));
    assert_eq!(fixture.replayed(&caller).await.unwrap(), None);
    // The key is free again, and what is too old goes with the next use of a key.
    fixture.answered("key", "another answer").await;
    assert_eq!(fixture.replayed(&caller).await.unwrap().unwrap(), b"another answer");
}

/// PostgreSQL opens both and refuses the second commit. SQLite has one writer: the second waits, and gets the answer.
#[rstest]
#[tokio::test]
async fn of_two_requests_with_one_key_one_is_done(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let fixture = Fixture::new(db).await;
    let caller = keyed(&fixture.world.a.coach, "key", 1);
    let open = || fixture.open(&caller, TransactionKind::Write, ADD_PERSON, fixture.clients()[0]);
    let (mut first, client) = open().await.unwrap();
    let done = fixture.add_person(&mut *first, &client).await;
    if db == Db::Sqlite {
        let (committed, second) =
            tokio::join!(first.commit(Vec::new(), fixture.entry(), answer("the answer")), fixture.replayed(&caller));
        committed.unwrap();
        assert_eq!(second.unwrap().unwrap(), b"the answer");
    } else {
        let (mut second, client) = open().await.unwrap();
        first.commit(Vec::new(), fixture.entry(), answer("the answer")).await.unwrap();
        let undone = fixture.add_person(&mut *second, &client).await;
        let failed = second.commit(Vec::new(), fixture.entry(), answer("another answer")).await.unwrap_err();
        assert!(matches!(failed, Error::InFlight), "{failed:?}");
        assert!(!fixture.has(undone).await);
    }
    assert!(fixture.has(done).await);
    assert_eq!(count(&fixture.app.raw, "idempotency").await, 3);
}
