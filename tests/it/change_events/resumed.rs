//! Streams that are taken up again, and how much is read for them.

use super::stream::{Said, Stream};
use super::{map, place};
use crate::support::{App, Db, World, insert};
use api::{EventStreams, StreamSettings};
use chrono::TimeDelta;
use domain::ports::Clock;
use rstest::rstest;
use serde_json::json;
use std::time::Duration;

/// A world in which a user has places for streams that were left, until the service notices.
async fn roomy_world(db: Db) -> (App, World) {
    let heartbeat = Duration::from_millis(500);
    let settings = StreamSettings { per_user: 30, per_process: 60, heartbeat };
    let app = App::spawn_with(db, move |app| app.streams = EventStreams::new(settings)).await;
    let world = World::seed(&app).await;
    (app, world)
}

#[rstest]
#[tokio::test]
async fn a_stream_is_taken_up_where_it_broke_off(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = roomy_world(db).await;
    let a = &world.a;
    let open = a.open.map.to_string();
    let known = Stream::open(&a.coach).await.id;
    // Nothing happened: nothing is told, but that it lives and where it is.
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
    // A heartbeat moves the place on.
    let moved = missed.id.clone();
    drop(missed);
    assert_eq!(Stream::since(&a.coach, &moved).await.piece().await, Said::Heartbeat);
    // What may be seen is not as it was.
    map(&a.client, a.client_id, false).await;
    assert_eq!(Stream::since(&a.coach, &moved).await.event().await, Said::Reset);
    // Too long ago, and of another database.
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
}

/// An event past the application, as if a card was made of the map.
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

#[rstest]
#[tokio::test]
async fn who_missed_more_than_is_told_at_once_reads_anew(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
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
        // Only the last of what comes together has an id: who breaks off before gets all of it again.
        first.get_or_insert(all.id.clone());
    }
    assert!(first.unwrap() == known && all.id != known);
    card_made(&app, &world, None).await;
    assert_eq!(Stream::since(&world.a.coach, &known).await.event().await, Said::Reset);
    all.expect("card-made", Some(&open)).await;
}

#[tokio::test]
async fn who_was_away_for_too_many_events_of_the_server_reads_anew() {
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

/// A look takes who calls, the settings of its transaction, the events and what may be seen.
#[tokio::test]
async fn many_events_on_many_maps_take_as_few_statements_as_one() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let world = World::seed(&app).await;
    let proxy = app.proxy.clone().unwrap();
    for _ in 0..20 {
        map(&world.a.client, world.a.client_id, false).await;
    }
    let mut stream = Stream::open(&world.a.coach).await;
    // The first look follows the clients it saw, and looks again.
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
