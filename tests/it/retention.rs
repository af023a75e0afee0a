//! `/v1/retention-preview` and `/v1/retention-confirmations`: what was not changed for long is erased if an administrator confirms it.

use crate::support::{Answer, App, Client, Db, Organisation, World, both_databases};
use chrono::{DateTime, TimeDelta, Utc};
use domain::erasure_requests::WAITING_TIME;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

const PREVIEW: &str = "/v1/retention-preview";
const CONFIRM: &str = "/v1/retention-confirmations";

/// Twenty-one years later, when no coach works with the clients any more.
async fn later(db: Db) -> (App, World, Client) {
    let (app, world) = App::with_world(db).await;
    app.raw.run("update assignment set ends_at = starts_at").await.unwrap();
    app.raw.run("update erasure_request set withdrawn_at = recorded_at").await.unwrap();
    app.clock.advance(TimeDelta::days(21 * 365 + 6));
    let admin = admin(&app, &world.a).await;
    (app, world, admin)
}

/// A log-in after time has passed: the first sessions have expired.
async fn admin(app: &App, of: &Organisation) -> Client {
    app.log_in(of.admin.user, Some(of.id)).await
}

fn clients(preview: &Answer) -> Vec<Uuid> {
    let clients = preview["clients"].as_array().unwrap();
    clients.iter().map(|client| client["clientId"].as_str().unwrap().parse().unwrap()).collect()
}

fn confirming(preview: &Answer) -> Value {
    json!({ "digest": preview["digest"] })
}

#[apply(both_databases)]
#[tokio::test]
async fn a_preview_shows_what_was_not_changed_for_twenty_years(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let preview = a.admin.get(PREVIEW).await.expect(200);
    assert_eq!(
        (&preview["clients"], &preview["more"], &preview["retentionYears"]),
        (&json!([]), &json!(false), &json!(20))
    );
    app.clock.advance(TimeDelta::days(19 * 365));
    assert!(clients(&admin(&app, a).await.get(PREVIEW).await.expect(200)).is_empty());
    app.clock.advance(TimeDelta::days(2 * 365));
    let admin = admin(&app, a).await;
    assert_eq!(clients(&admin.get(PREVIEW).await.expect(200)), [a.lone_client_id], "the others have coaches");
    app.raw.run("update assignment set ends_at = starts_at").await.unwrap();
    let preview = admin.get(PREVIEW).await.expect(200);
    let shown = clients(&preview);
    assert!(shown.is_sorted() && shown.contains(&a.client_id) && !shown.contains(&world.b.client_id), "{shown:?}");
    assert!(!preview.text().contains("Saskia"), "ids only");
    let lines = admin.all("/v1/audit-events").await;
    let line = |client: Uuid| {
        lines.iter().any(|line| line["operation"] == "preview-retention" && line["clientId"] == json!(client))
    };
    assert!(line(a.client_id), "the log says who was on the list");
}

#[apply(both_databases)]
#[tokio::test]
async fn any_change_in_the_record_counts(db: Db) {
    let (app, world, admin) = later(db).await;
    let (a, now) = (&world.a, app.clock.now());
    let cards_change = match db {
        Db::Sqlite => "drop trigger never_updated_card",
        Db::Postgres => "drop trigger never_updated on card",
    };
    app.raw.run(cards_change).await.unwrap();
    let columns = [
        ("client", "updated_at"),
        ("person", "updated_at"),
        ("map", "updated_at"),
        ("reflection", "updated_at"),
        ("card", "created_at"),
        ("coach_note", "updated_at"),
        ("consent", "recorded_at"),
        ("consent", "withdrawn_at"),
        ("assignment", "ends_at"),
    ];
    for (table, column) in columns {
        let id = if table == "client" { "id" } else { "client_id" };
        let set = format!("update {table} set {column} = $1 where {id} = $2");
        let old: DateTime<Utc> = now - TimeDelta::days(21 * 365);
        app.raw.query(&set, &[now.into(), a.client_id.into()]).await.unwrap();
        assert!(!clients(&admin.get(PREVIEW).await.expect(200)).contains(&a.client_id), "{table}.{column}");
        app.raw.query(&set, &[old.into(), a.client_id.into()]).await.unwrap();
        let shown = admin.get(PREVIEW).await.expect(200);
        assert!(clients(&shown).contains(&a.client_id), "{table}.{column}");
    }
    app.raw.query("update assignment set ends_at = null where client_id = $1", &[a.client_id.into()]).await.unwrap();
    assert!(!clients(&admin.get(PREVIEW).await.expect(200)).contains(&a.client_id), "a coach works with them");
}

