//! The access log: a line for everything that was read, changed, searched or refused, before the answer.

use crate::support::operations::{Operation, Walk};
use crate::support::{App, Client, Db, Ids, World, both_databases, count, id, statement_log};
use api::TrustedProxies;
use domain::audit::NoAuditLog;
use domain::ports::Clock;
use futures_util::future::join_all;
use persistence::contract::Row;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// The lines of a request: their outcomes, users, sessions and integrations.
async fn lines(app: &App, request: &str) -> Vec<Row> {
    assert!(!request.is_empty());
    let sql = "select outcome, user_id, session_id, integration_id, organisation_id, kind from access_log where request_id = $1";
    app.raw.query(sql, &[request.to_owned().into()]).await.unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn every_operation_leaves_a_line_for_every_caller(db: Db) {
    let app = App::spawn(db).await;
    let mut walk = Walk::new(&app).await;
    for operation in Operation::all_but_streams() {
        let each = async |name: &str, by: &Client, ids: &Ids| {
            let answer = operation.call(by, ids, ids).await;
            let status = answer.status.as_u16();
            let found = lines(&app, answer.header("x-request-id")).await;
            let outcomes: Vec<String> = found.iter().map(|row| row.get("outcome").unwrap()).collect();
            let shown = format!("{} by {name}, {status}: {outcomes:?}", operation.id);
            if name == "anonymous" {
                assert!(found.is_empty(), "{shown}");
                return answer;
            }
            let expected: &[_] = match status {
                200..=299 => &["done"],
                401 | 403 => &["refused"],
                // Hidden, or not there.
                404 => &["refused", "failed"],
                _ => &["failed"],
            };
            // A list has a line for each client on it.
            assert!(!found.is_empty() && outcomes.iter().all(|outcome| expected.contains(&&**outcome)), "{shown}");
            let is_known = |name| found[0].get::<Option<Uuid>>(name).unwrap().is_some();
            let person = name != "integration";
            let by = ["user_id", "session_id", "integration_id"].map(is_known);
            assert_eq!(by, [person, person, !person], "{shown}");
            answer
        };
        walk.each_caller(&operation, |organisation| &organisation.open, each).await;
    }
}

/// The newest lines about the client, as the client reads them.
async fn own_log(world: &World) -> Vec<Value> {
    let client = world.a.client.with("accept-language", "nl");
    client.all(&format!("/v1/clients/{}/access-log?limit=50", world.a.client_id)).await
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_reads_who_looked_and_why(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, before) = (&world.a, own_log(&world).await.len());
    let path = format!("/v1/maps/{}", a.open.map);
    let tag = a.coach.get(&path).await.expect(200).etag();
    a.coach.with("if-none-match", &tag).get(&path).await.expect(304);
    a.coach.patch(&path, "*", json!({ "theme": "Leven met een baby" })).await.expect(200);
    a.admin.get(&format!("/v1/clients/{}", a.client_id)).await.expect(200);
    a.admin.get(&path).await.problem(404, "not-found");
    a.coach.get("/v1/caseload").await.expect(200);
    world.b.coach.get(&path).await.problem(404, "not-found");
    let log = own_log(&world).await;
    let said: Vec<_> = log.iter().take(log.len() - before).map(|line| line["sentence"].as_str().unwrap()).collect();
    let who = ["coach (coach)", "admin (beheerder)", "admin"];
    assert_eq!(
        said,
        [
            format!("{} bekeek een lijst van cliënten waar u op staat.", who[0]),
            format!("{} wilde uw kaart-in-wording bekijken. Dat mocht niet.", who[2]),
            format!("{} bekeek uw gegevens.", who[1]),
            format!("{} veranderde uw kaart-in-wording.", who[0]),
            format!("{} bekeek uw kaart-in-wording.", who[0]),
            format!("{} bekeek uw kaart-in-wording.", who[0]),
            "U bekeek wie er in uw gegevens keek.".to_owned(),
        ],
    );
    let grounds: Vec<_> = log.iter().take(3).map(|line| (&line["capacity"], &line["basis"])).collect();
    let [coach, admin] = [(json!("coach"), json!("assignment")), (json!("admin"), json!("role"))];
    assert_eq!(grounds, [(&coach.0, &coach.1), (&Value::Null, &Value::Null), (&admin.0, &admin.1)]);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_reads_their_log_and_only_administrators_read_all(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let path = format!("/v1/clients/{}/access-log", a.client_id);
    a.client.get(&path).await.expect(200);
    for by in [&a.coach, &a.admin] {
        by.get(&path).await.problem(403, "forbidden");
    }
    b.client.get(&path).await.problem(404, "not-found");
    a.admin.get("/v1/audit-events").await.expect(200);
    for by in [&a.coach, &a.client] {
        by.get("/v1/audit-events").await.problem(403, "forbidden");
    }
    let of_b = b.admin.all("/v1/audit-events").await;
    let ids = [a.client_id, a.open.map].map(|id| id.to_string());
    let clients = of_b.iter().filter(|event| event["clientId"] == ids[0].as_str());
    assert_eq!(clients.count(), 0, "{of_b:#?}");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_filters_the_log(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let from = app.clock.now();
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let read = a.coach.get(&format!("/v1/maps/{}", a.open.map)).await.expect(200);
    let refused = a.coach.get("/v1/audit-events").await.problem(403, "forbidden");
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let until = app.clock.now();
    app.clock.advance(chrono::TimeDelta::minutes(1));
    a.coach.get(&format!("/v1/maps/{}", a.open.map)).await.expect(200);
    let instant = |at: chrono::DateTime<chrono::Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let span = format!("from={}&until={}", instant(from), instant(until));
    let requests = async |query: &str| {
        let events = a.admin.all(&format!("/v1/audit-events?{span}&userId={}{query}", a.coach.user)).await;
        events.iter().map(|event| event["requestId"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let [read, refused] = [read, refused].map(|answer| answer.header("x-request-id").to_owned());
    assert_eq!(requests("").await, [refused.clone(), read.clone()]);
    assert_eq!(requests("&outcome=refused").await, [refused]);
    assert_eq!(requests(&format!("&clientId={}", a.client_id)).await, [read]);
    assert_eq!(requests("&limit=1").await.len(), 2);
    let bad = a.admin.get("/v1/audit-events?outcome=maybe&from=yesterday").await.problem(400, "invalid-request");
    assert_eq!(bad.errors().len(), 2, "{}", bad.text());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_line_has_the_callers_address_behind_a_trusted_proxy(db: Db) {
    let (app, world) = App::with_world_and(db, |service| {
        service.trusted_proxies = TrustedProxies::new(&["127.0.0.0/8"]).unwrap();
    })
    .await;
    let coach = world.a.coach.with("x-forwarded-for", "2001:db8::7");
    let answer = coach.get(&format!("/v1/maps/{}", world.a.open.map)).await.expect(200);
    let sql = format!("access_log where address = '2001:db8::7' and request_id = '{}'", answer.header("x-request-id"));
    assert_eq!(count(&app.raw, &sql).await, 1);
}

/// Without the table nothing can be logged.
async fn without_log(app: &App, with: bool) {
    let [from, to] = if with { ["gone", "access_log"] } else { ["access_log", "gone"] };
    app.raw.run(&format!("alter table {from} rename to {to}")).await.unwrap();
}

#[apply(both_databases)]
#[tokio::test]
async fn what_cannot_be_logged_is_refused_and_not_done(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, map) = (&world.a, format!("/v1/maps/{}", world.a.open.map));
    let theme = a.coach.get(&map).await.expect(200)["theme"].clone();
    app.operator_account("beheer@elders.test", "een lange zin is sterk").await;
    without_log(&app, false).await;
    for path in [&map, &format!("/v1/clients/{}", a.client_id), "/v1/me", "/v1/caseload"] {
        a.coach.get(path).await.problem(503, "unavailable");
    }
    // A refusal must be logged too.
    a.admin.get(&map).await.problem(503, "unavailable");
    a.coach.patch(&map, "*", json!({ "theme": "werk" })).await.problem(503, "unavailable");
    // Neither is there an effect on an account.
    let sessions = async || count(&app.raw, "session").await;
    let (before, name) = (sessions().await, json!({ "name": "Een ander" }));
    a.coach.patch("/v1/me", "*", name).await.problem(503, "unavailable");
    let log_in = json!({ "email": "beheer@elders.test", "password": "een lange zin is sterk" });
    app.anonymous().post("/v1/sessions", log_in.clone()).await.problem(503, "unavailable");
    assert_eq!(sessions().await, before);
    without_log(&app, true).await;
    assert_ne!(a.coach.get("/v1/me").await.expect(200)["name"], "Een ander");
    app.anonymous().post("/v1/sessions", log_in).await.expect(201);
    assert_eq!(a.coach.get(&map).await.expect(200)["theme"], theme);
    // The refusal waited.
    let refusals = "select id from access_log where outcome = 'refused' and target_id = $1";
    assert_eq!(app.raw.query(refusals, &[a.open.map.into()]).await.unwrap().len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn no_line_is_changed_or_removed(db: Db) {
    let (app, world) = App::with_world(db).await;
    world.a.coach.get("/v1/caseload").await.expect(200);
    let lines = count(&app.raw, "access_log").await;
    for change in ["update access_log set outcome = 'failed'", "delete from access_log"] {
        let refused = app.raw.run(change).await.unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{refused}");
    }
    assert_eq!(count(&app.raw, "access_log").await, lines);
}

#[apply(both_databases)]
#[tokio::test]
async fn readers_at_the_same_time_each_have_their_line(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    let reads = join_all((0..64).map(|_| world.a.coach.get(&map))).await;
    for read in reads {
        assert_eq!(lines(&app, read.expect(200).header("x-request-id")).await.len(), 1);
    }
}

/// The mean duration of reads of a cached map.
async fn reads(by: &Client, map: &str, times: u32) -> Duration {
    by.get(map).await.expect(200);
    let began = Instant::now();
    for _ in 0..times {
        by.get(map).await.expect(200);
    }
    began.elapsed() / times
}

/// `cargo test --release -p tests -- --ignored --nocapture the_cost_of_a_line_for_each_read`
#[apply(both_databases)]
#[tokio::test]
#[ignore = "a measurement"]
async fn the_cost_of_a_line_for_each_read(db: Db) {
    let app = App::spawn(db).await;
    let (plain, logged) = (app.beside_recording(NoAuditLog), app.beside());
    let world = World::seed(&app).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    for _ in 0..5 {
        let [without, with] = [&plain.base, &logged.base].map(|base| world.a.coach.at(base));
        let (without, with) = (reads(&without, &map, 400).await, reads(&with, &map, 400).await);
        println!("{db:?}: {without:?} without, {with:?} with a line for each read");
    }
}

/// Only lines of reads, and only where this is chosen: a change is always durable.
#[apply(both_databases)]
#[tokio::test]
async fn the_line_of_a_read_waits_for_the_disk_unless_a_setting_says_otherwise(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    let first = format!("http://{}", app.address);
    let quick = app.beside_with(|service| service.ports.database.durable_read_log = false);
    for (base, waits) in [(&first, true), (&quick.base, db == Db::Sqlite)] {
        let coach = world.a.coach.at(base);
        let statements = async |etag: Option<&str>| {
            let name = format!("read-log-{}", id());
            statement_log::keep(&name);
            let coach = coach.with("x-request-id", &name);
            match etag {
                None => coach.get(&map).await.expect(200),
                Some(etag) => coach.patch(&map, etag, json!({ "theme": "Herstel" })).await.expect(200),
            };
            assert_eq!(lines(&app, &name).await.len(), 1);
            statement_log::take(&name).iter().filter(|statement| statement.contains("synchronous_commit")).count()
        };
        assert_eq!(statements(None).await, usize::from(!waits));
        assert_eq!(statements(Some("*")).await, 0);
    }
}
