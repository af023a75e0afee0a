//! Streams that resume, and how much is read for them.

use super::stream::{Said, Stream};
use super::{map, place};
use crate::support::{App, Db, World, both_databases, insert};
use api::StreamSettings;
use chrono::TimeDelta;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::json;
use std::time::Duration;

/// A world with room for closed streams until the service notices that they are closed.
async fn roomy_world(db: Db) -> (App, World) {
    let heartbeat = Duration::from_millis(500);
    let settings = StreamSettings { per_user: 30, per_process: 60, heartbeat };
    App::with_world_and(db, |service| service.streams = settings).await
}

#[apply(both_databases)]
#[tokio::test]
async fn a_stream_resumes_where_it_ended(db: Db) {
    let (app, world) = roomy_world(db).await;
    let a = &world.a;
    let open = a.open.map.to_string();
    let known = Stream::open(&a.coach).await.id;
    // Nothing happened: only a heartbeat with the cursor.
    let mut idle = Stream::since(&a.coach, &known).await;
    assert_eq!(idle.piece().await, Said::Heartbeat);
    drop(idle);
    for _ in 0..3 {
        place(&a.client, &open).await;
    }
    a.client.post(&format!("/v1/maps/{open}/cards"), json!({})).await.expect(201);
    place(&a.client, a.private.map).await;
    let mut missed = Stream::since(&a.coach, &known).await;
    missed.expect("map-changed", Some(&open)).await;
    assert_eq!(missed.data["etag"], json!(a.client.get(&format!("/v1/maps/{open}")).await.expect(200).etag()));
    missed.expect("card-made", Some(&open)).await;
    assert_eq!(missed.piece().await, Said::Heartbeat);
    // A heartbeat moves the cursor.
    let moved = missed.id.clone();
    drop(missed);
    assert_eq!(Stream::since(&a.coach, &moved).await.piece().await, Said::Heartbeat);
    // The visible maps changed.
    map(&a.client, a.client_id, false).await;
    assert_eq!(Stream::since(&a.coach, &moved).await.event().await, Said::Reset);
    // A cursor that is too old, and one of another database.
    let known = Stream::open(&a.coach).await.id;
    app.clock.advance(TimeDelta::days(6) + TimeDelta::minutes(1));
    let coach = app.log_in(a.coach.user, Some(a.id)).await;
    assert_eq!(Stream::since(&coach, &known).await.event().await, Said::Reset);
    let known = Stream::open(&coach).await.id;
    let (_, seen) = known.split_once('.').and_then(|(_, rest)| rest.split_once('.')).unwrap();
    let ahead = format!("999999999.999999999.{seen}");
    assert_eq!(Stream::since(&coach, &ahead).await.event().await, Said::Reset);
    for bad in ["x", "1", "\"1\"", "1.2.3.4", &known[..known.len() - 11], "-1.2.00000000000000ff.4"] {
        let refused = coach.with("last-event-id", bad).get("/v1/events").await;
        assert_eq!(refused.problem(400, "invalid-request").errors(), ["/Last-Event-ID format"], "{bad}");
    }
    // An empty header is none.
    let refused = coach.with("last-event-id", "").get("/v1/events?after=x").await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/after format"]);
}

/// Inserts an event directly, as if a card was created.
async fn card_made(app: &App, world: &World, position: Option<i64>) {
    let a = &world.a;
    let mut row = vec![
        ("organisation_id", a.id.into()),
        ("action", "CreateCard".into()),
        ("actor_id", a.client.user.into()),
        ("client_id", a.client_id.into()),
        ("map_id", a.open.map.into()),
        ("at", app.clock.now().into()),
    ];
    row.extend(position.map(|position| ("position", position.into())));
    insert(&app.raw, "event", row).await.unwrap();
}

#[apply(both_databases)]
#[tokio::test]
async fn a_reader_who_missed_too_many_changes_gets_a_reset(db: Db) {
    let (app, world) = roomy_world(db).await;
    let open = world.a.open.map.to_string();
    let known = Stream::open(&world.a.coach).await.id;
    for _ in 0..200 {
        card_made(&app, &world, None).await;
    }
    let mut all = Stream::since(&world.a.coach, &known).await;
    let mut first = None;
    for _ in 0..200 {
        all.expect("card-made", Some(&open)).await;
        // Only the last of a batch has an id: a reader who leaves before it gets the whole batch again.
        first.get_or_insert(all.id.clone());
    }
    assert!(first.unwrap() == known && all.id != known);
    card_made(&app, &world, None).await;
    // A transaction of another test on the same server delays what readers see.
    all.expect("card-made", Some(&open)).await;
    assert_eq!(Stream::since(&world.a.coach, &known).await.event().await, Said::Reset);
}

#[tokio::test]
async fn a_reader_with_a_cursor_too_many_events_old_gets_a_reset() {
    let (app, world) = roomy_world(Db::Sqlite).await;
    card_made(&app, &world, Some(100)).await;
    let known = Stream::open(&world.a.coach).await.id;
    card_made(&app, &world, Some(50_099)).await;
    let mut stream = Stream::since(&world.a.coach, &known).await;
    stream.expect("card-made", Some(&world.a.open.map.to_string())).await;
    drop(stream);
    card_made(&app, &world, Some(50_100)).await;
    assert_eq!(Stream::since(&world.a.coach, &known).await.event().await, Said::Reset);
}

/// A poll takes four statements: the caller, the settings of its transaction, the events and what is visible.
#[tokio::test]
async fn many_events_on_many_maps_take_as_few_statements_as_one() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let world = World::seed(&app).await;
    let proxy = app.proxy.clone().unwrap();
    for _ in 0..20 {
        map(&world.a.client, world.a.client_id, false).await;
    }
    let mut stream = Stream::open(&world.a.coach).await;
    // The first poll subscribes to the clients it saw, and polls again.
    assert_eq!(stream.piece().await, Said::Heartbeat);
    for events in [1, 100] {
        proxy.reset();
        for _ in 0..events {
            card_made(&app, &world, None).await;
        }
        for _ in 0..events {
            stream.expect("card-made", Some(&world.a.open.map.to_string())).await;
        }
        let statements = proxy.statements();
        let looks = statements.iter().filter(|sql| sql.contains("user_account u on u.id = e.actor_id")).count();
        assert!((1..=8).contains(&looks) && statements.len() <= 4 * looks, "{statements:#?}");
    }
}