#[apply(both_databases)]
#[tokio::test]
async fn what_is_held_restricted_or_erased_anyway_is_not_shown(db: Db) {
    let (app, world, admin) = later(db).await;
    let a = &world.a;
    let before = clients(&admin.get(PREVIEW).await.expect(200));
    let client = format!("/v1/clients/{}", a.client_id);
    let until = app.clock.now() + TimeDelta::days(9);
    let hold =
        admin.post(&format!("{client}/legal-holds"), json!({ "reason": "Klacht", "until": until })).await.expect(201);
    let on_paper = json!({ "manner": "on-paper" });
    let lone = format!("/v1/clients/{}", a.lone_client_id);
    admin.post(&format!("{lone}/restrictions"), on_paper.clone()).await.expect(201);
    let shown = clients(&admin.get(PREVIEW).await.expect(200));
    assert!(before.contains(&a.client_id) && before.contains(&a.lone_client_id));
    assert!(!shown.contains(&a.client_id) && !shown.contains(&a.lone_client_id));
    admin.post(&format!("{}/releases", hold.location()), Value::Null).await.expect(200);
    assert!(clients(&admin.get(PREVIEW).await.expect(200)).contains(&a.client_id));
    admin.post(&format!("{client}/erasure-requests"), on_paper).await.expect(201);
    assert!(!clients(&admin.get(PREVIEW).await.expect(200)).contains(&a.client_id));
}

