//! `/v1/clients/{clientId}/erasure-requests` and `/v1/erasures`: a record is erased a week after the client asked.

use crate::support::operations::{OF_CLIENT, Operation};
use crate::support::{App, Client, Db, Ids, Organisation, both_databases, count};
use chrono::{DateTime, TimeDelta, Utc};
use domain::erasure_requests::WAITING_TIME;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};

fn path(of: &Organisation) -> String {
    format!("/v1/clients/{}/erasure-requests", of.client_id)
}

fn on_paper() -> Value {
    json!({ "manner": "on-paper" })
}

/// The tables that name a client, by the catalogue.
async fn tables(app: &App, db: Db) -> Vec<String> {
    let sql = match db {
        Db::Sqlite => {
            "select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'client_id'
            where m.type = 'table' order by m.name"
        }
        Db::Postgres => {
            "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'client_id'
                and c.relname <> 'identity_provider' and not c.relispartition order by 1"
        }
    };
    let tables: Vec<String> = app.raw.column(sql).await.unwrap();
    tables.into_iter().filter(|table| table != "identity_provider").collect()
}

/// How many rows of a table name the client.
async fn rows(app: &App, table: &str, client: uuid::Uuid) -> i64 {
    let sql = format!("select count(*) as rows from {table} where client_id = $1");
    app.raw.query(&sql, &[client.into()]).await.unwrap()[0].get("rows").unwrap()
}

/// A log-in after time has passed: the first sessions have expired.
async fn later(app: &App, of: &Organisation) -> Client {
    app.log_in(of.admin.user, Some(of.id)).await
}

#[apply(both_databases)]
#[tokio::test]
async fn a_record_is_erased_a_week_after_the_client_asked(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let before = tables(&app, db).await;
    let mut held = Vec::new();
    for table in &before {
        if rows(&app, table, a.client_id).await > 0 {
            held.push(table.clone());
        }
    }
    for table in ["client_key", "person", "map", "card", "card_person", "coach_note", "reflection", "agreement"] {
        assert!(held.iter().any(|held| held == table), "{table} has nothing to erase: {held:?}");
    }
    let maps = rows(&app, "map", a.client_id).await;
    let cards = rows(&app, "card", a.client_id).await;
    let persons = rows(&app, "person", a.client_id).await;
    let asked = a.client.post(&path(a), json!({})).await.expect(201);
    assert_eq!(asked["request"]["manner"], "own-log-in");
    let [from, to] = ["/request/recordedAt", "/erasesAt"]
        .map(|at| asked.json().pointer(at).unwrap().as_str().unwrap().parse::<DateTime<Utc>>().unwrap());
    assert_eq!(to - from, WAITING_TIME);
    a.client.post(&path(a), json!({})).await.problem(409, "erasure-waiting");
    app.clock.advance(WAITING_TIME - TimeDelta::minutes(1));
    app.run_jobs().await;
    assert_eq!(rows(&app, "map", a.client_id).await, maps, "not before its time");
    app.clock.advance(TimeDelta::minutes(1));
    app.run_jobs().await;
    for table in &before {
        let stays = ["access_log", "event", "erasure"].contains(&table.as_str());
        assert!(stays || rows(&app, table, a.client_id).await == 0, "{table} has rows of the client");
    }
    assert_eq!(rows(&app, "client_key", world.b.client_id).await, 1, "of the other organisation");
    let user = app.raw.query("select email from user_account where id = $1", &[a.client.user.into()]).await.unwrap();
    assert!(user.is_empty(), "the log-in had no other use");
    let admin = later(&app, a).await;
    let receipt = admin.get(&format!("/v1/erasures/{}", asked.id())).await.expect(200);
    assert_eq!(receipt["clientId"], json!(a.client_id));
    let erased = ["maps", "cards", "persons", "coachNotes"].map(|name| receipt["erased"][name].as_i64().unwrap());
    assert_eq!(erased, [maps, cards, persons, 1]);
    assert!(admin.all("/v1/erasures").await.contains(&receipt.json()));
    assert!(!receipt.text().contains("Saskia"), "no content");
    // Its line names the client by id.
    let lines = admin.all("/v1/audit-events").await;
    let line = lines.iter().find(|line| line["operation"] == "erase-client" && !line["clientId"].is_null());
    assert_eq!(line.expect("a line")["clientId"], json!(a.client_id));
}

