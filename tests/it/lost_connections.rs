//! When the server closes connections, only the requests that use them fail.

use crate::support::{App, Client, RawDatabase, World, count};
use serde_json::json;
use std::time::Duration;

/// How many requests at once: each kind of connection is opened more than once.
const AT_ONCE: usize = 12;

/// The statuses of requests of each kind: one statement that writes, a transaction, a read in one statement.
async fn statuses(coach: &Client, map: &str, persons: &str) -> Vec<u16> {
    let one = |_| {
        let (coach, map, persons) = (coach.clone(), map.to_owned(), persons.to_owned());
        tokio::spawn(async move {
            let anna = json!({ "person": { "alias": "Anna" } });
            let created = coach.post(&format!("{map}/supporters"), anna).await.status;
            let named = coach.post(&persons, json!({ "alias": "Bram" })).await.status;
            let read = coach.get(&map).await.status;
            [created, named, read].map(|status| status.as_u16())
        })
    };
    let mut statuses = Vec::new();
    for task in (0..AT_ONCE).map(one).collect::<Vec<_>>() {
        statuses.extend(task.await.unwrap());
    }
    statuses
}

#[tokio::test]
async fn connections_closed_while_idle_fail_no_request() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let world = World::seed(&app).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    let persons = format!("/v1/clients/{}/persons", world.a.client_id);
    let expected = [201, 201, 200].repeat(AT_ONCE);
    assert_eq!(statuses(&world.a.coach, &map, &persons).await, expected);
    let other = RawDatabase::open(&app.kept.unbound_url()).await.unwrap();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(1100)).await;
        let ended = "(select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name = 'omringd') ended";
        assert!(count(&other, ended).await > 1, "nothing was connected");
        assert_eq!(statuses(&world.a.coach, &map, &persons).await, expected);
    }
}