#[apply(both_databases)]
#[tokio::test]
async fn exactly_what_was_shown_is_erased_a_week_later(db: Db) {
    let (app, world, admin) = later(db).await;
    let a = &world.a;
    let preview = admin.get(PREVIEW).await.expect(200);
    let body = confirming(&preview);
    // Another list by now.
    app.raw
        .query("update client set restricted = $1 where id = $2", &[true.into(), a.lone_client_id.into()])
        .await
        .unwrap();
    admin.post(CONFIRM, body.clone()).await.problem(409, "retention-changed");
    app.raw
        .query("update client set restricted = $1 where id = $2", &[false.into(), a.lone_client_id.into()])
        .await
        .unwrap();
    let admin = admin.with("Idempotency-Key", "confirm-1");
    let confirmed = admin.post(CONFIRM, body.clone()).await.expect(200);
    assert_eq!(admin.post(CONFIRM, body).await.expect(200).json(), confirmed.json(), "once");
    let items = confirmed["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), clients(&preview).len());
    let of_client = items.iter().find(|item| item["clientId"] == json!(a.client_id)).unwrap();
    assert_eq!((&of_client["basis"], &of_client["request"]), (&json!("retention"), &Value::Null));
    assert_eq!(of_client["retention"]["confirmedBy"]["id"], json!(a.admin.user));
    // The client sees it coming.
    let client = app.log_in(a.client.user, Some(a.id)).await;
    let requests = client.all(&format!("/v1/clients/{}/erasure-requests", a.client_id)).await;
    assert_eq!(requests.last(), Some(of_client));
    let log = client.all(&format!("/v1/clients/{}/access-log", a.client_id)).await;
    let said = log.iter().find(|line| line["operation"] == "confirm-retention").expect("a line");
    assert!(said["sentence"].as_str().unwrap().contains("lang genoeg bewaard"), "{said}");
    app.clock.advance(WAITING_TIME - TimeDelta::minutes(1));
    app.run_jobs().await;
    let admin = self::admin(&app, a).await;
    admin.get(&format!("/v1/clients/{}", a.client_id)).await.expect(200);
    app.clock.advance(TimeDelta::minutes(1));
    app.run_jobs().await;
    for gone in clients(&preview) {
        admin.get(&format!("/v1/clients/{gone}")).await.problem(404, "not-found");
    }
    let receipt = admin.get(&format!("/v1/erasures/{}", of_client["id"].as_str().unwrap())).await.expect(200);
    assert_eq!((&receipt["basis"], &receipt["request"]), (&json!("retention"), &Value::Null));
    assert_eq!(receipt["retention"], of_client["retention"]);
    self::admin(&app, &world.b).await.get(&format!("/v1/clients/{}", world.b.client_id)).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_record_that_changes_or_is_withdrawn_while_it_waits_stays(db: Db) {
    let (app, world, admin) = later(db).await;
    let a = &world.a;
    let confirmed = admin.post(CONFIRM, confirming(&admin.get(PREVIEW).await.expect(200))).await.expect(200);
    let id_of = |client: Uuid| {
        let items = confirmed["items"].as_array().unwrap();
        items.iter().find(|item| item["clientId"] == json!(client)).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let (changed, withdrawn) = (id_of(a.client_id), id_of(a.other_client_id));
    app.clock.advance(TimeDelta::days(1));
    let client = app.log_in(a.client.user, Some(a.id)).await;
    client.patch(&format!("/v1/persons/{}", a.open.person), "*", json!({ "alias": "Zus" })).await.expect(200);
    let other = app.log_in(a.other_client.user, Some(a.id)).await;
    let withdrawal = format!("/v1/erasure-requests/{withdrawn}/withdrawals");
    assert_eq!(other.post(&withdrawal, Value::Null).await.expect(200)["withdrawnBy"]["id"], json!(other_user(a)));
    app.clock.advance(WAITING_TIME);
    app.run_jobs().await;
    let admin = self::admin(&app, a).await;
    for stays in [a.client_id, a.other_client_id] {
        admin.get(&format!("/v1/clients/{stays}")).await.expect(200);
    }
    admin.get(&format!("/v1/clients/{}", a.lone_client_id)).await.problem(404, "not-found");
    let over = admin.get(&format!("/v1/erasure-requests/{changed}")).await.expect(200);
    assert!(over["withdrawnAt"].is_string() && over["withdrawnBy"].is_null(), "{}", over.text());
    assert_eq!(clients(&admin.get(PREVIEW).await.expect(200)), [a.other_client_id], "not the one that changed");
}

fn other_user(of: &Organisation) -> Uuid {
    of.other_client.user
}

#[apply(both_databases)]
#[tokio::test]
async fn only_an_administrator_confirms_and_only_the_own_organisation(db: Db) {
    let (app, world, admin) = later(db).await;
    let a = &world.a;
    let preview = admin.get(PREVIEW).await.expect(200);
    app.anonymous().get(PREVIEW).await.problem(401, "not-authenticated");
    app.anonymous().post(CONFIRM, confirming(&preview)).await.problem(401, "not-authenticated");
    for user in [a.coach.user, a.client.user] {
        let other = app.log_in(user, Some(a.id)).await;
        other.get(PREVIEW).await.problem(403, "forbidden");
        other.post(CONFIRM, confirming(&preview)).await.problem(403, "forbidden");
    }
    let of_b = self::admin(&app, &world.b).await;
    of_b.post(CONFIRM, confirming(&preview)).await.problem(409, "retention-changed");
    assert_eq!(admin.post(CONFIRM, json!({})).await.problem(400, "invalid-request").errors(), ["/digest required"]);
    assert_eq!(
        admin.post(CONFIRM, json!({ "digest": "x" })).await.problem(400, "invalid-request").errors(),
        ["/digest format"]
    );
    let earlier = app.clock.now() - TimeDelta::minutes(11);
    app.raw.query("update session set confirmed_at = $1", &[earlier.into()]).await.unwrap();
    admin.post(CONFIRM, confirming(&preview)).await.problem(401, "confirmation-required");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_organisation_chooses_its_periods(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let set = async |by: &Client, body: Value| by.patch("/v1/organisation", "*", body).await;
    let errors = async |body: Value| set(&a.admin, body).await.problem(400, "invalid-request").errors();
    assert_eq!(
        errors(json!({ "retentionYears": 0, "erasureWaitingDays": 31 })).await,
        ["/erasureWaitingDays too-large", "/retentionYears too-small"]
    );
    assert_eq!(
        errors(json!({ "retentionYears": 101, "erasureWaitingDays": -1 })).await,
        ["/erasureWaitingDays too-small", "/retentionYears too-large"]
    );
    set(&a.coach, json!({ "retentionYears": 30 })).await.problem(403, "forbidden");
    let changed = set(&a.admin, json!({ "retentionYears": 2, "erasureWaitingDays": 0 })).await.expect(200);
    assert_eq!((&changed["retentionYears"], &changed["erasureWaitingDays"]), (&json!(2), &json!(0)));
    assert_eq!(a.coach.get("/v1/organisation").await.expect(200)["erasureWaitingDays"], 0);
    // At once if the client asks; what nobody asked for waits for a week.
    a.admin
        .post(&format!("/v1/clients/{}/erasure-requests", a.client_id), json!({ "manner": "on-paper" }))
        .await
        .expect(201);
    app.run_jobs().await;
    a.admin.get(&format!("/v1/clients/{}", a.client_id)).await.problem(404, "not-found");
    app.clock.advance(TimeDelta::days(3 * 365));
    let admin = admin(&app, a).await;
    let preview = admin.get(PREVIEW).await.expect(200);
    assert!(clients(&preview).contains(&a.lone_client_id));
    let confirmed = admin.post(CONFIRM, confirming(&preview)).await.expect(200);
    let [at, erases_at] = ["/items/0/retention/confirmedAt", "/items/0/erasesAt"]
        .map(|at| confirmed.json().pointer(at).unwrap().as_str().unwrap().parse::<DateTime<Utc>>().unwrap());
    assert_eq!(erases_at - at, WAITING_TIME);
}