#[apply(both_databases)]
#[tokio::test]
async fn nothing_of_an_erased_client_is_readable(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let ids = Ids::of(a, &a.open);
    app.erase(a, a.client_id).await;
    let more = ["accessRequestId", "consentId", "restrictionId", "legalHoldId", "assignmentId"];
    let mut seen = 0;
    for operation in Operation::all() {
        if !operation.parameters().next().is_some_and(|name| OF_CLIENT.contains(&name) || more.contains(&name)) {
            continue;
        }
        for by in [&a.admin, &a.coach] {
            let answer = operation.call(by, &ids, &ids).await;
            assert!([403, 404].contains(&answer.status.as_u16()), "{}: {}", operation.id, answer.text());
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
    assert_eq!(a.coach.get("/v1/caseload").await.expect(200)["items"], json!([]));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_job_that_runs_again_changes_nothing(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.erase(&world.a, world.a.client_id).await;
    let erasures = count(&app.raw, "erasure").await;
    app.raw
        .run("update job set done_at = null, lease_until = null, attempts = 0 where kind = 'erase-client'")
        .await
        .unwrap();
    assert!(app.run_jobs().await > 0);
    assert_eq!(count(&app.raw, "erasure").await, erasures);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_withdrawn_request_erases_nothing(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let asked = a.coach.post(&path(a), on_paper()).await.expect(201);
    assert_eq!(a.client.get(&asked.location()).await.expect(200).json(), asked.json(), "the client sees it");
    let withdrawals = format!("{}/withdrawals", asked.location());
    let withdrawn = a.client.post(&withdrawals, Value::Null).await.expect(200);
    assert_eq!(withdrawn["withdrawnBy"]["id"], json!(a.client.user));
    assert_eq!(a.coach.post(&withdrawals, Value::Null).await.expect(200).json(), withdrawn.json());
    let refusal = json!({ "ground": "law", "explanation": "Te laat." });
    a.coach.post(&format!("{}/refusals", asked.location()), refusal).await.problem(409, "erasure-request-over");
    app.clock.advance(WAITING_TIME + TimeDelta::hours(1));
    app.run_jobs().await;
    later(&app, a).await.get(&format!("/v1/clients/{}", a.client_id)).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_withdraws_what_they_asked_for_themselves(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    let asked = a.client.post(&path(a), json!({})).await.expect(201);
    let withdrawals = format!("{}/withdrawals", asked.location());
    for other in [&a.coach, &a.admin] {
        other.post(&withdrawals, Value::Null).await.problem(403, "forbidden");
    }
    a.client.post(&withdrawals, Value::Null).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_refusal_says_why_and_the_record_stays(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let asked = a.client.post(&path(a), json!({})).await.expect(201);
    let refusals = format!("{}/refusals", asked.location());
    let why = "Uw kind vraagt om deze gegevens: KANARIE.";
    let body = json!({ "ground": "interest-of-another", "explanation": why });
    a.client.post(&refusals, body.clone()).await.problem(403, "forbidden");
    assert_eq!(
        a.coach.post(&refusals, json!({})).await.problem(400, "invalid-request").errors(),
        ["/explanation required", "/ground required"]
    );
    a.coach.post(&refusals, body.clone()).await.expect(200);
    a.admin.post(&refusals, body).await.problem(409, "erasure-request-over");
    let read = a.client.get(&asked.location()).await.expect(200);
    assert_eq!(
        (&read["refusal"]["ground"], &read["refusal"]["explanation"]),
        (&json!("interest-of-another"), &json!(why))
    );
    a.client.post(&format!("{}/withdrawals", asked.location()), Value::Null).await.problem(409, "erasure-request-over");
    // Another request can follow.
    a.client.post(&path(a), json!({})).await.expect(201);
    let stored: Vec<Vec<u8>> =
        app.raw.column("select sealed from erasure_request where sealed is not null").await.unwrap();
    assert!(!stored[0].windows(7).any(|part| part == b"KANARIE"), "it is encrypted");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_legal_hold_postpones_an_erasure_until_it_ends_or_is_released(db: Db) {
    for released in [false, true] {
        let (app, world) = App::with_world(db).await;
        let a = &world.a;
        a.client.post(&path(a), json!({})).await.expect(201);
        let until = app.clock.now() + TimeDelta::days(30);
        let holds = format!("/v1/clients/{}/legal-holds", a.client_id);
        let hold = a.admin.post(&holds, json!({ "reason": "Klacht", "until": until })).await.expect(201);
        app.clock.advance(WAITING_TIME + TimeDelta::hours(1));
        app.run_jobs().await;
        assert_eq!(rows(&app, "client_key", a.client_id).await, 1, "held");
        if released {
            let releases = format!("{}/releases", hold.location());
            later(&app, a).await.post(&releases, Value::Null).await.expect(200);
        } else {
            app.clock.advance(TimeDelta::days(24));
        }
        app.run_jobs().await;
        assert_eq!(rows(&app, "client_key", a.client_id).await, 0, "released: {released}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn erasure_is_asked_by_the_client_or_on_their_recorded_request(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    app.anonymous().post(&path(a), on_paper()).await.problem(401, "not-authenticated");
    for stranger in [&a.other_coach, &a.other_client, &world.b.admin] {
        stranger.post(&path(a), on_paper()).await.problem(404, "not-found");
    }
    assert_eq!(a.admin.post(&path(a), json!({})).await.problem(400, "invalid-request").errors(), ["/manner required"]);
    // Shortly after a log-in only.
    let earlier = app.clock.now() - TimeDelta::minutes(11);
    app.raw.query("update session set confirmed_at = $1", &[earlier.into()]).await.unwrap();
    a.client.post(&path(a), json!({})).await.problem(401, "confirmation-required");
    for reader in [&a.coach, &a.client, &world.operator] {
        assert!([403, 404].contains(&reader.get("/v1/erasures").await.status.as_u16()));
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_with_a_record_is_not_deleted(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    a.admin.delete(&format!("/v1/clients/{}", a.client_id), "*").await.problem(409, "client-has-record");
    a.admin.delete(&format!("/v1/clients/{}", a.lone_client_id), "*").await.expect(204);
}
